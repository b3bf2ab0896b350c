"""A language on a sheet: one line per form of a text, for somebody who speaks it to read; and back, checked.

The sheet opens in Excel and LibreOffice. Nothing here needs Babel: it runs on a phone as well as in the build.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

BLANK = re.compile(r"%\((\w+)\)[sd]")
HEADING = ("Text", "Form", "Note", "Dansk", "Translation", "Read", "Better")
"""English for who reviews: *Read* has an x when somebody who speaks it has read the line; *Better* is a suggestion."""

ROOM = 40
"""Signs that any text may be longer than twice the Danish: a button of one word becomes three."""

FORM = re.compile(r"(\d+)(?: of |/)\d+")
"""Which form of how many. Sheets of before have a slash, of which a spreadsheet makes a day."""

LOST = re.compile(r"\ufffd|\?\?|\w\?\w")
"""What a spreadsheet leaves of letters that its own signs do not have."""

_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would calculate stands there as words, behind an apostrophe."""


@dataclass(frozen=True)
class Entry:
    """One text: its English source (`many` where it counts), and how it is said in Danish and in the language."""

    source: str
    many: str = ""
    note: str = ""
    danish: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True)
class Reviewed:
    """What came back: {source: forms} of the lines that were read, and a sentence for each that is refused."""

    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def blanks_differ(source: str, forms: Sequence[str], *, counts: bool) -> Iterator[tuple[set[str], set[str]]]:
    """(those that are there, those that belong there) of every form whose blanks are others than the source's."""
    asked = set(BLANK.findall(source))
    for form in forms:
        there = set(BLANK.findall(form))
        # "one", "two" and "none" may be said without their number
        if there != asked and not (counts and there == asked - {"num"}):
            yield there, asked


def to_sheet(entries: Sequence[Entry], forms: int, better: Mapping[str, str]) -> bytes:
    """UTF-8 with a mark that Excel looks for, semicolons as Danish Excel has them. `better`: {source: suggestion}."""
    out = io.StringIO()
    sheet = csv.writer(out, delimiter=";", lineterminator="\r\n")
    sheet.writerow(HEADING)
    for one in entries:
        for nth in range(forms if one.many else 1):
            said = one.said[nth] if nth < len(one.said) else ""
            danish = one.danish[min(nth, len(one.danish) - 1)] if one.danish else ""
            form = f"{nth + 1} of {forms}" if one.many else ""
            line = (one.source, form, one.note, danish, said, "x" if one.read else "", better.get(one.source, ""))
            sheet.writerow([_as_words(cell) for cell in line])
    for words, suggestion in better.items():
        if words not in {one.source for one in entries}:
            sheet.writerow(["", "", words, "", "", "", _as_words(suggestion)])
    return out.getvalue().encode("utf-8-sig")


def from_sheet(content: bytes, entries: Sequence[Entry], forms: int) -> Reviewed:
    """The lines with an x under *Read*; a better word, if one stands there, is taken instead of the translation."""
    known = {one.source: one for one in entries}
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Reviewed(faults=("Letters were lost when this was saved. Save it again as CSV UTF-8.",))
    lines = list(csv.reader(io.StringIO(text), delimiter=_delimiter(content)))
    if not lines or tuple(lines[0][: len(HEADING)]) != HEADING:
        return Reviewed(faults=("This is not a sheet of texts: its first line must stay as it was.",))
    told: dict[str, dict[int, str]] = {}
    faults: list[str] = []
    for number, cells in enumerate(lines[1:], 2):
        source, form, _, _, said, read, better = [_bare(cell) for cell in (*cells, *[""] * 7)[:7]]
        if not read.strip() or not source:
            continue
        if source not in known:
            faults.append(f"Line {number}: the app does not say this text any more: {source}")
        elif (nth := _nth(form.strip(), forms if known[source].many else 0)) is None:
            faults.append(f"Line {number}: Form must stay as it was, like 1 of {forms}: {form}")
        else:
            told.setdefault(source, {})[nth] = (better or said).strip()
    for source, by_form in told.items():
        faults += faults_of(known[source], tuple(by_form.get(nth, "") for nth in range(_wanted(known, source, forms))))
    wrong = {fault.partition('"')[2].rpartition('"')[0] for fault in faults}
    good = {source: by_form for source, by_form in told.items() if source not in wrong}
    return Reviewed(
        {source: tuple(by_form[nth] for nth in sorted(by_form)) for source, by_form in good.items()}, tuple(faults)
    )


def faults_of(one: Entry, forms: Sequence[str]) -> Iterator[str]:
    """In whole sentences what is wrong with a translation of that text."""
    if not all(forms):
        yield f'A form is missing of "{one.source}".'
        return
    for there, asked in blanks_differ(one.many or one.source, forms, counts=bool(one.many)):
        yield f'The blanks {sorted(there)} must be {sorted(asked)} in "{one.source}".'
    if any(set(LOST.findall(form)) - set(LOST.findall(one.source)) for form in forms):
        yield f'Letters were lost when this was saved. Save it again as CSV UTF-8: "{one.source}".'
    longest = 2 * max(map(len, (one.source, *one.danish))) + ROOM
    if any(len(form) > longest for form in forms):
        yield f'The text is too long for its place on the screen: "{one.source}".'


def _wanted(known: Mapping[str, Entry], source: str, forms: int) -> int:
    return forms if known[source].many else 1


def _nth(form: str, forms: int) -> int | None:
    """Which of so many forms, the first = 0; None for what says none of them. `forms` 0: the text is not counted."""
    if not forms:
        return None if form else 0
    said = FORM.fullmatch(form)
    nth = int(said[1]) if said else 0
    return nth - 1 if 1 <= nth <= forms else None


def _delimiter(content: bytes) -> str:
    first = content.partition(b"\n")[0]
    return max(";,\t", key=lambda sign: first.count(sign.encode()))


def _as_words(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
