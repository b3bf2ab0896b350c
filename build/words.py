"""The catalogues: gather the texts from the code, keep the .po files in step, compile them, refuse what is not whole.

    python -m build.words            gather, bring locales/app.pot and every .po up to date, compile
    python -m build.words --new ku   the same, and begin the catalogue of a language that has a row and no file yet
    python -m build.words --check    change nothing; exit 1 when the .pot is stale, a text of a whole language has no
                                     translation, a blank or a plural form differs, a text has no review state, or
                                     the code glues a sentence or says what was not gathered (build/word_rules.py);
                                     says how much of each is there

Every translation carries its review state as a comment: `# state: machine` (nobody has read it) or `# state: reviewed`.
A language that is not `whole` (app/i18n/languages.py) is a draft: what it has is checked, what it lacks is no fault.

For build/pwa: `compile_into(folder)` writes `<language>.mo` of what travels with our code, and how much there is of
each. A shipped app looks for them in `app/i18n/compiled/` (see app/i18n/catalogue.py); all other languages are a
file each (build/pwa/languages.py).
The few texts of the plain HTML page are those of build/pwa/words.py.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.i18n import LANGUAGES, everywhere
from app.i18n.catalogue import compiled
from app.i18n.coverage import FILE, from_sources
from app.i18n.languages import SOURCE, language_named
from app.i18n.prompts import NAME, gathered_prompts
from app.i18n.review import blanks_differ
from build.pwa.words import TEXTS
from build.word_rules import broken_rules, unknown_keys

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "locales"
POT = LOCALES / "app.pot"
KEYWORDS = {"t": None, "many": (1, 2), "N_": None}
STATES = {"state: machine", "state: reviewed"}
PLURALS = {
    "ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
    "tr": (2, "(n != 1)"),
    "fa": (2, "(n > 1)"),
    "ti": (2, "(n > 1)"),
}
"""Where the rule that Babel gives a new catalogue is not CLDR's (tests/i18n/test_plurals.py)."""


def gathered() -> Catalog:
    """Every text in app/, in the order of the files; without line numbers, which would change at every edit."""
    texts = Catalog(project="Brobygger", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        ROOT / "app",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Words:",),
        strip_comment_tags=True,
    )
    for file, _line, text, comments, _context in sorted(found, key=lambda each: (each[0], each[1])):
        if text and text != ("", ""):
            texts.add(text, None, [(f"app/{file}", 0)], auto_comments=comments)
    for text in TEXTS.values():
        texts.add(text, None, [("build/pwa/words.py", 0)], auto_comments=["on the plain page, before the app is there"])
    return texts


def written(texts: Catalog, *, width: int = 110) -> bytes:
    out = io.BytesIO()
    write_po(out, texts, width=width, omit_header=False, include_lineno=False, sort_output=False)
    return re.sub(rb'"(POT-Creation-Date|PO-Revision-Date|Generated-By)[^\n]*\n', b"", out.getvalue())


def translations(*, new: str = "") -> Iterator[tuple[str, Path]]:
    """Of every language that has a catalogue, or begins one, or must have one."""
    for language in LANGUAGES:
        path = LOCALES / language.code / "LC_MESSAGES" / "app.po"
        if language.code != SOURCE and (language.whole or language.code == new or path.exists()):
            yield language.code, path


def read(path: Path, code: str) -> Catalog:
    if not path.exists():
        return _blank(code)
    with path.open("rb") as stream:
        return read_po(stream, locale=code)


def bring_up_to_date(*, new: str = "") -> None:
    texts = gathered()
    LOCALES.mkdir(exist_ok=True)
    POT.write_bytes(written(texts))
    for code, path in translations(new=new):
        old, made = read(path, code), _blank(code)
        for message in texts:
            if message.id:
                kept = old.get(_key(message))
                said = _in_forms(kept.string, made.num_plurals) if kept is not None else ""
                notes = kept.user_comments if kept is not None else ()
                made.add(message.id, said, message.locations, (), message.auto_comments, notes)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(made))


