"""A list of contacts from an office comes in: looked at first, then kept, all that can be or nothing."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.spreadsheet import Line, Spreadsheet, read_spreadsheet, without_heading
from app.domain.spreadsheet_columns import Column, guess_columns, match_columns
from app.domain.spreadsheet_cpr import cpr_columns
from app.domain.spreadsheet_rows import Refused, contact_of, refused
from app.i18n import N_
from app.journeys.areas import chosen_area, writes_in
from app.ports import Ports, Refusal
from app.records import Contact
from app.storage.fold import digits, fold

PIECE = 250
"""Lines between two breaths: the screen lives, and shows how far we are."""

_SAMPLES = 3
_FINDABLE = {Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.PHONE, Column.PHONE_2, Column.ADDRESS}
Sign = tuple[str, ...]
Progress = Callable[[int, int], None]
"""(lines done, lines in all)"""


@dataclass(frozen=True)
class ListColumn:
    """One column as the person sees it before anything is taken in; `cpr` ones stay outside whatever she chooses."""

    at: int
    heading: str
    samples: tuple[str, ...]
    cpr: bool


@dataclass(frozen=True)
class Preview:
    """What the file holds and what we think its columns are; nothing has been kept. `whole` = as it was first read."""

    sheet: Spreadsheet
    whole: Spreadsheet
    columns: tuple[ListColumn, ...]
    match: Mapping[int, Column]

    @property
    def cpr(self) -> tuple[ListColumn, ...]:
        """The columns that look like CPR numbers."""
        return tuple(column for column in self.columns if column.cpr)


@dataclass(frozen=True)
class Twin:
    """A line about somebody who is there: `of` is the line that stands for her, None when she was here before."""

    line: int
    shown: str
    of: int | None


@dataclass(frozen=True)
class ImportReport:
    """The contacts that were kept, and every line that was not, with the reason; in the order of the file."""

    rows: tuple[Contact, ...]
    refused: tuple[Refused, ...]
    twins: tuple[Twin, ...]

    @property
    def kept(self) -> int:
        """How many."""
        return len(self.rows)


def read_list(content: bytes) -> Preview:
    """Reads the file and matches its columns. Refuses what is no list; keeps nothing."""
    return _preview(read_spreadsheet(content))


def read_first_line(preview: Preview, *, person: bool) -> Preview:
    """The same list once more: its doubtful first line is a person, or the heading after all."""
    return _preview(without_heading(preview.whole) if person else preview.whole, preview.whole)


def _preview(sheet: Spreadsheet, whole: Spreadsheet | None = None) -> Preview:
    cells = [
        [line.cells[at] if at < len(line.cells) else "" for line in sheet.lines] for at in range(len(sheet.header))
    ]
    barred = cpr_columns(sheet.header, cells)
    columns = tuple(
        ListColumn(at, sheet.header[at], () if at in barred else _samples(cells[at]), at in barred)
        for at in range(len(sheet.header))
    )
    match = match_columns(sheet.header) if sheet.headed else guess_columns(cells)
    return Preview(sheet, whole or sheet, columns, {at: column for at, column in match.items() if at not in barred})


async def import_list(
    ports: Ports,
    *,
    preview: Preview,
    match: Mapping[int, Column],
    progress: Progress,
    space: str | None = None,
) -> ImportReport:
    """Keeps every line that can be a contact and is not here yet, in one write: all of them or, on `NotKept`, none.

    `progress` is told every few hundred lines. Two lines about one person make one contact: the later meeting.
    """
    chosen = {at: column for at, column in match.items() if not preview.columns[at].cpr}
    if not _FINDABLE & set(chosen.values()):
        raise Refusal(N_("Choose the column with the names, the phones or the addresses."))
    place, today, total = chosen_area(ports, space), ports.today(), len(preview.sheet.lines)
    found: list[tuple[Line, Contact]] = []
    outside: list[Refused] = []
    for done, line in enumerate(preview.sheet.lines):
        if done % PIECE == 0:
            await _breathe(progress, done // 2, total)
        contact = contact_of(line, preview.sheet.header, chosen, today)
        if isinstance(contact, Refused):
            outside.append(contact)
        else:
            found.append((line, contact))
    here = {
        sign: None for contact in ports.store.find(Contact, Contact.space == place) for sign in same_person(contact)
    }
    fresh, twins = _apart(found, here, chosen)
    with ports.store.write() as tx:
        writes_in(ports, tx, place)
        for done, contact in enumerate(fresh):
            if done % PIECE == 0:
                await _breathe(progress, (total + done) // 2, total)
            contact.id, contact.space, contact.written_on = ports.new_row(), place, ports.today()
            tx.add(contact, fresh=True)
        await _breathe(progress, total, total)
    return ImportReport(tuple(fresh), tuple(outside), twins)


def same_person(contact: Contact) -> frozenset[Sign]:
    """The signs by which two contacts are one person: the same name with the same phone or the same address.

    Without phone and address the bare name is the sign; without a name the phone, or the address, alone.
    A name is the same with the last name first, as offices write it.
    """
    name = " ".join(sorted(_bare(contact.name).split()))
    numbers = {digits(part) or _bare(part) for part in contact.phone.split("/")} - {""}
    signs: set[Sign] = {(name, "phone", number) for number in numbers}
    if contact.address:
        signs.add((name, "address", _bare(contact.address)))
    return frozenset(signs or {(name,)})


def _apart(
    found: Iterable[tuple[Line, Contact]], here: Mapping[Sign, int | None], match: Mapping[int, Column]
) -> tuple[list[Contact], tuple[Twin, ...]]:
    """Those to be kept, in the order of the file, and those who are there already."""
    known, fresh, twins = dict(here), [], []
    for line, contact in sorted(found, key=lambda each: each[1].met_on or date.min, reverse=True):
        signs = same_person(contact)
        twin = next((sign for sign in signs if sign in known), None)
        if twin is None:
            fresh.append((line.number, contact))
            known.update(dict.fromkeys(signs, line.number))
        else:
            twins.append(Twin(line.number, refused(line, match, "").shown, known[twin]))
            for sign in signs:
                known.setdefault(sign, known[twin])
    in_order = [contact for _, contact in sorted(fresh, key=lambda each: each[0])]
    return in_order, tuple(sorted(twins, key=lambda twin: twin.line))


async def _breathe(progress: Progress, done: int, total: int) -> None:
    progress(done, total)
    await asyncio.sleep(0)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def _samples(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(cell.split())[:40] for cell in cells if cell))[:_SAMPLES]
