"""A deck is read from a pack; a wrong part is named, a newer app's part is left alone."""

from __future__ import annotations

from typing import Any

import pytest

from app.exercises.deck import Gloss, Level, deck_of, read

MOP: dict[str, Any] = {
    "id": "mop",
    "da": "en moppe",
    "group": "tools",
    "levels": ["L1", "L2", "L3"],
    "gloss": {"en": "a mop", "ar": {"text": "ممسحة", "state": "reviewed"}},
    "says": [{"da": "Tag moppen.", "level": "L2"}],
}
PACK: dict[str, Any] = {
    "deck": "cleaning",
    "title": {"da": "Rengøring"},
    "industry": "cleaning",
    "version": 1,
    "licence": "CC-BY-4.0",
    "items": [MOP],
    "signs": [{"id": "wet", "text": "Glat gulv", "means": "Gå forsigtigt", "not": ["Gå hurtigt", "Luk døren"]}],
}


def test_every_part_has_one_whole_id() -> None:
    deck = read(PACK)
    assert list(deck.parts) == ["cleaning.mop", "cleaning.sign.wet"]
    assert deck.item("cleaning.sign.wet") is None
    assert deck_of("cleaning.sign.wet") == deck.id


def test_a_word_is_known_without_its_article() -> None:
    mop = read(PACK).item("cleaning.mop")
    assert mop is not None
    assert mop.bare == "moppe"
    assert mop.levels == (Level.L1, Level.L2, Level.L3)


def test_a_gloss_has_its_own_state_or_that_of_the_deck() -> None:
    deck = read(PACK)
    gloss = deck.items[0].gloss
    assert [deck.state_of(gloss[code]) for code in ("en", "ar")] == ["draft", "reviewed"]
    assert gloss["en"] == Gloss("a mop")


@pytest.mark.parametrize(
    ("industry", "group", "told"),
    [("cleaning", "tools", {"en", "ar"}), ("cleaning", "safety", {"ar"}), ("safety", "wear", {"ar"})],
)
def test_what_concerns_safety_is_told_only_where_somebody_has_read_it_in_whatever_deck_it_stands(
    industry: str, group: str, told: set[str]
) -> None:
    deck = read({**PACK, "industry": industry, "items": [{**MOP, "group": group}]})

    assert set(deck.told(deck.items[0])) == told


def test_a_key_of_a_newer_pack_is_left_alone() -> None:
    assert read({**PACK, "songs": [1], "items": [{**MOP, "smell": "soap"}]}) == read(PACK)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"da": None}, "items.0.da: must be text"),
        ({"levels": ["L1", "L5", "L2"]}, "items.0.levels.1: must be one of L1, L2, L3, L4"),
        ({"tiles": "moppe"}, "items.0.tiles: must be a list"),
        ({"says": [{"da": "Tag moppen."}]}, "items.0.says.0.level: is missing"),
        ({"gloss": "a mop"}, "items.0.gloss: must be a list of names and values"),
    ],
)
def test_a_wrong_part_is_named(change: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named.replace(".", r"\.")):
        read({**PACK, "items": [{**MOP, **change}]})


def test_a_missing_part_is_named() -> None:
    with pytest.raises(ValueError, match="licence: is missing"):
        read({key: part for key, part in PACK.items() if key != "licence"})
