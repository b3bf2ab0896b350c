"""A write is kept for good when its block ends; then every reader sees it."""

from __future__ import annotations

import asyncio
import random
from datetime import date
from typing import Any

import pytest

from app.records import Contact, Meeting, MeetingNote
from app.storage.errors import NotKept, NotYours, TooLong
from sync.errors import JournalFull
from tests.storage.desk import ME, Desk

ROW = "0a" * 16
OTHER = "0b" * 16


def contact(desk: Desk, row: str = ROW, **fields: Any) -> Contact:
    return Contact(**{"id": row, "space": desk.area, "name": "Åse", "met_on": date(2026, 3, 9), **fields})


def keep(desk: Desk, record: Contact) -> Contact:
    with desk.store.write() as tx:
        return tx.add(record)


def test_what_was_kept_is_found_again_after_the_phone_died(desk: Desk) -> None:
    keep(desk, contact(desk, note="هي تحب القهوة", language="العربية"))
    desk.journal.connection.close()
    desk.connect()
    found = asyncio.run(desk.open()).find(Contact)
    assert [(c.name, c.note, c.language, c.met_on) for c in found] == [
        ("Åse", "هي تحب القهوة", "العربية", date(2026, 3, 9))
    ]


def test_a_reader_sees_it_at_once_and_gets_a_copy(desk: Desk) -> None:
    keep(desk, contact(desk))
    one = desk.store.find(Contact)[0]
    one.name = "changed in the reader's hands"
    assert desk.one(Contact, ROW).name == "Åse"


def test_two_quick_taps_keep_one_row_and_say_it_once(desk: Desk) -> None:
    keep(desk, contact(desk))
    keep(desk, contact(desk))
    assert desk.store.count(Contact) == 1
    assert len(desk.journal.unsent()) == 1


def test_a_second_tap_with_another_word_says_only_that_word(desk: Desk) -> None:
    keep(desk, contact(desk))
    keep(desk, contact(desk, phone="20304050"))
    assert desk.one(Contact, ROW).phone == "20304050"
    assert len(desk.journal.unsent()) == 2
    assert desk.store.waiting().things == 1


def test_a_change_says_only_what_differs_from_the_screen(desk: Desk) -> None:
    shown = keep(desk, contact(desk))
    desk.hear(desk.area, ROW, b"colleague-------", "contact", {"phone": "1"}, at=desk.clock.ms + 1)
    desk.admit(b"colleague-------", "worker")
    asyncio.run(desk.store.refresh([(bytes.fromhex(desk.area), bytes.fromhex(ROW))]))
    with desk.store.write() as tx:
        tx.change(shown, desk.store.seen(shown), name="Aase", phone="", address="")
    now = desk.one(Contact, ROW)
    assert (now.name, now.phone) == ("Aase", "1")


def test_a_full_phone_keeps_nothing_and_shows_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keep(desk, contact(desk))
    told: list[str] = []
    desk.store.watch([Contact], lambda: told.append("told"))

    def full(*_: object) -> None:
        raise JournalFull("database or disk is full")

    monkeypatch.setattr(desk.journal, "keep_unsent", full)

    def write() -> None:
        with desk.store.write() as tx:
            tx.change(first, name="lost")
            tx.add(contact(desk, OTHER))

    with pytest.raises(NotKept):
        write()
    assert [c.name for c in desk.store.find(Contact)] == ["Åse"]
    assert told == []
    monkeypatch.undo()
    assert keep(desk, contact(desk, OTHER)).id == OTHER
    assert desk.store.count(Contact) == 2


def test_a_really_full_disk_is_said_in_words(desk: Desk) -> None:
    keep(desk, contact(desk))
    pages = desk.journal.run("PRAGMA page_count").fetchone()[0]
    desk.journal.run(f"PRAGMA max_page_count={pages}")

    def fill() -> None:
        for number in range(2000):
            keep(desk, contact(desk, f"{number:032x}", note=f"{number} " * 50))

    with pytest.raises(NotKept):
        fill()
    acknowledged = desk.store.count(Contact)
    desk.journal.connection.close()
    desk.connect()
    assert asyncio.run(desk.open()).count(Contact) == acknowledged


