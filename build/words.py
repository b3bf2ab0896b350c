"""The catalogues: gather the texts from the code, keep the .po files in step, compile them, refuse what is not whole.

    python -m build.words            gather, bring locales/app.pot and every .po up to date, compile
    python -m build.words --check    change nothing; exit 1 when the .pot is stale, a text has no translation,
                                     a blank or a plural form differs, or a text has no review state

Every translation carries its review state as a comment: `# state: machine` (nobody has read it) or `# state: reviewed`.

For build/pwa: `compile_into(folder)` writes `<language>.mo`. A shipped app looks for them in `app/i18n/compiled/`
(see app/i18n/catalogue.py), so they go there in the zip of our own code; `python -m build.words` does so in the tree.
The few texts of the plain HTML page are those of build/pwa/words.py.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.i18n import LANGUAGES
from app.i18n.catalogue import compiled
from app.i18n.languages import SOURCE
from build.pwa.words import TEXTS

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "locales"
POT = LOCALES / "app.pot"
KEYWORDS = {"t": None, "many": (1, 2), "N_": None}
STATES = {"state: machine", "state: reviewed"}
PLURALS = {"ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)")}
BLANK = re.compile(r"%\((\w+)\)[sd]")


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


def translations() -> Iterator[tuple[str, Path]]:
    for language in LANGUAGES:
        if language.code != SOURCE:
            yield language.code, LOCALES / language.code / "LC_MESSAGES" / "app.po"


def read(path: Path, code: str) -> Catalog:
    if not path.exists():
        return _blank(code)
    with path.open("rb") as stream:
        return read_po(stream, locale=code)


def bring_up_to_date() -> None:
    texts = gathered()
    LOCALES.mkdir(exist_ok=True)
    POT.write_bytes(written(texts))
    for code, path in translations():
        old, new = read(path, code), _blank(code)
        for message in texts:
            if message.id:
                kept = old.get(_key(message))
                said = kept.string if kept is not None else ""
                notes = kept.user_comments if kept is not None else ()
                new.add(message.id, said, message.locations, (), message.auto_comments, notes)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(new))


def compile_into(folder: Path) -> list[Path]:
    """Writes `<language>.mo` for every language but the source; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for code, path in translations():
        made.append(folder / f"{code}.mo")
        made[-1].write_bytes(compiled(path))
    return made


def faults() -> Iterator[str]:
    texts = gathered()
    if not POT.exists() or POT.read_bytes() != written(texts):
        yield "locales/app.pot is stale: run `make words`"
    for code, path in translations():
        there = read(path, code)
        wanted = {_key(message) for message in texts if message.id}
        yield from (
            f"{code}: no longer in the code: {message.id!r}"
            for message in there
            if message.id and _key(message) not in wanted
        )
        for message in texts:
            if message.id:
                yield from (
                    f"{code}: {fault}: {message.id!r}"
                    for fault in _wrong(message, there.get(_key(message)), there.num_plurals)
                )


def _wrong(source: Message, said: Message | None, plurals: int) -> Iterator[str]:
    told = () if said is None else said.string or ()
    forms = (told,) if isinstance(told, str) else tuple(told)
    if not forms or not all(forms):
        yield "not translated"
        return
    if source.pluralizable and len(forms) != plurals:
        yield f"{len(forms)} plural forms of {plurals}"
    asked = set(BLANK.findall(source.id if isinstance(source.id, str) else source.id[1]))
    for form in forms:
        blanks = set(BLANK.findall(form))
        # "one", "two" and "none" may be said without their number
        if blanks != asked and not (source.pluralizable and blanks == asked - {"num"}):
            yield f"blanks differ: {sorted(blanks)} for {sorted(asked)}"
    if said is not None and not STATES & set(said.user_comments):
        yield "no review state"


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _blank(code: str) -> Catalog:
    made = Catalog(locale=code, project="Brobygger", charset="utf-8", fuzzy=False)
    if code in PLURALS:
        forms, rule = PLURALS[code]  # Babel's own rule calls 11-99 "other"; CLDR says "many"
        vars(made).update(_num_plurals=forms, _plural_expr=rule)
    return made


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true")
    if ask.parse_args().check:
        found = list(faults())
        print("\n".join(found) or "words: whole")
        return 1 if found else 0
    bring_up_to_date()
    compile_into(ROOT / "app" / "i18n" / "compiled")
    missing = [fault for fault in faults() if "not translated" in fault]
    print("\n".join(missing) or "words: whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
