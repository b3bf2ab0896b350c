"""A language goes out to somebody who speaks it, and comes back read.

python -m build.review out tr turkish.csv    every text on a sheet (a name that ends in .po: the catalogue itself)
python -m build.review back tr turkish.csv   what has an x under Read goes into locales/tr; refused are lines whose
                                             blanks or forms are others, or that are too long for the screen
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from app.i18n import LANGUAGES
from app.i18n.catalogue import REVIEWED
from app.i18n.languages import HOUSE
from app.i18n.review import Entry, faults_of, from_sheet, to_sheet
from build.words import LOCALES, read, written


def catalogue_of(code: str) -> Path:
    """Where its texts are kept."""
    return LOCALES / code / "LC_MESSAGES" / "app.po"


def entries_of(code: str) -> tuple[list[Entry], int]:
    """Every text of that language as it stands, and how many plural forms it has."""
    here, danish = read(catalogue_of(code), code), read(catalogue_of(HOUSE.code), HOUSE.code)
    return [_entry(message, danish) for message in here if message.id], here.num_plurals


def _entry(message: Message, danish: Catalog) -> Entry:
    source, many = message.id if isinstance(message.id, (tuple, list)) else (message.id, "")
    said = danish.get(source)
    note = " ".join(message.auto_comments)
    return Entry(source, many, note, _forms(said), _forms(message), REVIEWED in message.user_comments)


def _forms(message: Message | None) -> tuple[str, ...]:
    said = message.string if message else ""
    return tuple(said) if isinstance(said, (tuple, list)) else (said,) if said else ()


def take_back(code: str, content: bytes, *, name: str) -> tuple[int, tuple[str, ...]]:
    """(how many texts are reviewed now, what was refused); nothing that is refused is kept."""
    entries, forms = entries_of(code)
    path = catalogue_of(code)
    here = read(path, code)
    if name.endswith(".po"):
        said, faults = _from_po(content, code, entries)
    else:
        back = from_sheet(content, entries, forms)
        said, faults = dict(back.said), back.faults
    for source, told in said.items():
        message = here.get(source)
        if message is not None:
            message.string = told if message.pluralizable else told[0]
            message.user_comments[:] = [REVIEWED]
    path.write_bytes(written(here))
    return len(said), faults


def _from_po(content: bytes, code: str, entries: list[Entry]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Of a catalogue: the texts that carry `# state: reviewed` there."""
    theirs = read_po(io.BytesIO(content), locale=code)
    said, faults = {}, []
    for one in entries:
        message = theirs.get(one.source)
        if message is not None and REVIEWED in message.user_comments:
            wrong = list(faults_of(one, _forms(message) or ("",)))
            faults += wrong
            if not wrong:
                said[one.source] = _forms(message)
    return said, tuple(faults)


def main() -> int:
    """The door."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("way", choices=["out", "back"])
    ask.add_argument("language", choices=[each.code for each in LANGUAGES if catalogue_of(each.code).exists()])
    ask.add_argument("file", type=Path)
    asked = ask.parse_args()
    if asked.way == "back":
        taken, faults = take_back(asked.language, asked.file.read_bytes(), name=str(asked.file))
        print("\n".join((*faults, f"{taken} texts are reviewed now, {len(faults)} refused.")))
        return 1 if faults else 0
    if asked.file.suffix == ".po":
        shutil.copyfile(catalogue_of(asked.language), asked.file)
    else:
        asked.file.write_bytes(to_sheet(*entries_of(asked.language), {}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
