"""Whatever an office exports, the same people come out."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.refusal import Refusal
from app.domain.spreadsheet import read_spreadsheet
from tests.imports.lists import DANISH, HEADING, PEOPLE, few, many, written

WORDS = (
    *("Søren", "Åse", "Ærø", "bjørn", "Hassan", "vil gerne", "café", "ÆØÅ", "Müller", "Nuñez", "2. tv", "12", "", ""),
    *("a;b", "c,d", "ja\tnej", '"citat"', "to\nlinjer", "tre\nkorte\nlinjer"),
)
NAMES = (
    *("Søren Hansen", "Mads Kjær", "Jørgen Bæk", "Bjørn Kjær", "Åse Ali", "Ærna Holm", "Øjvind Ø. Ravn", "Lærke Vad"),
    *("Ali Søs", "Kåre Holm", "Peter Nexø", "Hanne Brå", "Ole Ø"),
)
"""One Danish letter or two in each."""

ABROAD = (
    "José Núñez",
    "Zoë Müller",
    "René Holm",
    "Gülcan Öz",
    "Björn Hägg",
    "François Noël",
    "Ünal Kaya",
    "Sean O’Neill",
)
cell = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda words: " ".join(words).strip())
person = st.tuples(st.sampled_from(["Søren Ø", "Åse Æbelø", "Jørgen", "Bjørn å"]), *[cell] * 8)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_delimiter_and_unicode_encoding_gives_the_same_people(delimiter: str, encoding: str) -> None:
    sheet = read_spreadsheet(written(PEOPLE, encoding=encoding, delimiter=delimiter))

    assert sheet.header == HEADING
    assert tuple(line.cells for line in sheet.lines) == PEOPLE


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_the_old_encodings_of_windows_mac_and_dos_keep_danish_letters(delimiter: str, encoding: str) -> None:
    sheet = read_spreadsheet(written(DANISH, encoding=encoding, delimiter=delimiter))

    assert tuple(line.cells for line in sheet.lines) == DANISH


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_one_danish_name_among_four_hundred_lines_keeps_its_letters(encoding: str) -> None:
    rows = [("Jørgen Bæk", "20304050", "Egeparken 1"), *few(400)]

    sheet = read_spreadsheet(written(rows, heading=HEADING[:3], encoding=encoding))

    assert sheet.lines[0].cells == rows[0]


@settings(max_examples=300, deadline=None)
@given(
    names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3),
    others=st.integers(0, 60),
    remark=st.sampled_from(["", "2. tv", "50 kr.", "på ferie", "20 °C", "vil gå i café"]),
    encoding=st.sampled_from(["cp1252", "mac_roman", "cp850"]),
    newline=st.sampled_from(["\r\n", "\n"]),
    aloud=st.booleans(),
)
def test_for_all_lists_with_few_danish_names_their_letters_are_kept(
    names: list[str], others: int, remark: str, encoding: str, newline: str, aloud: bool
) -> None:
    rows = [*few(others), *((name.upper() if aloud else name, "20304050", remark) for name in names)]

    sheet = read_spreadsheet(written(rows, heading=HEADING[:3], encoding=encoding, newline=newline))

    assert [line.cells for line in sheet.lines] == rows


@settings(max_examples=200, deadline=None)
@given(names=st.lists(st.sampled_from(ABROAD), min_size=1, max_size=3), others=st.integers(0, 60))
def test_for_all_lists_from_windows_names_from_abroad_and_usual_signs_are_kept(names: list[str], others: int) -> None:
    rows = [*few(others), *((name, "20304050", "50 € – “måske”") for name in names)]

    sheet = read_spreadsheet(written(rows, heading=HEADING[:3], encoding="cp1252"))

    assert [line.cells for line in sheet.lines] == rows


@settings(max_examples=300, deadline=None)
@given(
    rows=st.lists(person, min_size=1, max_size=8),
    delimiter=st.sampled_from([";", ",", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    newline=st.sampled_from(["\r\n", "\n", "\r"]),
    quote_all=st.booleans(),
)
@example(
    rows=[("Jørgen", "", "", "", "", "", "", "", "")], delimiter=",", encoding="cp1252", newline="\r", quote_all=False
)
def test_for_all_dialects_and_encodings_the_same_rows_come_out(
    rows: list[tuple[str, ...]], delimiter: str, encoding: str, newline: str, quote_all: bool
) -> None:
    quote_all = quote_all or newline == "\r"  # csv.writer leaves a line feed bare there, which nobody could read back
    content = written(rows, delimiter=delimiter, encoding=encoding, newline=newline, quote_all=quote_all)

    sheet = read_spreadsheet(content)

    assert [line.cells for line in sheet.lines] == rows


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(person, min_size=1, max_size=12), blank=st.integers(0, 3))
def test_for_all_quoted_line_breaks_a_line_is_numbered_as_in_a_text_editor(
    rows: list[tuple[str, ...]], blank: int
) -> None:
    rows = [(f"#{n}", *row[1:]) for n, row in enumerate(rows)]
    content = b"\r\n" * blank + written(rows, quote_all=True)
    lines = content.decode().replace("\r\n", "\n").split("\n")

    for n, line in enumerate(read_spreadsheet(content).lines):
        assert lines[line.number - 1].startswith(f'"#{n}"')


def test_a_title_above_the_heading_and_excels_own_first_line_are_passed_over() -> None:
    titled = b"sep=;\r\nKontaktliste Egeparken;;;;;;;;\r\n;;;;;;;;\r\n" + written(PEOPLE)

    sheet = read_spreadsheet(titled)

    assert sheet.header == HEADING
    assert sheet.lines[0].number == 5


def test_a_list_without_a_heading_keeps_its_first_person() -> None:
    sheet = read_spreadsheet(written(PEOPLE, heading=None))

    assert not sheet.headed
    assert tuple(line.cells for line in sheet.lines) == PEOPLE


def test_five_thousand_rows_are_read_whole() -> None:
    assert len(read_spreadsheet(written(many(5_000), encoding="cp1252")).lines) == 5_000


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\r\n;;\r\n", "empty"),
        (b"PK\x03\x04" + bytes(40), "workbook"),
        (b"%PDF-1.7", "PDF"),
        (b'Navn;Note\r\nSoren;"han sagde\r\nAse;ja\r\n', "quotation mark"),
        (b"Navn;Note\r\n" + b"x" * 200_000, "cannot be read"),
        (b"Navn;Telefon\r\n", "no lines"),
        (bytes(range(256)) * 40, "no list"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content: bytes, word: str) -> None:
    with pytest.raises(Refusal, match=word):
        read_spreadsheet(content)


@pytest.mark.parametrize("after", [0, 1, 100, 5_000])
@pytest.mark.parametrize("before", [0, 1, 150])
@pytest.mark.parametrize("heading", [HEADING, None])
def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line(
    before: int, after: int, heading: tuple[str, ...] | None
) -> None:
    rows = [(f"Åse {n}", f"2030{n:04d}", f"Egeparken {n}", "vil gerne ses igen") for n in range(before + after)]
    top = written(rows[:before], heading=heading)
    content = top + b'Bo;20304050;"Egeparken 4;x\r\n' + written(rows[before:], heading=None)

    with pytest.raises(Refusal, match="quotation mark") as no:
        read_spreadsheet(content)

    assert no.value.blanks == {"line": top.count(b"\r\n") + 1}


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_for_all_bytes_there_is_a_list_or_a_refusal(content: bytes) -> None:
    try:
        lines = read_spreadsheet(content).lines
    except Refusal:
        return
    assert lines
