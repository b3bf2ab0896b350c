"""What a line says becomes a contact, or a reason in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cpr import holds_cpr
from app.domain.spreadsheet import Line
from app.domain.spreadsheet_columns import Column, match_columns
from app.domain.spreadsheet_cpr import cpr_columns
from app.domain.spreadsheet_rows import Refused, contact_of
from app.domain.spreadsheet_values import channel_of, day_of, outcome_of
from app.records import Channel, Contact, Outcome
from tests.imports.lists import HEADING, PEOPLE

TODAY = date(2026, 11, 21)


def contact(*cells: str, header: tuple[str, ...] = HEADING) -> Contact | Refused:
    return contact_of(Line(7, cells), header, match_columns(header), TODAY)


def test_a_whole_line_becomes_a_contact() -> None:
    kept = contact(*PEOPLE[1])

    assert isinstance(kept, Contact)
    assert (kept.name, kept.phone, kept.address, kept.language) == (
        "Åse Bjørk",
        "+45 21314151",
        "Birkehaven 4",
        "dansk",
    )
    assert (kept.met_on, kept.followup_on) == (date(2026, 9, 4), date(2026, 12, 1))
    assert (kept.channel, kept.outcome, kept.note) == (Channel.EVENT, Outcome.INTERESTED, "Har æbler; to slags")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("Fornavn", "Efternavn", "Tlf.nr."), ["first_name", "last_name", "phone"]),
        (("Borgerens navn", "Mobil", "Bopæl"), ["name", "phone", "address"]),
        (("Telefon (privat)", "Mobilnr.", "Postnr", "By"), ["phone", "phone_2", "postcode", "city"]),
        (("Dato for kontakt", "Næste kontakt", "SPROG"), ["met_on", "followup_on", "language"]),
        (("Full name", "Phone number", "Follow-up", "Comments"), ["name", "phone", "followup_on", "note"]),
        (("Bemærkning", "Noter", "Bemærkning 2"), ["note", "note", "note"]),
        (("Kontaktform", "Udfald", "Sagsnr."), ["channel", "outcome"]),
        (("Beboer", "Lejemål", "Boligadresse"), ["name", "address"]),
        (("Navn", "Dato for fødsel", "Født (dato)", "Date of birth", "Foedt dato"), ["name"]),
    ],
)
def test_columns_are_matched_by_danish_and_english_words(header: tuple[str, ...], expected: list[str]) -> None:
    assert [str(column) for _, column in sorted(match_columns(header).items())] == expected


def test_the_day_she_was_born_is_not_the_day_you_met() -> None:
    kept = contact("Åse", "01-09-1980", "02-09-2026", header=("Navn", "Dato for fødsel", "Dato for samtalen"))

    assert isinstance(kept, Contact)
    assert kept.met_on == date(2026, 9, 2)


def test_first_and_last_name_two_phones_and_a_town_come_together() -> None:
    header = ("Fornavn", "Efternavn", "Telefon", "Mobil", "Adresse", "Postnr.", "By")

    kept = contact("Åse", "Bjørk", "33 44 55 66", "20304050", "Birkehaven 4", "2620", "Albertslund", header=header)

    assert isinstance(kept, Contact)
    assert kept.name == "Åse Bjørk"
    assert kept.phone == "33 44 55 66 / 20304050"
    assert kept.address == "Birkehaven 4, 2620 Albertslund"


def test_a_word_for_channel_or_outcome_that_we_do_not_know_is_not_lost() -> None:
    kept = contact("Åse", "", "", "", "", "", "Facebook", "vil ringe", "Sød.")

    assert isinstance(kept, Contact)
    assert (kept.channel, kept.outcome) == (Channel.OTHER, "")
    assert kept.note == "Sød.\nKanal: Facebook\nResultat: vil ringe"


def test_word_of_mouth_is_a_channel_whatever_a_list_calls_it() -> None:
    assert {channel_of(cell) for cell in ("Veninde", "Via en ven", "Mund til mund")} == {Channel.FRIEND}


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("", "", "", "dansk", "01-01-2026"), "no name"),
        (("8",), "no name"),  # the sum at the foot of a list
        (("Åse", "", "", "", "31-02-2026"), "not a day"),
        (("Åse", "", "", "", "i går"), "not a day"),
        (("Åse", "", "", "", "22-11-2026"), "future"),
        (("Åse", "", "", "", "20-11-2026", "19-11-2026"), "before the day you met"),
        (("Åse", "", "", "", "", "", "", "", "Født 010180-1234"), "CPR"),
        (("Åse 0101801234",), "CPR"),
        (("Åse", "", "", "", "", "", "", "", "x" * 10_001), "longer than a page"),
        (("Åse", "", "", "", "", "", "", "", "", "shifted"), "more columns"),
        (("Å" * 500,), "too long"),
    ],
)
def test_a_line_that_cannot_be_a_contact_says_why(cells: tuple[str, ...], reason: str) -> None:
    no = contact(*cells)

    assert isinstance(no, Refused)
    assert reason in no.text
    assert no.line == 7
    assert no.text % no.blanks
    assert not holds_cpr(no.shown)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "03-09-2026",
            "3-9-2026",
            "03.09.2026",
            "3/9/26",
            "2026-09-03",
            "20260903",
            "03-09-2026 14:30",
            "3. september 2026",
        ),
        *("2026-09-03T14:30:00Z", "den 3. sep. 2026", "46268", "٠٣-٠٩-٢٠٢٦", "03 09 2026", "3/9/2026 kl. 9.05"),
    ],
)
def test_every_way_of_writing_a_day_is_the_same_day(text: str) -> None:
    assert day_of(text) == date(2026, 9, 3)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_for_all_days_both_danish_forms_come_back(day: date) -> None:
    assert day_of(day.strftime("%d-%m-%Y")) == day_of(day.isoformat()) == day_of(day.strftime("%d.%m.%Y")) == day


@given(st.text(max_size=30))
def test_for_all_words_there_is_a_day_or_none(text: str) -> None:
    assert day_of(text) is None or date(1950, 1, 1) <= day_of(text)  # type: ignore[operator]
    channel_of(text)
    outcome_of(text)
    holds_cpr(text)


@given(
    day=st.integers(1, 28),
    month=st.integers(1, 12),
    year=st.integers(0, 99),
    serial=st.integers(0, 9999),
    joint=st.sampled_from(["-", "", " ", "\u2013", " - "]),
    replaced=st.booleans(),
    around=st.sampled_from(["%s", "Cpr: %s.", "hun er (%s), ring", "Åse %s"]),
)
def test_for_all_cpr_numbers_in_any_dress_they_are_seen(
    day: int, month: int, year: int, serial: int, joint: str, replaced: bool, around: str
) -> None:
    number = f"{day + 60 * replaced:02d}{month:02d}{year:02d}{joint}{serial:04d}"

    assert holds_cpr(around % number)


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "20304050",
            "+45 20 30 40 50",
            "0045 20304050",
            "4520304050",
            "+46701234567",
            "03-09-2026 14:30",
            "2026-09-03",
        ),
        *("Egeparken 12, 2620 Albertslund", "20 30 40 50 / 20 30 40 51", "sag 2026-000123", "5790001330552"),
    ],
)
def test_telephones_days_and_numbers_of_other_things_are_no_cpr_numbers(cell: str) -> None:
    assert not holds_cpr(cell)


def test_a_column_of_cpr_numbers_is_found_under_any_name() -> None:
    header = ("Navn", "Løbenr.", "Note", "Uden nul", "CPR-nr.", "Telefon")
    rows = [
        (f"Åse {n}", f"{n % 28 + 1:02d}0180{n:04d}", f"cpr {n % 28 + 1:02d}0180-{n:04d}" if n % 3 == 0 else "sød",
         f"{n % 9 + 1}0180{n:04d}", "", f"{20_000_000 + n}")
        for n in range(60)
    ]  # fmt: skip

    assert cpr_columns(header, list(zip(*rows, strict=True))) == {1, 2, 3, 4}


def test_one_number_in_a_long_column_bars_its_line_and_not_the_column() -> None:
    notes = ["sød"] * 99 + ["010180-1234"]

    assert cpr_columns(("Note",), [notes]) == frozenset()
    assert Column.NOTE in match_columns(("Note",)).values()