def compile_into(folder: Path) -> list[Path]:
    """Writes `<language>.mo` of all that travel with our code, and the coverage of every language."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / FILE]
    made[0].write_text(json.dumps(from_sources(), sort_keys=True))
    for code, path in translations():
        if language_named(code).with_code:
            made.append(folder / f"{code}.mo")
            made[-1].write_bytes(compiled(path))
    made.append(folder / NAME)
    made[-1].write_text(json.dumps(list(gathered_prompts()), ensure_ascii=False), "utf-8")
    made.append(folder / everywhere.NAME)
    said = {language.code: lines for language, lines in everywhere.gathered()}
    made[-1].write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    return made


def faults() -> Iterator[str]:
    texts = gathered()
    yield from broken_rules(ROOT)
    yield from unknown_keys(ROOT, {_key(message) for message in texts})
    if not POT.exists() or POT.read_bytes() != written(texts):
        yield "locales/app.pot is stale: run `make words`"
    for code, path in translations():
        language, there = language_named(code), read(path, code)
        wanted = {_key(message) for message in texts if message.id}
        if (there.num_plurals, there.plural_expr) != (_blank(code).num_plurals, _blank(code).plural_expr):
            yield f"{code}: another rule of plurals than the language has: run `python -m build.words`"
        yield from (
            f"{code}: no longer in the code: {message.id!r}"
            for message in there
            if message.id and _key(message) not in wanted and language.whole
        )
        for message in texts:
            if message.id:
                yield from (
                    f"{code}: {fault}: {message.id!r}"
                    for fault in wrong(message, there.get(_key(message)), there.num_plurals, whole=language.whole)
                )


def wrong(source: Message, said: Message | None, plurals: int, *, whole: bool) -> Iterator[str]:
    """What is wrong with one translation; `whole`: it may not be missing."""
    told = () if said is None else said.string or ()
    forms = (told,) if isinstance(told, str) else tuple(told)
    if not any(forms) and not whole:
        return
    if not forms or not all(forms):
        yield "not translated" if not any(forms) else "a plural form is missing"
        return
    if source.pluralizable and len(forms) != plurals:
        yield f"{len(forms)} plural forms of {plurals}"
    text = source.id if isinstance(source.id, str) else source.id[1]
    for there, asked in blanks_differ(text, forms, counts=source.pluralizable):
        yield f"blanks differ: {sorted(there)} for {sorted(asked)}"
    if said is not None and not STATES & set(said.user_comments):
        yield "no review state"


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def told() -> Iterator[str]:
    """A line for each language: how much is there."""
    for code, found in from_sources().items():
        share, read = (f"{100 * found[part] // max(found['texts'], 1)} %" for part in ("said", "reviewed"))
        yield f"{code}: {share} of {found['texts']} texts, {read} reviewed"


def _in_forms(said: Any, plurals: int) -> Any:  # Any: Babel's own, a text or several
    """One form for all numbers stands for each, where the rule has become finer."""
    return said * plurals if isinstance(said, tuple) and len(said) == 1 else said


def _blank(code: str) -> Catalog:
    made = Catalog(locale=code, project="Brobygger", charset="utf-8", fuzzy=False)
    if code in PLURALS:
        forms, rule = PLURALS[code]
        vars(made).update(_num_plurals=forms, _plural_expr=rule)
    return made


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true")
    ask.add_argument("--new", default="", choices=["", *(each.code for each in LANGUAGES)])
    asked = ask.parse_args()
    if asked.check:
        found = list(faults())
        print("\n".join([*told(), *(found or ["words: whole"])]))
        return 1 if found else 0
    bring_up_to_date(new=asked.new)
    compile_into(ROOT / "app" / "i18n" / "compiled")
    missing = [fault for fault in faults() if "not translated" in fault]
    print("\n".join(missing) or "words: whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
