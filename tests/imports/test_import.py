"""A list comes in whole or not at all, nobody twice, and every line that stays outside says why."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest

from app.journeys.import_contacts import import_list, read_list
from app.ports import NotKept, Ports, Refusal
from app.records import Contact
from tests.imports.lists import DANISH, HEADING, PEOPLE, many, written
from tests.imports.taking_in import take_in
from tests.storage.desk import Desk


def test_everybody_on_a_list_is_a_contact_afterwards(ports: Ports) -> None:
    report = take_in(ports, written(PEOPLE, encoding="utf-16"))

    assert (report.kept, report.refused, report.twins) == (5, (), ())
    assert {contact.name for contact in ports.store.find(Contact)} == {person[0] for person in PEOPLE}


def test_the_same_list_twice_brings_nobody_twice(ports: Ports) -> None:
    take_in(ports, written(DANISH, encoding="cp1252"))

    again = take_in(ports, written(DANISH, delimiter=",", encoding="utf-8-sig"))

    assert again.kept == 0
    assert [(twin.line, twin.of) for twin in again.twins] == [(2, None), (3, None), (4, None), (5, None)]
    assert ports.store.count(Contact) == len(DANISH)


def test_two_lines_about_one_person_make_one_contact_of_the_later_meeting(ports: Ports) -> None:
    rows = [
        ("ÅSE  BJØRK", "+45 20 30 40 50", "Birkehaven 4", "", "01-02-2026"),
        ("Åse Bjørk", "20304050", "", "", "03-02-2026"),
        ("Åse Bjørk", "99887766", "Birkehaven 99", "", "04-02-2026"),
        ("Bo Bjørk", "20304050", "", "", "03-02-2026"),
    ]

    report = take_in(ports, written(rows))

    assert [(twin.line, twin.of) for twin in report.twins] == [(2, 3)]
    assert report.kept == 3


def test_a_list_that_writes_the_last_name_first_brings_nobody_twice(ports: Ports) -> None:
    take_in(ports, written([("Fatma Yılmaz", "20304050", "Birkehaven 4")]))

    again = take_in(ports, written([("Yılmaz, Fatma", "20304050", ""), ("YILMAZ FATMA", "", "Birkehaven 4")]))

    assert (again.kept, len(again.twins)) == (0, 2)


def test_lines_that_stay_outside_are_listed_with_line_and_reason_and_the_rest_comes_in(ports: Ports) -> None:
    rows = [
        ("Åse", "", "", "", "", "", "", "", "to\nlinjer"),
        ("", "", "", "dansk"),
        ("Bo", "", "", "", "99-99-2026"),
        ("Ib", "", "", "", "", "", "", "", "født 010180-1234"),
        ("Eva", "20304050"),
    ]

    report = take_in(ports, written(rows))

    assert report.kept == 2
    assert [no.line for no in report.refused] == [4, 5, 6]
    assert b"010180-1234" not in repr(report).encode()


def test_a_column_of_cpr_numbers_stays_outside_even_when_it_is_chosen(ports: Ports, desk: Desk) -> None:
    rows = [(f"Åse {n}", f"{n + 1:02d}0180-1234") for n in range(20)]
    content = written(rows, heading=("Navn", "Løbenr."))

    preview = read_list(content)
    report = take_in(ports, content, name=0, note=1)

    assert [column.heading for column in preview.cpr] == ["Løbenr."]
    assert preview.cpr[0].samples == ()
    assert report.kept == 20
    assert all("0180" not in contact.note for contact in ports.store.find(Contact))


def test_the_match_can_be_corrected(ports: Ports) -> None:
    content = written([("x1", "Åse", "20304050")], heading=("Navn", "Kaldes", "Nummer"))

    take_in(ports, content, name=1, phone=2, note=0)

    kept = ports.store.find(Contact)[0]
    assert (kept.name, kept.phone, kept.note) == ("Åse", "20304050", "x1")


def test_without_a_name_phone_or_address_column_nothing_begins(ports: Ports) -> None:
    with pytest.raises(Refusal, match="Choose the column"):
        take_in(ports, written(PEOPLE), note=8)


def test_five_thousand_rows_come_in_one_write_and_the_screen_is_told_how_far(ports: Ports) -> None:
    preview, told, writes = read_list(written(many(5_000), encoding="cp1252")), [], []
    ports.store.watch([Contact], lambda: writes.append(1))

    asyncio.run(import_list(ports, preview=preview, match=preview.match, progress=lambda *far: told.append(far)))

    assert ports.store.count(Contact) == 5_000
    assert writes == [1]
    assert told == sorted(told)
    assert len(told) > 30
    assert told[-1] == (5_000, 5_000)


def test_a_full_phone_keeps_none_of_the_list(ports: Ports, desk: Desk) -> None:
    pages = desk.journal.connection.execute("PRAGMA page_count").fetchone()[0]
    desk.journal.connection.execute(f"PRAGMA max_page_count={pages + 8}")

    with pytest.raises(NotKept):
        take_in(ports, written(many(2_000)))

    assert ports.store.count(Contact) == 0
    desk.journal.connection.close()
    with closing(sqlite3.connect(desk.path)) as other:
        assert other.execute("SELECT count(*) FROM unsent").fetchone() == (0,)


def test_a_list_that_breaks_off_half_way_keeps_nothing(ports: Ports) -> None:
    preview = read_list(written(many(1_000)))

    def breaks(done: int, _total: int) -> None:
        if done > 700:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(import_list(ports, preview=preview, match=preview.match, progress=breaks))

    assert ports.store.count(Contact) == 0


def test_the_heading_is_what_the_office_wrote() -> None:
    assert tuple(column.heading for column in read_list(written(PEOPLE)).columns) == HEADING
