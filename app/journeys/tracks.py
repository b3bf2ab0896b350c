"""The tracks of a file: begun, resting for a while, going on, ended. A file itself never rests."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Mentee, RowId, StepBack, Track, TrackKind


def begin_track(ports: Ports, *, row: RowId, mentee: Mentee, kind: str) -> Track:
    """From today on this is worked on, beside what there is."""
    if kind not in set(TrackKind):
        raise ValueError("a screen offered what the record does not know")
    with ports.store.write() as tx:
        return tx.add(Track(id=row, space=mentee.space, mentee=mentee.id, kind=kind, began_on=ports.today()))


def step_back(ports: Ports, *, shown: Track, why: str, look_again_on: date | None) -> None:
    """One track rests until somebody looks again; no drop-out, no fault."""
    if why not in set(StepBack):
        raise Refusal(N_("Choose why it rests for now."))
    if look_again_on is None or look_again_on <= ports.today():
        raise Refusal(N_("Choose a day to look again."))
    with ports.store.write() as tx:
        tx.change(shown, rests_since=ports.today(), rests_for=why, look_again_on=look_again_on)


def go_on(ports: Ports, *, shown: Track) -> None:
    """It is worked on again. Gone on with on the very day, it never rested."""
    today = ports.today()
    since = shown.goes_on_since if shown.rests_since in {None, today} else today
    with ports.store.write() as tx:
        tx.change(shown, rests_since=None, rests_for="", look_again_on=None, goes_on_since=since)


def end_track(ports: Ports, *, shown: Track) -> None:
    """This is done."""
    with ports.store.write() as tx:
        tx.change(shown, ended_on=ports.today())


def tracks_of(ports: Ports, mentee: Mentee) -> list[Track]:
    """What is worked on, what rests among it; the longest first."""
    hers = (col(Track.mentee) == mentee.id, col(Track.ended_on).is_(None))
    return ports.store.find(Track, *hers, order_by=(col(Track.began_on), col(Track.id)))


def to_look_at_again(ports: Ports) -> list[Track]:
    """What rests and whose day to look again has come, the longest ago first."""
    rests = (col(Track.rests_since).is_not(None), col(Track.ended_on).is_(None))
    return ports.store.find(
        Track, *rests, col(Track.look_again_on) <= ports.today(), order_by=(col(Track.look_again_on), col(Track.id))
    )
