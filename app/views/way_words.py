"""How she gets to a meeting, in pictures and few words."""

from __future__ import annotations

from app.i18n import N_, Words
from app.records import Appointment, Travel

WAYS = {
    # Words: how she gets to a meeting: who walks with her comes along
    Travel.TOGETHER.value: ("together", N_("You go there together")),
    # Words: how she gets to a meeting
    Travel.WALK.value: ("walk", N_("On foot")),
    # Words: how she gets to a meeting
    Travel.BICYCLE.value: ("bicycle", N_("By bicycle")),
    # Words: how she gets to a meeting
    Travel.BUS.value: ("bus", N_("By bus")),
    # Words: how she gets to a meeting: also a metro or a tram
    Travel.TRAIN.value: ("train", N_("By train")),
}
LINES = {
    # Words: how she gets to a meeting; line = a number such as 4A
    Travel.BUS.value: N_("Take bus %(line)s"),
    # Words: how she gets to a meeting; line = a letter or a name such as "M3"; also a metro or a tram
    Travel.TRAIN.value: N_("Take train %(line)s"),
}
# Words: how she gets to a meeting: the name of the stop or station where she leaves the bus or train
OFF = N_("Get off at %(stop)s")


def way_called(t: Words, one: Appointment) -> str:
    """How she goes; "" when nobody said."""
    if one.line and one.travel in LINES:
        return t(LINES[one.travel], line=one.line)
    return t(WAYS[one.travel][1]) if one.travel in WAYS else ""


def off_at(t: Words, one: Appointment) -> str:
    """Where she gets off; "" where she rides nothing, or nobody said."""
    return t(OFF, stop=one.stop) if one.stop and one.travel in LINES else ""


def way_said(t: Words, one: Appointment) -> list[str]:
    """Both, where they are told."""
    return [part for part in (way_called(t, one), off_at(t, one)) if part]
