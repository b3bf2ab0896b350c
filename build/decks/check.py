"""brobygger-decks check: every deck as a machine can read it; what a person must judge stands in docs/decks.md."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app.exercises.deck import REVIEWED, Deck
from build.decks.compile import INDEX, compiled_once
from build.decks.source import DECKS, sources
from build.decks.teacher import errors, glossed, notes
from build.decks.yaml_file import Fault


def main() -> int:
    """1 when a deck has an error; what is only to be looked at again changes nothing."""
    ask = argparse.ArgumentParser(prog="brobygger-decks", description=__doc__)
    ask.add_argument("what", choices=["check"])
    ask.add_argument("--folder", type=Path, default=DECKS, help="where the decks are")
    folder = ask.parse_args().folder
    if folder == DECKS:
        compiled_once()
    return check(folder)


def check(folder: Path) -> int:
    """Say all that is found, and how much stands in each language."""
    whole, faults = sources(folder)
    again = []
    for source in whole:
        faults += [source.fault(place, why) for place, why in errors(source.deck)]
        again += [source.fault(place, why) for place, why in notes(source.deck)]
    faults += wrong_packs(folder)
    for kind, said in (("error", sorted(faults)), ("look again", sorted(again))):
        for fault in said:
            print(f"{fault.file}:{fault.line}: {kind}: {fault.why}")
    for line in coverage([source.deck for source in whole]):
        print(line)
    print(f"{len(whole)} decks, {len(faults)} errors, {len(again)} to look at again")
    return 1 if faults else 0


def wrong_packs(folder: Path) -> Iterator[Fault]:
    """Packs that are not there, or whose bytes are not those that the index names; nothing where none were made."""
    index = folder / INDEX
    for entry in json.loads(index.read_text())["decks"] if index.exists() else ():
        pack = folder / entry["file"]
        if not pack.exists():
            yield Fault(INDEX, 1, f"{pack.name} is named and is not there")
        elif hashlib.sha256(pack.read_bytes()).hexdigest() != entry["sha256"]:
            yield Fault(entry["file"], 1, "its hash is not the one in the index")


def coverage(decks: list[Deck]) -> Iterator[str]:
    """For each deck and language: glosses there, of how many, and how many of them somebody has read."""
    for deck in decks:
        parts = [part for _place, part in glossed(deck)]
        there = Counter(language for part in parts for language in part.gloss)
        read = Counter(
            language for part in parts for language, gloss in part.gloss.items() if deck.state_of(gloss) == REVIEWED
        )
        said = ", ".join(f"{language} {there[language]} ({read[language]})" for language in sorted(there))
        reviewed = ", ".join(f"{who} {state}" for who, state in sorted(deck.review.items()))
        yield f"{deck.id}: {len(parts)} to gloss; there (read by somebody): {said}; review: {reviewed or 'none'}"


if __name__ == "__main__":
    sys.exit(main())
