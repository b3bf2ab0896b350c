"""No noun, field or choice has room for a CPR number, an origin, a faith, an illness or a permit to stay."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import pytest
from sqlmodel import SQLModel

import app.records
from app.records import tables

Name = tuple[str, str]
"""Whose it is and what it is called; a noun or a set of choices is called by its own name."""

NEVER = {
    "who the state says she is": (
        "cpr personnummer personalnumber nationalid nationalnumber socialsecurity civilregist idnumber passport "
        "birth born foedsel fødsel foedt født"
    ),
    "origin": (
        "origin oprind ethnic etnisk etnicit herkomst afstam ancestr descent nationalit citizen statsborger "
        "country homeland hjemland foedeland fødeland racial skincol hudfarve immigra indvandr migrant"
    ),
    "faith": (
        "relig faith belief creed trosretning trossamfund bekendelse worship church kirke mosque moske moské muslim "
        "islam christian kristen jewish jøde joede hindu"
    ),
    "health": (
        "diagnos illness disease sickness sygdom sygemeld disab handicap handikap health helbred sundhed treatment "
        "behandling medic hospital doctor laege læge patient psych trauma depress pregnan gravid symptom therap"
    ),
    "leave to stay": (
        "residen ophold permit tilladelse asyl refugee flygtning repatri hjemsend deport udvis familyreunif "
        "familiesammen legalstatus"
    ),
}
"""Parts of names, wherever in a name they stand."""

NEVER_AS_A_WORD = frozenset(["ssn", "race", "tro", "ill", "sick", "syg", "visa", "visum", "status", "tribe", "clan"])
"""Words too short to be looked for inside other words."""

ONLY_SOUNDS_LIKE_IT: dict[Name, str] = {
    ("Handed", "origin"): "the space from which a row is handed on; nobody's",
    ("SpotKind", "mosque"): "a place where anybody is met; no person is tied to a faith by it",
    ("Office", "doctor"): "where the two go together; not why",
    ("Sender", "doctor"): "who sent her a letter; not what of",
    ("TrackKind", "health"): "an area of her plan, such as exercise; the word is all there is",
    ("Recommendation", "health_first"): "what to begin with; not what for",
    ("EndReason", "treatment"): "why it ended, of a few words; not of what",
}


def test_nothing_we_keep_is_for_a_number_an_origin_a_faith_an_illness_or_a_permit() -> None:
    assert set(refused(kept())) == set(ONLY_SOUNDS_LIKE_IT), "rename it, leave it out, or say why it only sounds so"


def test_every_noun_and_every_choice_is_looked_at() -> None:
    seen = set(kept())
    assert {(kind.__name__, name) for kind in tables().values() for name in kind.model_fields} <= seen
    assert {("Consent", "partner"), ("Topic", "rights"), ("Kind", "audio/webm")} <= seen


@pytest.mark.parametrize(
    "name",
    [
        "cpr", "cpr_number", "ssn", "national_id", "id_number", "country_of_birth", "born_on", "origin", "ethnicity",
        "nationality", "citizenship", "religion", "faith", "tro", "diagnosis", "illness", "is_sick", "disability",
        "health_note", "residence_permit", "residence_status", "legal_status", "visa", "asylum_since", "refugee",
        "personnummer", "etnicitet", "oprindelsesland", "statsborgerskab", "trosretning", "sygdom", "handicap",
        "opholdstilladelse", "opholdsgrundlag", "asylansøger", "fødeland",
    ],
)  # fmt: skip
def test_such_a_name_is_found_in_danish_and_in_english(name: str) -> None:
    assert list(refused([("Cover", name)])) == [("Cover", name)]


def test_it_is_found_planted_as_a_noun_a_field_and_a_choice() -> None:
    class AsylumCase(SQLModel):
        citizenship_code: str = ""

    class Why(StrEnum):
        DIAGNOSIS = "other"
        AWAY = "sygemeldt"

    assert {name for _, name in refused([*_fields(AsylumCase), *_choices(Why)])} == {
        "AsylumCase",
        "citizenship_code",
        "diagnosis",
        "sygemeldt",
    }


def refused(names: Iterable[Name]) -> Iterator[Name]:
    """Those that sound like what we never keep."""
    parts = [part for words in NEVER.values() for part in words.split()]
    for whose, name in names:
        words = re.findall(r"[^\W_]+", re.sub(r"(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])", "_", name).lower())
        if not NEVER_AS_A_WORD.isdisjoint(words) or any(part in "".join(words) for part in parts):
            yield whose, name


def kept() -> Iterator[Name]:
    """All that a row can be called, hold or say with one of a few words."""
    for noun in tables().values():
        yield from _fields(noun)
    for module in pkgutil.iter_modules(app.records.__path__, "app.records."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, StrEnum) and kind.__module__ == module.name:
                yield from _choices(kind)


def _fields(noun: type[SQLModel]) -> Iterator[Name]:
    yield noun.__name__, noun.__name__
    yield from ((noun.__name__, field) for field in noun.model_fields)


def _choices(kind: type[StrEnum]) -> Iterator[Name]:
    yield kind.__name__, kind.__name__
    yield from ((kind.__name__, said) for one in kind for said in {one.value, one.name.lower()})
