"""A steward looks at what others handed in: takes it over in her own name, or leaves it."""

from __future__ import annotations

import json
from typing import Any

from sqlmodel import col

from app.domain.roles import STEWARDS
from app.i18n import N_
from app.journeys.key_to_come import refuse_half_read
from app.ports import Ports, Refusal
from app.records import Contact, Done, Handed, Record, is_prose, table_named
from app.storage.nouns import noun
from app.storage.values import Value
from sync.version import GONE

DONE_SHOWN = 20


def waiting(ports: Ports) -> list[Handed]:
    """What nobody looked at yet, the oldest first; nothing for who is no steward."""
    if ports.me.role not in STEWARDS:
        return []
    return ports.store.find(Handed, col(Handed.done) == "", order_by=col(Handed.written_ms))


def looked_at(ports: Ports) -> list[Handed]:
    """What a steward took over or left, the newest first."""
    return ports.store.find(Handed, col(Handed.done) != "", order_by=col(Handed.written_ms).desc(), limit=DONE_SHOWN)


def said_in(handed: Handed) -> dict[str, Value]:
    """The fields that were handed in; what is no such thing is nothing."""
    try:
        said = json.loads(handed.said)
    except ValueError:
        return {}
    if not isinstance(said, dict):
        return {}
    return {name: value for name, value in said.items() if value is None or isinstance(value, str | int)}


def may_take_over(ports: Ports, handed: Handed) -> bool:
    """Is the noun known, and may she set each of these fields where the row lives?"""
    said = said_in(handed)
    settable = ports.store.may_set(handed.origin, handed.noun)
    return bool(said) and len(_values(handed, said)) == len(said) and set(said) <= settable


def take_over(ports: Ports, handed: Handed) -> None:
    """Writes the fields as her own. A text is set below the one that stands there: nobody's words disappear."""
    store, values, known = ports.store, _values(handed, said_in(handed)), table_named(handed.noun)
    if known is None or not may_take_over(ports, handed):
        raise Refusal(N_("You may not write all of this there."))
    refuse_half_read(ports, handed.origin)
    if known is Contact and store.is_removed(handed.origin, handed.row):
        raise Refusal(N_("This person has gone from the list, and does not come back."))
    there = store.get(known, handed.row, handed.origin)
    with store.write() as tx:
        if values.pop(GONE, False) and there:
            tx.remove(there, store.seen(there))
        elif there:
            tx.change(there, store.seen(there), **{name: _below(there, name, value) for name, value in values.items()})
        elif values:
            tx.add(known(id=handed.row, space=handed.origin, **values))
        tx.change(handed, done=Done.TAKEN.value)


def leave(ports: Ports, handed: Handed) -> None:
    """She looked at it and writes none of it; it stays where it is, marked."""
    with ports.store.write() as tx:
        tx.change(handed, done=Done.NOT_USED.value)


def _below(there: Record, name: str, value: Any) -> Any:
    stands = getattr(there, name)
    if not is_prose(type(there), name) or not stands or not value or value in stands:
        return stands if is_prose(type(there), name) and stands else value
    return f"{stands}\n{value}"


def _values(handed: Handed, said: dict[str, Value]) -> dict[str, Any]:
    """As the noun holds them; without what it does not know or cannot hold."""
    known = noun(handed.noun)
    values: dict[str, Any] = {}
    for name, value in said.items():
        if name == GONE and isinstance(value, bool):
            values[name] = value
        elif known is not None and name in known.readers:
            try:
                values[name] = known.readers[name](value)
            except ValueError:
                continue
    return values
