"""brobygger-decks check: what is wrong is said with file, line and reason; what is shipped has no error."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.exercises.deck import Item
from build.decks.check import check, coverage, wrong_packs
from build.decks.compile import compile_decks
from build.decks.headwords import not_a_headword
from build.decks.source import DECKS, sources
from build.decks.spelling import misspelt
from build.decks.teacher import errors, how_many_words, notes
from tests.exercises.our_decks import SMALL, shipped, small_deck

CLOCK = 'kind: clock, value: "7.30", say: halv otte, others: ["8.30", "7.00", "8.00"]'
PHONE = "kind: phone, value: 10 20 30 40, say: 'ti, tyve, tredive, fyrre', others: [20 34 56 78, 10 20 40 30]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small deck, to be spoilt."""
    return Path(shutil.copytree(SMALL, tmp_path / "decks"))


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("Tag kosten.", "Tag kostten.", 12, "kostten is spelt wrong"),
        ("da: et kort,", "da: et kortet,", 15, "kortet is a form of kort (definite)"),
        ("da: en kost,", "da: et kost,", 12, "et kost: it is en kost"),
        ("Tag kosten.", "Tag den store kost nu.", 12, "has 5 words; 4 at L2"),
        ("say: Tag kosten., level: L2", "say: Tag kosten., level: L1", 35, "has 2 words; 1 at L1"),
        ("[Amal Nuur, Solvej 4]", "[Amal Nuur, 010190-1234]", 43, "010190-1234 reads as a CPR number"),
        ("Navn: Amal Nuur,", "Navn: Amal Nuur, Telefon: 20 34 56 78,", 43, "20 34 56 78 may be somebody's"),
        (CLOCK, PHONE, 39, "20 34 56 78 may be somebody's"),
        ("right: Godmorgen.", "right: Godmorgen og velkommen til det nye hold.", 41, "has 7 words; 6 at L3"),
        ("{da: Luk døren,", "{da: Luk døren stille bag dig i dag,", 31, "has 7 words; 6 at L3"),
        ("da: Tag bussen, steps", "da: Tag den store gule bus til byen, steps", 31, "has 7 words; 6 at L3"),
        ("means: Gå forsigtigt", "means: Her skal du altid gå meget forsigtigt hele vejen", 37, "has 9 words; 8 at L4"),
        ("[Gå hurtigt,", "[Her skal du altid gå meget hurtigt hele vejen,", 37, "has 9 words; 8 at L4"),
        ("til en kollega.", "til en kollega og en nabo i dag.", 45, "has 10 words; 8 at L4"),
        ("{en: a broom, ar: مكنسة,", "{en: a broom,", 12, "broom is missing in ar"),
        (", so: dun,", ",", 13, "thread is missing in so"),
        (", ti: ናይ ስራሕ ናውቲ እፈልጥ", "", 27, "tools is missing in ti"),
        ("so: Nadaafad", 'so: ""', 3, "the title is missing in so"),
        ("picture: door, x: 75, y: 30", "picture: door, x: 30, y: 55", 34, "broom and door stand on one another"),
        ("{da: Rengøring, en: Cleaning,", "{da: Rengøring,", 3, "the title is missing in en"),
        ("da: en mønt, group: tools", "da: en mønt, group: money", 14, "coin: too few wrong answers"),
    ],
)  # fmt: skip
def test_what_a_teacher_would_mark_is_an_error_on_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, line: int, reason: str
) -> None:
    path = folder / "cleaning.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    assert check(folder) == 1
    said = capsys.readouterr().out.splitlines()
    assert [each for each in said if each.startswith(f"cleaning.yaml:{line}: error:") and reason in each], said


def test_a_word_that_is_two_at_its_level_is_an_error_and_a_verb_with_its_little_word_is_none(folder: Path) -> None:
    path = folder / "cleaning.yaml"
    text = path.read_text().replace("da: at vaske,", "da: at vaske op,").replace("[va, ske]", "[va, ske, op]")
    path.write_text(text.replace("da: en bus,", "da: en god bus,").replace("[b, u, s]", "[god, bus]"))
    [source], _faults = sources(folder)
    assert [why for _place, why in errors(source.deck) if "words;" in why] == ["en god bus counts as 2 words; 1 at L1"]


