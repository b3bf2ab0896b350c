"""A language goes out to be read by somebody who speaks it, with the better words that colleagues have suggested."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_, language_named
from app.i18n.review import Entry, to_sheet
from app.ports import Ports, Refusal
from app.records import RowId, Suggestion

MIME = "text/csv"
LONGEST = 400
MOST = 2_000


def suggest(ports: Ports, *, row: RowId, language: str, text: str, instead: str) -> Suggestion:
    """All who work here read it; it goes out with the next sheet of that language."""
    said, better = tidy(text)[:LONGEST], tidy(instead)[:LONGEST]
    if not said or not better:
        raise Refusal(N_("Write the words as they stand, and the better ones."))
    refuse_cpr(f"{said} {better}")
    staff = ports.store.space("staff")
    with ports.store.write() as tx:
        return tx.add(
            Suggestion(id=row, space=staff, language=language, text=said, instead=better, said_on=ports.today())
        )


def suggestions(ports: Ports, language: str) -> list[Suggestion]:
    """For that language, the newest first."""
    order = (col(Suggestion.said_on).desc(), col(Suggestion.id))
    return ports.store.find(Suggestion, col(Suggestion.language) == language, order_by=order, limit=MOST)


async def sheet_of(ports: Ports, *, language: str) -> tuple[str, bytes]:
    """(file name, a sheet that Excel and LibreOffice open): every text, also those that nobody may see yet."""
    try:
        packed = await ports.platform.asset(f"languages/{language_named(language).code}.json")
    except OSError as no:
        raise Refusal(N_("The texts cannot be fetched now. Try again when you have a connection.")) from no
    said = json.loads(packed)
    entries = [
        Entry(one[0], one[1], one[2], tuple(one[3]), tuple(one[4]), read=bool(one[5])) for one in said["entries"]
    ]
    better = {_source(entries, one.text): one.instead for one in reversed(suggestions(ports, language))}
    return f"brobygger-{language}.csv", to_sheet(entries, said["forms"], better)


def _source(entries: Sequence[Entry], words: str) -> str:
    """The text that is said so, in any of the three languages; else the words themselves."""
    wanted = words.casefold()
    for one in entries:
        if any(wanted == said.casefold() for said in (one.source, *one.danish, *one.said)):
            return one.source
    return words
