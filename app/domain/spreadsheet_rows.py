"""From a line of a list to a contact, or to the reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.cpr import holds_cpr
from app.domain.refusal import Refusal
from app.domain.spreadsheet import LONGEST_CELL, Line
from app.domain.spreadsheet_columns import Column
from app.domain.spreadsheet_values import channel_of, day_of, outcome_of
from app.domain.text import tidy, tidy_prose
from app.i18n import N_
from app.records.contact import Channel, Contact

_SHOWN = 60
_DAYS = (Column.MET_ON, Column.FOLLOWUP_ON)


@dataclass(frozen=True)
class Refused:
    """A line that stays outside. `text` is a message id with `blanks`; `shown` helps to find the line again."""

    line: int
    shown: str
    text: str
    blanks: Mapping[str, object] = field(default_factory=dict)


def contact_of(line: Line, header: tuple[str, ...], match: Mapping[int, Column], today: date) -> Contact | Refused:
    """A contact without id and space. Words for channel or outcome that we do not know go below the note."""
    said = {at: cell for at, cell in enumerate(line.cells) if cell and at in match}
    try:
        _check(line, header, said, match)
        return _contact(header, said, match, today)
    except Refusal as no:
        return refused(line, match, no.text, **no.blanks)


def refused(line: Line, match: Mapping[int, Column], text: str, **blanks: object) -> Refused:
    """What is shown of the line is what would have been taken in, without anything that reads as a CPR number."""
    cells = (cell for at, cell in enumerate(line.cells) if at in match and cell and not holds_cpr(cell))
    return Refused(line.number, " · ".join(cells)[:_SHOWN], text, blanks)


def _check(line: Line, header: tuple[str, ...], said: Mapping[int, str], match: Mapping[int, Column]) -> None:
    if any(line.cells[len(header) :]):
        raise Refusal(N_("This line has more columns than the heading."))
    for at, cell in said.items():
        if len(cell) > LONGEST_CELL:
            raise Refusal(N_("One field is longer than a page. Is a quotation mark missing?"))
        if holds_cpr(cell) and not (match[at] in _DAYS and day_of(cell)):
            head = _head(header, at)
            raise Refusal(N_("There seems to be a CPR number in “%(column)s”. We do not keep those."), column=head)


def _contact(header: tuple[str, ...], said: Mapping[int, str], match: Mapping[int, Column], today: date) -> Contact:
    one = {match[at]: tidy(cell) for at, cell in said.items()}
    met_on, followup_on = (_day(one.get(column, "")) for column in _DAYS)
    if met_on and met_on > today:
        raise Refusal(N_("You cannot have met somebody in the future."))
    if met_on and followup_on and followup_on < met_on:
        raise Refusal(N_("The day to follow up lies before the day you met."))
    name = one.get(Column.NAME) or _joined(" ", one, Column.FIRST_NAME, Column.LAST_NAME)
    phone = _joined(" / ", one, Column.PHONE, Column.PHONE_2)
    if not any(map(str.isalpha, name)) and not phone and Column.ADDRESS not in one:
        raise Refusal(N_("There is no name, no phone and no address."))
    town = _joined(" ", one, Column.POSTCODE, Column.CITY)
    channel = channel_of(one.get(Column.CHANNEL, ""))
    return Contact(
        name=name,
        phone=phone,
        address=", ".join(filter(None, (one.get(Column.ADDRESS), town))),
        language=one.get(Column.LANGUAGE, ""),
        channel=channel or (Channel.OTHER if Column.CHANNEL in one else ""),
        outcome=outcome_of(one.get(Column.OUTCOME, "")) or "",
        met_on=met_on,
        followup_on=followup_on,
        note=tidy_prose("\n".join(_notes(header, said, match))),
    )


def _notes(header: tuple[str, ...], said: Mapping[int, str], match: Mapping[int, Column]) -> list[str]:
    notes = [cell for at, cell in said.items() if match[at] is Column.NOTE]
    for column, known in ((Column.CHANNEL, channel_of), (Column.OUTCOME, outcome_of)):
        strange = [at for at, cell in said.items() if match[at] is column and not known(cell)]
        notes += [f"{_head(header, at)}: {said[at]}" for at in strange]
    return notes


def _day(cell: str) -> date | None:
    day = day_of(cell)
    if cell and day is None:
        raise Refusal(N_("“%(cell)s” is not a day. Write it like 31-12-2026."), cell=cell[:_SHOWN])
    return day


def _joined(between: str, one: Mapping[Column, str], *columns: Column) -> str:
    return between.join(one[column] for column in columns if column in one)


def _head(header: tuple[str, ...], at: int) -> str:
    return header[at] or str(at + 1)
