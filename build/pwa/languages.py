"""The languages that do not travel with our code: a file each, its texts and its days, fetched by who chooses it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from app.i18n import LANGUAGES
from app.i18n.catalogue import TEXTS, compiled
from build.pwa.places import CACHE
from build.pwa.zips import write_zip
from build.review import entries_of
from build.words import translations

APART = tuple(each for each in LANGUAGES if not each.with_code)


def write_languages(out: Path, days: Path) -> None:
    """languages/<code>.zip for each that has texts; takes the days of all of them out of `days`, Babel's own."""
    paths = dict(translations())
    for language in APART:
        part = CACHE / "parts" / f"language-{language.code}"
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        shutil.move(days / f"{language.dates}.dat", part)
        if language.code in paths:
            (part / TEXTS).write_bytes(compiled(paths[language.code]))
            write_zip(out / "languages" / f"{language.code}.zip", part, stored=True)
    write_reviews(out)


def write_reviews(out: Path) -> None:
    """languages/<code>.json: every text of a language and who may see it, for who takes a sheet of it to a speaker."""
    for code, _path in translations():
        entries, forms = entries_of(code)
        lines = [[one.source, one.many, one.note, one.danish, one.said, int(one.read)] for one in entries]
        (out / "languages" / f"{code}.json").write_text(
            json.dumps({"forms": forms, "entries": lines}, ensure_ascii=False)
        )


def languages_of(out: Path) -> list[str]:
    """Codes of those that are there."""
    return sorted(path.stem for path in (out / "languages").glob("*.zip"))