def test_more_text_than_can_travel_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    chance = random.Random(1)
    letters = "".join(chr(chance.randrange(0x20000, 0x2A000)) for _ in range(30_000))
    with pytest.raises(TooLong):
        keep(desk, contact(desk, note=letters))
    assert desk.store.count(Contact) == 0
    assert desk.journal.unsent() == []


def test_an_error_in_the_block_keeps_nothing(desk: Desk) -> None:
    def write() -> None:
        with desk.store.write() as tx:
            tx.add(contact(desk))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert desk.store.count(Contact) == 0
    assert desk.journal.unsent() == []


def test_several_rows_are_kept_together(desk: Desk) -> None:
    with desk.store.write() as tx:
        tx.add(Meeting(id=ROW, space=desk.case, mentee=OTHER, state="held"))
        tx.add(MeetingNote(id=OTHER, space=desk.notes, meeting=ROW, text="sealed"))
    assert desk.one(MeetingNote, OTHER).text == "sealed"
    assert desk.store.waiting().things == 1  # she did one thing
    since = desk.store.waiting().since
    assert since
    assert since.year == 2026


def test_nobody_writes_where_her_role_does_not_let_her(desk: Desk) -> None:
    desk.admit(ME, "coordinator", 0)
    with pytest.raises(NotYours), desk.store.write() as tx:
        tx.add(MeetingNote(id=ROW, space=desk.notes, meeting=OTHER, text="x"))
    with pytest.raises(NotYours), desk.store.write() as tx:
        tx.add(Contact(id=ROW, space=desk.case, name="in the wrong place"))
    with pytest.raises(NotYours), desk.store.write() as tx:
        tx.add(Contact(id=ROW, space="00" * 16, name="nowhere"))


def test_watchers_hear_once_a_commit_and_only_of_their_nouns(desk: Desk) -> None:
    told: list[str] = []
    stop = desk.store.watch([Contact], lambda: told.append("contact"))
    desk.store.watch([Meeting, MeetingNote], lambda: told.append("meeting"))
    with desk.store.write() as tx:
        tx.add(contact(desk))
        tx.add(contact(desk, OTHER))
    with desk.store.write() as tx:
        tx.add(Meeting(id=ROW, space=desk.case, mentee=OTHER, state="held"))
        tx.add(MeetingNote(id=OTHER, space=desk.notes, meeting=ROW, text="sealed"))
    assert told == ["contact", "meeting"]
    stop()
    keep(desk, contact(desk, name="again"))
    assert told == ["contact", "meeting"]


def test_a_removed_row_is_gone_and_a_later_word_brings_it_back(desk: Desk) -> None:
    shown = keep(desk, contact(desk))
    with desk.store.write() as tx:
        tx.remove(shown, desk.store.seen(shown))
    assert desk.store.get(Contact, ROW) is None
    desk.admit(b"colleague-------", "worker")
    key = desk.hear(desk.area, ROW, b"colleague-------", "contact", {"phone": "1"})
    asyncio.run(desk.store.refresh([key]))
    back = desk.one(Contact, ROW)
    assert back.phone == "1"
    assert desk.store.came_back(back)


def test_nothing_of_a_person_is_in_a_repr_or_an_error(desk: Desk) -> None:
    one = keep(desk, contact(desk, note="canary"))
    assert "Åse" not in repr(one) + str(one) + repr([one])
    with pytest.raises(Exception) as caught:  # noqa: PT011
        desk.store._rows.memory.put({"contact": [["canary"] * 11] * 2}, fresh=True)
    assert "canary" not in str(caught.value)


def test_the_journal_holds_no_word_in_the_clear(desk: Desk) -> None:
    keep(desk, contact(desk, note="the canary sings", name="Canaria"))
    for path in desk.path.parent.iterdir():
        assert b"canary" not in path.read_bytes()
        assert b"Canaria" not in path.read_bytes()
