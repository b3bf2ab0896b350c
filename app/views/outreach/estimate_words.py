"""How an estimate is said: whom somebody counted, and how."""

from __future__ import annotations

from app.i18n import N_, Words
from app.records import EVERYBODY, Estimate, Method
from app.views.chosen import chosen

METHODS = {
    # Words: how many people there are to be reached, and how that was counted; the next ones too
    Method.REGISTER.value: N_("From a register"),
    Method.SCHOOL_LIST.value: N_("From a language school’s list"),
    Method.DOOR_COUNT.value: N_("Counted from door to door"),
    Method.GUESS.value: N_("An estimate"),
}
GROUPS = {
    # Words: whom somebody counted, for the estimate of how many there are to be reached: not one group, but all
    EVERYBODY: N_("Everybody whom we try to reach"),
}
"""Any other group stands as somebody wrote it."""


def whom_said(t: Words, one: Estimate) -> str:
    """Whom it counts."""
    return chosen(t, GROUPS, one.whom)
