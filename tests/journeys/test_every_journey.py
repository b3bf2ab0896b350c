"""Every journey that writes, as every role: what it says is kept or refused as the matrix has it.

The list is read from the modules, so that a new journey cannot be forgotten; what a call needs is made up by type.
"""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import pytest

from app.domain.roles import WORKER
from app.journeys.attachments import File
from app.platform import Recording
from app.records import Kind, Record, field_names, tables
from app.storage.saw import Saw
from app.storage.writing import Tx
from sync.version import GONE
from tests.architecture.tree import ROOT
from tests.journeys.everybody import Everybody, a_value, patched_write, place_of
from tests.journeys.rights import READS, SETS, may
from tests.world import Phone

WORDS = {
    "outcome": "interested",
    "kind": "other",
    "language": "ar",
    "starts": "2026-03-09T16:00",
    "noun": "meeting",
    "word": "hus",
    "danish": "hus",
    "phone": "20304050",
}
"""What is said where any word would not do, by the name of what is asked for."""


BEYOND = {
    "areas.choose_area",
    "chosen_words.choose_words",
    "greeting.greet_her_too",
    "growing.takes_part",
    "handed.take_over",
    "import_contacts.import_list",
    "mentor_meetings.give_back",
    "mentor_meetings.take_slot",
    "my_voice.take_my_voice_back",
    "not_taken.hand_in",
    "one_voice.say_anew",
    "partners.consent",
    "partners.share",
    "partners.unshare",
    "partners.unshare_what_ended",
    "plan.hear",
    "practice.keep_answer",
    "practice.sum_up",
    "pulses.say_their_week",
    "pulses.say_week",
    "rename_area.rename_area",
    "settle.settle_text",
    "take_list_back.take_list_back",
    "tracks.go_on",
    "would_meet.forget_old",
}
"""These need more of a life than can be made up here: they are called, and say nothing. None may be added lightly."""

FOR_NOBODY = {"not_right.say_not_right", "one_voice.unsay"}
"""What is made up for these nobody may say; of the others somebody's word is kept."""

PICTURE = b"\xff\xd8 a picture \xff\xd9"
SOON = "2026-03-09T16:00"

SAID: dict[str, dict[str, Any]] = {
    "asking_after.ask_after": {"way": "call"},
    "attachments.attach_all": {"files": [File("ab" * 16, Kind.PHOTO, PICTURE)]},
    "attendance.mark": {"presence": "came"},
    "companies.add_company": {"name": "The bakery", "trade": "kitchen"},
    "consents.answer_asked": {"mode": "heard", "yes": False},
    "contacts.log_contact": {"name": "Hodan"},
    "ending.end": {"ended_by": "she", "reason": "reached", "care_until": None},
    "greeting.greet": {"recording": Recording(PICTURE, "audio/webm", 3)},
    "group_sessions.tell_session": {"topics": "everyday", "role_model": "yes"},
    "handover.hand_over": {"taker": WORKER},
    "tasks.add_task": {"kind": "meet", "person": WORKER},
    "growing.said_yes": {"explained": "danish", "name": "Hodan"},
    "handover.end_overlap": {"deputy": ""},
    "handover.say_followed": {"followed": "yes"},
    "house_meanings.explain": {"means": {"ar": "x"}},
    "mentor_meetings.plan_mentor_meeting": {"starts": SOON},
    "mentors.tick": {"step": "talk_on"},
    "offers.add_offer": {"name": "Sewing"},
    "partners.consent": {"explained": "danish"},
    "placements.end_placement": {"succeeded": "came"},
    "placements.climb": {"kind": "try_out", "from_on": date(2026, 3, 2), "paid_hours": 0},
    "placements.propose": {"kind": "try_out", "from_on": date(2026, 3, 2), "plan_b": "course", "paid_hours": 0},
    "placements.set_plan_b": {"plan_b": "course"},
    "reach.estimate": {"method": "register"},
    "referrals.refer": {"direction": "out"},
    "tracks.begin_track": {"kind": "everyday"},
    "tracks.step_back": {"why": "rest", "look_again_on": date(2026, 6, 1)},
    "would_meet.say_whom": {"side": "she", "chosen": ["ab" * 16]},
}
"""What is said where any word of that type would not do; a role stands for the person."""


