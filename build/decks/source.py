"""The decks as they are written: each file read, its parts compared with one another, refused with line and reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.exercises.deck import Deck, read
from app.exercises.shape import BadPart, Place
from build.decks.whole import faults_of
from build.decks.yaml_file import Broken, Fault, YamlFile, read_yaml
from build.pwa.places import ASSETS

DECKS = ASSETS / "decks"


@dataclass(frozen=True)
class Source:
    """A deck that is whole, and the file it was written in."""

    deck: Deck
    file: YamlFile

    def fault(self, place: Place, why: str) -> Fault:
        return self.file.fault(place, why)


def sources(folder: Path = DECKS) -> tuple[list[Source], list[Fault]]:
    """The decks that are whole, by name, and what is wrong with the others; one broken deck stops no other."""
    whole, faults = [], []
    for path in sorted(folder.glob("*.yaml")):
        try:
            source = _source(path)
        except Broken as no:
            faults.append(no.fault)
        else:
            wrong = [source.fault(place, why) for place, why in faults_of(source.deck, path.stem)]
            faults += wrong
            whole += [] if wrong else [source]
    return whole, faults


def _source(path: Path) -> Source:
    file = read_yaml(path)
    try:
        return Source(read(file.raw, strict=True), file)
    except BadPart as no:
        raise Broken(file.fault(no.place, str(no))) from no
