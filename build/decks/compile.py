"""Decks become packs: one JSON file each, its drawings in it, its hash in its name, and an index of all.

They lie beside the YAML (assets/decks/*.json, not in the repository), where the app asks for them: decks/index.json.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any  # Any: JSON

from build.decks.source import DECKS, Source, sources
from build.decks.whole import pictures_of
from build.decks.yaml_file import Fault
from build.pwa.drawings import CHOSEN, drawn
from build.pwa.places import ROOT
from build.pwa.stamps import hash_of, is_fresh, mark_fresh, mark_stale

LARGEST = 5_000_000
INDEX = "index.json"


def compile_decks(folder: Path = DECKS) -> list[Fault]:
    """Write the packs of the decks that are whole, and the index; gives what is wrong with the others."""
    folder.mkdir(parents=True, exist_ok=True)
    whole, faults = sources(folder)
    packs = {}
    listed = []
    for source in whole:
        content = packed(source)
        if len(content) > LARGEST:
            faults.append(source.fault((), f"the pack is larger than {LARGEST / 1e6:.0f} MB"))
            continue
        entry = _entry(source, content)
        packs[entry["file"]] = content
        listed.append(entry)
    packs[INDEX] = _json({"decks": listed})
    for old in folder.glob("*.json"):
        if old.name not in packs:
            old.unlink()
    for name, content in packs.items():
        _write(folder / name, content)
    return faults


def compiled_once(folder: Path = DECKS) -> None:
    """Compile, unless nothing that a pack is made from has changed; a broken deck is said aloud and left out."""
    makers = [ROOT / "build" / "decks", ROOT / "app" / "exercises" / "deck.py", ROOT / "app" / "exercises" / "shape.py"]
    inputs = hash_of(*makers, ROOT / "build" / "pwa" / "drawings.py", CHOSEN.parent, *sorted(folder.glob("*.yaml")))
    if not is_fresh(folder / INDEX, inputs):
        mark_stale(folder / INDEX)
        for fault in compile_decks(folder):
            print(f"left out: {fault}", file=sys.stderr)
        mark_fresh(folder / INDEX, inputs)


def packed(source: Source) -> bytes:
    """The pack of a deck: what was written, and its drawings."""
    drawings = drawn({picture for _place, picture in pictures_of(source.deck)})
    return _json({**source.file.raw, "drawings": drawings})


def _entry(source: Source, content: bytes) -> dict[str, Any]:
    deck, sha256 = source.deck, hashlib.sha256(content).hexdigest()
    return {
        "id": deck.id,
        "file": f"{deck.id}-{deck.version}.{sha256[:8]}.json",
        "sha256": sha256,
        "bytes": len(content),
        "version": deck.version,
        "industry": deck.industry,
        "picture": deck.picture,
        "title": dict(deck.title),
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: tests run beside one another."""
    if not path.exists() or path.read_bytes() != content:
        beside = path.with_suffix(f".{os.getpid()}.new")
        beside.write_bytes(content)
        beside.replace(path)