def test_a_broken_deck_is_said_beside_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "kitchen.yaml").write_text("deck: kitchen\nitems: [\n")
    assert check(folder) == 1
    said = capsys.readouterr().out
    assert "kitchen.yaml:3: error: this is no YAML" in said
    assert "1 decks, 1 errors" in said


def test_a_pack_that_was_touched_is_told_by_its_hash(folder: Path) -> None:
    compile_decks(folder)
    assert list(wrong_packs(folder)) == []
    [pack] = folder.glob("cleaning-*.json")
    pack.write_bytes(pack.read_bytes() + b" ")
    assert [fault.file for fault in wrong_packs(folder)] == [pack.name]


def test_a_pack_that_is_named_and_not_there_is_said_and_the_rest_goes_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compile_decks(folder)
    [pack] = folder.glob("cleaning-*.json")
    pack.unlink()
    assert check(folder) == 1
    said = capsys.readouterr().out
    assert f"index.json:1: error: {pack.name} is named and is not there" in said
    assert "1 decks, 1 errors" in said


def test_what_is_too_few_is_only_to_be_looked_at_again() -> None:
    assert not list(errors(small_deck()))
    assert "14 items; 56 to 64 are meant" in [why for _place, why in notes(small_deck())]


def test_the_dictionary_knows_compounds_and_forms_and_no_slip_of_the_pen() -> None:
    assert misspelt("Skraldespanden og gulvspanden står i det lille vaskerum kl. 7.30. Tag støvsugeren.") == []
    assert misspelt("støvsugr køken hygejne") == ["støvsugr", "køken", "hygejne"]


@pytest.mark.parametrize(
    ("danish", "many"),
    [("vaske", 1), ("en bus", 1), ("at vaske", 1), ("at vaske op", 1), ("at tørre helt af", 2), ("Pas på", 2)],
)
def test_an_article_is_no_word_and_a_verb_is_one_with_the_little_word_that_belongs_to_it(
    danish: str, many: int
) -> None:
    assert how_many_words(Item("wash", danish, "doing", ())) == many


@pytest.mark.parametrize(
    ("danish", "why"),
    [
        ("en spanden", "spanden is a form of spand (definite)"),
        ("en barnevognen", "barnevognen is a form of barnevogn (definite)"),
        ("et barnevogn", "et barnevogn: it is en barnevogn"),
        ("et cykel", "et cykel: it is en cykel"),
        ("at vasker", "vasker is a form of vaske (present)"),
        ("at vask op", "at vask: vask is no infinitive"),
        ("at gik", "gik is a form of gå"),
        ("store", "store is a form of stor"),
    ],
)
def test_a_word_that_no_dictionary_lists_so_is_told_with_the_one_it_belongs_to(danish: str, why: str) -> None:
    assert list(not_a_headword(danish)) == [why]


@pytest.mark.parametrize(
    "danish", ["en bil", "et vaskerum", "at vide", "at gøre rent", "glad", "handsker", "Jeg er syg"]
)
def test_a_word_as_it_is_listed_or_said_is_left_alone(danish: str) -> None:
    assert list(not_a_headword(danish)) == []


def test_coverage_says_how_much_stands_in_each_language_and_how_much_was_read() -> None:
    [line] = coverage([small_deck()])
    assert "ar 16 (0), en 16 (0)" in line


def test_what_a_language_lacks_that_is_not_offered_is_counted_and_no_error() -> None:
    [said] = [why for _place, why in notes(small_deck()) if "in ku" in why]
    assert said == "16 of 16 are missing in ku, which is not offered yet"


def test_the_decks_that_are_shipped_are_whole_and_a_teacher_would_mark_nothing() -> None:
    whole, broken = sources(DECKS)
    assert broken == []
    assert len(whole) == len(shipped()) == 8
    assert [str(source.fault(*found)) for source in whole for found in errors(source.deck)] == []