@cache
def journeys() -> dict[str, Callable[..., Any]]:
    """Every public function of a journey's module that is given the world and opens a write, itself or below."""
    found = {}
    for file in sorted(Path(ROOT, "app/journeys").glob("*.py")):
        module = importlib.import_module(f"app.journeys.{file.stem}")
        for one in ast.parse(file.read_text()).body:
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and not one.name.startswith("_"):
                first = one.args.args[0].arg if one.args.args else ""
                if first == "ports" and ".write()" in ast.unparse(one):
                    found[f"{file.stem}.{one.name}"] = getattr(module, one.name)
    return found


class Attempt(NamedTuple):
    """What was tried to be said of one row: all of it is kept, or nothing."""

    role: str
    where: str
    noun: str
    fields: tuple[str, ...]
    kept: bool
    anothers: bool = False  # the place is another person's own

    @property
    def is_right(self) -> bool:
        """A row that goes is for those who may set any of it."""
        noun, reads = tables()[self.noun], self.where in READS[self.role] and not self.anothers
        said = [name for name in self.fields if name != GONE]
        if not said:
            any_of_it = any(may(self.role, self.where, self.noun, name) for name in field_names(noun))
            return not self.kept or (reads and any_of_it)
        return self.kept == (reads and all(may(self.role, self.where, self.noun, name) for name in said))


def made_up(phone: Phone, everybody: Everybody, name: str, kind: Any) -> Any:
    """Something of that type; None where that is not so simple."""
    if get_origin(kind) in (Union, UnionType):
        kind = next(one for one in get_args(kind) if one is not type(None))
    of_many = get_origin(kind)
    if of_many is not None:
        return ({} if issubclass(of_many, Mapping) else []) if inspect.isclass(of_many) else None
    if name == "space":
        return phone.store.places()[-1].space
    if name in {"row", "photo"} and kind is str:
        return phone.ports.new_row()
    simple = {str: WORDS.get(name, f"x {name}"), Any: WORDS.get(name, f"x {name}"), bool: True, int: 5}
    simple |= {bytes: PICTURE, date: phone.ports.today()}
    if kind in simple:
        return simple[kind]
    if inspect.isclass(kind) and issubclass(kind, Record):
        return a_row(phone, everybody, tables()["meeting"] if kind is Record else kind)
    return next(iter(kind)) if inspect.isclass(kind) and issubclass(kind, Enum) else None


def a_row(phone: Phone, everybody: Everybody, noun: type[Record]) -> Record | None:
    """As this phone has it, or another."""
    for other in (phone, *everybody.of.values()):
        if there := other.store.find(noun, limit=1):
            return there[0]
    return lay(everybody, noun)


def ways(phone: Phone, everybody: Everybody, name: str) -> Iterator[dict[str, Any]]:
    """Arguments by name: all there are, those it cannot do without, in each place, and one field of the row at a time.

    `saw` = what this phone shows of what is handed in with it.
    """
    journey = journeys()[name]
    kinds, asked = get_type_hints(journey), inspect.signature(journey).parameters
    many = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
    plain = [one for one in asked.values() if one.name != "ports" and one.kind not in many]
    every = {one.name: made_up(phone, everybody, one.name, kinds[one.name]) for one in plain}
    told = {one: _person(everybody, given) for one, given in SAID.get(name, {}).items()}
    every |= told
    shown = next((one for one in every.values() if isinstance(one, Record)), None)
    for one in (one for one, kind in kinds.items() if one in every and Saw in (kind, *get_args(kind))):
        every[one] = phone.store.seen(shown) if shown else Saw()
    needed = {one.name: every[one.name] for one in plain if one.default is one.empty} | told
    yield every
    yield needed
    yield {one: _bare(phone, given) for one, given in needed.items()}
    if "space" in every:
        for place in phone.store.places():
            yield needed | {"space": place.space}
    if any(one.kind is one.VAR_KEYWORD for one in asked.values()):
        noun = type(shown) if shown else Record
        for field in field_names(noun):
            if field not in asked:
                yield needed | {field: said_of(noun, field)}


