"""When all is in step: nothing kept is lost, nothing is where it must not be, and nobody who is out has a new key."""

from __future__ import annotations

from app.journeys.tending import is_out
from app.records import Contact, MeetingNote, Step
from sync.circles import Circles
from sync.entry import space_of
from tests.erasing import words_left, words_on_hub
from tests.histories.forging import judge_roles
from tests.histories.history import History
from tests.histories.oracle import AREA, NOTES
from tests.histories.patched import FORBIDDEN
from tests.histories.swift import SwiftPhone as Phone


def judge(history: History) -> None:
    """Raises `AssertionError` that names the phone."""
    for phone in history.oracle.everybody():
        _judge_phone(history, phone)
    stuck = _stuck(history)
    _judge_area(history, stuck)
    _judge_erased(history)
    for phone in history.oracle.readers(NOTES):
        notes = {one.text for one in phone.store.find(MeetingNote)}
        assert history.oracle.notes - stuck <= notes <= history.oracle.notes, phone.name
    _judge_plan(history, stuck)
    _judge_keys(history)
    judge_roles(history)


def _judge_phone(history: History, phone: Phone) -> None:
    inside = history.oracle.reads.get(phone.name, set())
    unsent = phone.store.unsent()
    assert not unsent or (phone.name in history.oracle.twins and all(one.reason for one in unsent)), phone.name
    assert not phone.sync().holding_back, (phone.name, phone.store.journal.withheld())
    assert is_out(phone.ports) == (phone.name not in history.oracle.reads), phone.name
    shown = _shown(phone)
    history.world.run(phone.store.open())
    assert shown == _shown(phone), (phone.name, "shows another thing than when it is opened anew")
    spaces = {version.space for version in phone.store.journal.versions()}
    if NOTES not in inside:
        assert space_of(history.org.file, 0) not in spaces, phone.name
    if phone.name not in history.oracle.reads:
        assert all(_own(phone, space) for space in spaces), phone.name


def _shown(phone: Phone) -> list[str]:
    return sorted(one.model_dump_json() for noun in (Contact, MeetingNote, Step) for one in phone.store.find(noun))


def _stuck(history: History) -> set[str]:
    """Words that are shown, with the reason, on the phone they were written on, and nowhere else."""
    phones = [phone for phone in history.oracle.everybody() if phone.name in history.oracle.twins]
    return history.oracle.lost | {
        str(value) for phone in phones for one in phone.store.unsent() for value in one.fields.values()
    }


def _judge_area(history: History, stuck: set[str]) -> None:
    must, may = history.oracle.rows(stuck)
    told: dict[str, object] = {}
    for phone in history.oracle.readers(AREA):
        shown = {one.id: one for one in phone.store.find(Contact)}
        assert must <= set(shown) <= may, phone.name
        for row, one in shown.items():
            texts = {rival.text for rival in phone.store.rivals(one).get("note", [])} or {one.note} - {""}
            missing = history.oracle.standing(row, "note", stuck)[0] - texts
            assert not missing, (phone.name, "a text is gone", missing)
            must_be, may_be = history.oracle.standing(row, "address", stuck)
            assert one.address in may_be or not (must_be or one.address), (phone.name, one.address, may_be)
            told[row] = told.get(row) or (one, texts)
            assert told[row] == (one, texts), (phone.name, "shows another thing")
        assert set(told) == set(shown), (phone.name, "shows other contacts")


def _judge_erased(history: History) -> None:
    """No word of it lies anywhere, opened or not."""
    area = bytes.fromhex(history.steward.store.space(AREA))
    for row in history.oracle.erased:
        key = area, bytes.fromhex(row)
        assert not words_on_hub(history.steward, key), "the hub has words of an erased row"
        for phone in history.oracle.readers(AREA):
            assert not words_left(phone, key), (phone.name, "has words of an erased row")


def _judge_plan(history: History, stuck: set[str]) -> None:
    """What a patched member may not say is shown to nobody; what she may, to all."""
    phones = [*history.oracle.readers(NOTES), history.world.phone("Amina")]
    views = [sorted((one.id, one.text, one.position) for one in phone.store.find(Step)) for phone in phones]
    assert all(view == views[0] for view in views), "the plan"
    assert not any(place == FORBIDDEN for view in views for *_, place in view), "a forbidden word is shown"
    kept = {row for row, text in history.steps.items() if text not in stuck}
    assert {row for row, *_ in views[0]} >= kept, "a step is gone"


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
