"""Decks become packs: the same bytes at every run, their hash in their name, and a broken one stops no other."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.exercises.deck import read
from build.decks.compile import LARGEST, compile_decks
from build.decks.source import sources
from build.pwa.drawings import CHOSEN, chosen, drawn

SMALL = Path(__file__).parent / "decks"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small deck, to be broken."""
    return Path(shutil.copytree(SMALL, tmp_path / "decks"))


def index(folder: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((folder / "index.json").read_text())["decks"]
    return listed


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "cleaning.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_pack_is_the_deck_and_its_drawings(folder: Path) -> None:
    assert compile_decks(folder) == []
    [entry] = index(folder)
    content = (folder / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert entry["sha256"].startswith(entry["file"].split(".")[1])
    deck = read(json.loads(content))
    assert {item.picture for item in deck.items if item.picture} <= set(deck.drawings)
    assert deck.drawings["broom"].startswith("<svg")


def test_a_drawing_of_ours_is_chosen_and_brings_the_icons_it_shows(folder: Path) -> None:
    files = {name for name in chosen().values() if name.endswith(".svg")}
    assert {path.name for path in CHOSEN.parent.glob("*.svg")} == files
    shown = drawn(ours for ours, theirs in chosen().items() if theirs in files)
    assert len(shown) == len(files)
    assert not [name for name, svg in shown.items() if "<use" in svg or "href" in svg or not svg.startswith("<svg")]
    assert drawn(["bucket"])["bucket"].partition(">")[2].removesuffix("</svg>") in shown["emptying"]

    edit(folder, "picture: thread", "picture: mop")
    compile_decks(folder)
    [entry] = index(folder)
    assert read(json.loads((folder / entry["file"]).read_bytes())).drawings["mop"] == shown["mop"]


def test_two_runs_give_the_same_bytes_and_an_old_pack_goes(folder: Path) -> None:
    compile_decks(folder)
    first = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    compile_decks(folder)
    assert {path.name: path.read_bytes() for path in folder.glob("*.json")} == first
    edit(folder, "version: 1", "version: 2")
    compile_decks(folder)
    assert [entry["version"] for entry in index(folder)] == [2]
    assert len(list(folder.glob("cleaning-*.json"))) == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("levels: [L1, L2, L2]", "levels: [L1, L2]", 12, "three levels"),
        ("levels: [L1, L2, L2]", "levels: [L1, L2, L7]", 12, "must be one of L1, L2, L3, L4"),
        ("group: tools", "gruop: tools", 12, "is no part of this"),
        ("picture: thread", "picture: thread, like: [lamp]", 13, "lamp is no item of this deck"),
        ("picture: thread", "picture: unicorn", 13, "unicorn is not in assets/drawings/chosen.txt"),
        ("tiles: [k, o, s, t]", "tiles: [k, o, t]", 12, "the tiles spell kot"),
        ("id: thread", "id: broom", 13, "broom stands in items twice"),
        ("licence: CC-BY-4.0", "licence: CC-BY-NC-4.0", 7, "CC-BY-NC-4.0 is not one of"),
        ("tap: [broom, door]", "tap: [broom, lamp]", 35, "lamp is not on this scene"),
        ("value: \"7.30\"", "value: 7.30", 39, "must be text"),
        ("picture: broom\n", "picture: broom\npicture: bus\n", 6, "picture stands here twice"),
        ("du: \"1.1\"", "du: [\"1.1\"", 10, "this is no YAML"),
        ("version: 1", "version: 0", 6, "0 is no version; the first is 1"),
        ("gloss_state: draft", "gloss_state: drafty", 10, "drafty is not one of draft, reviewed"),
        ("so: xaaqin", "so: {text: xaaqin, state: aproved}", 12, "aproved is not one of draft, reviewed"),
        ("language: open", "language: yes please", 8, "yes please is not one of approved, open"),
        ("[\"8.30\", \"7.00\"", "[\"19.30\", \"7.00\"", 39, "19.30 is said as 7.30 is"),
        ("say: halv otte", "say: halv syv", 39, "half8: 7.30 is said halv otte, not halv syv"),
        ("[\"8.30\", \"7.00\"", "[\"8.30\", \"kl. 7\"", 39, "kl. 7 is no clock as one is written here"),
        ("kind: clock", "kind: watch", 39, "watch is not one of clock, number, phone, price, shift"),
    ],
)  # fmt: skip
def test_a_broken_deck_is_refused_with_file_line_and_reason(
    folder: Path, old: str, new: str, line: int, reason: str
) -> None:
    edit(folder, old, new)
    faults = compile_decks(folder)
    assert [(fault.file, fault.line) for fault in faults] == [("cleaning.yaml", line)]
    assert reason in faults[0].why
    assert index(folder) == []


def test_the_other_decks_go_on(folder: Path) -> None:
    whole = (folder / "cleaning.yaml").read_text()
    (folder / "kitchen.yaml").write_text(whole.replace("deck: cleaning", "deck: kitchen"))
    edit(folder, "deck: cleaning", "deck: [")
    found, faults = sources(folder)
    assert [source.deck.id for source in found] == ["kitchen"]
    assert [fault.file for fault in faults] == ["cleaning.yaml"]


def test_a_pack_that_is_too_large_is_refused_and_the_others_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_decks(folder)
    [entry] = index(folder)
    assert entry["bytes"] < LARGEST == 5_000_000
    monkeypatch.setattr("build.decks.compile.LARGEST", entry["bytes"])
    larger = (folder / "cleaning.yaml").read_text().replace("deck: cleaning", "deck: kitchen")
    (folder / "kitchen.yaml").write_text(larger.replace("en: Cleaning", "en: Cleaning and cooking"))
    [fault] = compile_decks(folder)
    assert fault.file == "kitchen.yaml"
    assert "the pack is larger than" in fault.why
    assert [each["id"] for each in index(folder)] == ["cleaning"]
    assert not list(folder.glob("kitchen-*.json"))