def _person(everybody: Everybody, given: Any) -> Any:
    return everybody.of[given].ports.me.person.hex() if isinstance(given, str) and given in everybody.of else given


def _bare(phone: Phone, given: Any) -> Any:
    """A row as it is on its first day: nobody has said anything of it yet."""
    return type(given)(id=phone.ports.new_row(), space=given.space) if isinstance(given, Record) else given


def said_of(noun: type[Record], field: str) -> Any:
    """A value as a screen hands it in."""
    value = a_value(noun, field)
    if not isinstance(value, str):
        return value
    is_day = "date" in str(noun.model_fields[field].annotation)
    return date.fromisoformat(value) if is_day else WORDS.get(field, f"another {field}")


def lay(everybody: Everybody, noun: type[Record]) -> Record | None:
    """A row of that noun, whose every field is told by somebody who may; None when nobody has a place for it."""
    name = noun.__name__.lower()
    for where, roles in SETS[name].items():
        role, phone = next((role, phone) for role, phone in everybody.of.items() if role in roles)
        if (space := place_of(phone, where)) is not None:
            row = phone.ports.new_row()
            for field in field_names(noun):
                if may(role, where, name, field):
                    patched_write(phone, space, row, name, noun, field, a_value(noun, field))
            return phone.store.get(noun, row)
    return None


def furnish(everybody: Everybody) -> None:
    """Of every noun there is a row, and everybody who reads it has it."""
    for noun in tables().values():
        if not any(other.store.find(noun, limit=1) for other in everybody.of.values()):
            lay(everybody, noun)
    for _ in range(2):
        for phone in everybody.of.values():
            phone.sync()


def called(everybody: Everybody, role: str, name: str) -> list[Attempt]:
    """What it tried to say as that role, and whether it might."""
    phone, attempts, really = everybody.of[role], list[Attempt](), Tx._say

    def told(self: Tx, record: Record, said: Mapping[str, tuple[Any, Any]]) -> None:
        if not said:
            return
        kept = False
        try:
            really(self, record, said)
            kept = True
        finally:
            kinds = {place.space: place.kind for one in everybody.of.values() for place in one.store.places()}
            where = kinds.get(record.space, "")
            anothers = where == "own" and record.space != place_of(phone, "own")
            attempts.append(Attempt(role, where, type(record).__name__.lower(), tuple(said), kept, anothers))

    for given in ways(phone, everybody, name):
        with pytest.MonkeyPatch.context() as patched, suppress(Exception):  # made up: anything may be wrong with it
            patched.setattr(Tx, "_say", told)
            done = journeys()[name](phone.ports, **given)
            if inspect.isawaitable(done):
                asyncio.run(asyncio.wait_for(done, 20))
        if any(attempt.kept for attempt in attempts):
            break
    return attempts


def test_what_each_journey_says_as_each_role_is_kept_or_refused_as_the_matrix_has_it(everybody: Everybody) -> None:
    furnish(everybody)
    speaks, kept, wrong = set(), set(), []
    for name in journeys():
        for role in everybody.of:
            attempts = called(everybody, role, name)
            speaks |= {name for _ in attempts}
            kept |= {name for attempt in attempts if attempt.kept}
            wrong += [(name, *attempt) for attempt in attempts if not attempt.is_right]

    assert wrong == []
    assert set(journeys()) - speaks <= BEYOND, "say in SAID what it needs, so that it is tried as every role"
    assert speaks - kept <= FOR_NOBODY
    assert set(journeys()) >= BEYOND | set(SAID)
