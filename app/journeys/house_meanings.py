"""What a word of the organisation means in the languages of those who practise it; one line for each language."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.house_words import may_offer
from app.ports import Ports, Refusal
from app.records import HouseMeaning, HouseWord, RowId

ALL = 2_000


def house_meanings(ports: Ports) -> dict[RowId, dict[str, str]]:
    """{row of a word: {language: what it means}}, of those that are explained at all."""
    found: dict[RowId, dict[str, str]] = {}
    for one in ports.store.find(HouseMeaning, col(HouseMeaning.text) != "", limit=ALL):
        found.setdefault(one.word, {})[one.language] = one.text
    return found


def meanings_of(ports: Ports, word: HouseWord) -> dict[str, str]:
    """{language: what it means}"""
    return house_meanings(ports).get(word.id, {})


def explain(ports: Ports, *, shown: HouseWord, means: Mapping[str, str]) -> None:
    """For everybody who reads one of these languages; what is empty is not explained."""
    if not may_offer(ports):
        raise Refusal(N_("Only a coordinator can do this."))
    refuse_cpr(*means.values())
    with ports.store.write() as tx:
        for language, text in means.items():
            row = beside(shown.id, f"means {language}")
            there = ports.store.get(HouseMeaning, row, shown.space)
            if there is not None:
                tx.change(there, text=tidy(text))
            elif tidy(text):
                meaning = HouseMeaning(id=row, space=shown.space, word=shown.id, language=language, text=tidy(text))
                tx.add(meaning)
