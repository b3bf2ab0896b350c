"""When all is in step: nothing kept is lost, nothing is where it must not be, and nobody who is out has a new key."""

from __future__ import annotations

from app.journeys.tending import is_out
from app.records import Contact, MeetingNote
from sync.circles import Circles
from sync.log import space_of
from tests.histories.history import History
from tests.histories.oracle import AREA, NOTES
from tests.world import Phone


def judge(history: History) -> None:
    """Raises `AssertionError` that names the phone."""
    oracle, file = history.oracle, history.org.file
    for phone in oracle.everybody():
        inside = oracle.reads.get(phone.name, set())
        if AREA in inside:
            assert {one.name for one in phone.store.find(Contact)} == oracle.said[AREA], phone.name
        if NOTES in inside:
            assert {one.text for one in phone.store.find(MeetingNote)} == oracle.said[NOTES], phone.name
        assert phone.store.waiting().things == 0, phone.name
        assert not phone.sync().holding_back, (phone.name, phone.store.journal.withheld())
        assert is_out(phone.ports) == (phone.name not in oracle.reads), phone.name
        spaces = {version.space for version in phone.store.journal.versions()}
        if NOTES not in inside:
            assert space_of(file, 0) not in spaces, phone.name
        if phone.name not in oracle.reads:
            assert all(_own(phone, space) for space in spaces), phone.name
    _judge_keys(history)


def _own(phone: Phone, space: bytes) -> bool:
    place = Circles(phone.store.journal).place(space)
    held = phone.ports.keyring.circles.get(place[0]) if place else None
    return held is not None and held.kind == "own"


def _judge_keys(history: History) -> None:
    """Who was shut out never held a key of the epoch that runs now."""
    told = Circles(history.steward.store.journal)
    for circle in history.steward.ports.keyring.circles:
        now = told.of(circle)
        assert now
        open_here = {one.device for one in now.open}
        someone = any(one.rung == 0 for one in now.open)
        for phone in history.oracle.everybody():
            if phone.ports.keyring.device in open_here or not someone:
                continue
            epochs = history.oracle.ever.get(phone.name, {}).get(circle, set())
            assert now.epoch not in epochs, (phone.name, now.epoch)
