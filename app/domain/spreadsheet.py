"""A list as an office exports it: bytes in, a heading and numbered lines out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from app.domain.refusal import Refusal
from app.domain.spreadsheet_columns import words_known
from app.domain.spreadsheet_text import text_of
from app.domain.spreadsheet_values import looks_like_date, looks_like_phone
from app.i18n import N_

DELIMITERS = (";", "\t", ",", "|")
"""As Danish Excel writes it first; the order breaks ties."""

MOST_LINES = 20_000
LONGEST_CELL = 10_000
_LOOK_AT = 60  # records that tell the delimiter and the heading
_SEP = re.compile(r"\Asep=(.)\r?\n?", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One record of the file. `number` is where it begins, counted as a text editor counts; the first line is 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Spreadsheet:
    """`header` has a word per column ("" when the file gives none); `lines` are without heading and empty lines.

    `doubtful` = the line of the heading, when it has none of the words we know: it may be a person.
    """

    encoding: str
    delimiter: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]
    headed: bool = True
    doubtful: Line | None = None


def read_spreadsheet(content: bytes) -> Spreadsheet:
    """Refuses what is no list: a workbook, a picture, an empty file, a quotation mark that is never closed."""
    encoding, text = text_of(content)
    said, before = _SEP.match(text), 0
    if said:
        text, before = text[said.end() :], 1
    delimiter = said[1] if said else delimiter_of(text)
    lines = [line for line in _records(text, delimiter, before) if any(line.cells)]
    if not lines:
        raise Refusal(N_("This file is empty."))
    if len(lines) > MOST_LINES:
        raise Refusal(N_("This list has more than %(most)s lines. Split it in two."), most=MOST_LINES)
    top = _heading(lines)
    headed = top is not None
    rows = lines[top + 1 :] if top is not None else lines
    width = max(len(line.cells) for line in (lines[top : top + 1] if top is not None else rows))
    header = lines[top].cells if top is not None else ("",) * width
    if not rows:
        raise Refusal(N_("This list has a heading and no lines below it."))
    doubtful = lines[top] if top is not None and not words_known(header) else None
    return Spreadsheet(encoding, delimiter, header, tuple(rows), headed, doubtful)


def without_heading(sheet: Spreadsheet) -> Spreadsheet:
    """The same list when its doubtful heading is a person."""
    if sheet.doubtful is None:
        return sheet
    lines = (sheet.doubtful, *sheet.lines)
    return replace(sheet, header=("",) * max(len(line.cells) for line in lines), lines=lines, headed=False)


def delimiter_of(text: str) -> str:
    """The delimiter that reads known words in a heading; else the one that gives the evenest lines of most columns."""
    return max(DELIMITERS, key=lambda each: _evidence(text, each))


def _evidence(text: str, delimiter: str) -> tuple[int, float, int]:
    reader = csv.reader(_physical(text), delimiter=delimiter, skipinitialspace=True)
    records = [cells for cells in islice(_readable(reader), _LOOK_AT) if any(cells)]
    if not records:
        return 0, 0.0, 1
    width, times = Counter(len(cells) for cells in records).most_common(1)[0]
    known = max(_heads(cells) for cells in records[:10])
    return known, (times / len(records) if width > 1 else 0.0), width


def _readable(records: Iterator[list[str]]) -> Iterator[list[str]]:
    """As far as they can be read; why not further is told when the whole list is read."""
    with suppress(csv.Error):
        yield from records


def _records(text: str, delimiter: str, before: int) -> Iterator[Line]:
    """Every record with its line. Strict first, as only that tells an open quotation mark from a loose one."""
    try:
        yield from list(_read(text, delimiter, before, strict=True))
    except csv.Error:
        yield from _read(text, delimiter, before, strict=False)


def _read(text: str, delimiter: str, before: int, *, strict: bool) -> Iterator[Line]:
    reader = csv.reader(_physical(text), delimiter=delimiter, skipinitialspace=True, strict=strict)
    start = before + 1
    try:
        for cells in reader:
            yield Line(start, tuple(_plain(cell) for cell in cells))
            start = before + reader.line_num + 1
    except csv.Error as no:
        many_lines = before + reader.line_num > start  # only an open quotation mark takes in the lines that follow
        if "unexpected end" in str(no) or ("limit" in str(no) and many_lines):
            raise Refusal(N_("A quotation mark opens on line %(line)s and is never closed."), line=start) from no
        if strict:
            raise
        raise Refusal(N_("Line %(line)s of this list cannot be read."), line=start) from no


def _heading(lines: list[Line]) -> int | None:
    """Which of the first lines is the heading: a title may stand above it. None when the file has none."""
    known = [_heads(line.cells) for line in lines[:10]]
    if max(known) > 0:
        return known.index(max(known))
    return None if _tells(lines[0].cells) else 0


def _heads(cells: Sequence[str]) -> int:
    """How much these cells look like a heading: its words, and none of what stands below one."""
    return 0 if _tells(cells) else words_known(cells)


def _tells(cells: Sequence[str]) -> bool:
    return any(looks_like_date(cell) or looks_like_phone(cell) for cell in cells)


def _physical(text: str) -> Iterator[str]:
    return io.StringIO(text, newline="")


_FORMULA = re.compile(r'\A="(.*)"\Z', re.DOTALL)  # what Excel needs to keep a leading zero


def _plain(cell: str) -> str:
    cell = cell.replace("\xa0", " ").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
    guarded = _FORMULA.match(cell)
    return guarded[1].strip() if guarded else cell
