"""Finds the catalogue of a language: from locales/ in a working tree; as shipped, with our code or in its own file.

A file of its own (`languages/<code>.zip`, build/pwa/languages.py) brings the texts and the days of one language. It is
fetched when somebody chooses it; one that was chosen before lies on the shelf when Python wakes (build/web/worker).
"""

from __future__ import annotations

import gettext
import io
import zipfile
from datetime import UTC, datetime
from functools import lru_cache
from importlib import resources
from pathlib import Path

from app.i18n.languages import HOUSE, SOURCE

_SOURCES = Path(__file__).resolve().parents[2] / "locales"
_SHELF = Path("/languages")
_learned: dict[str, gettext.NullTranslations] = {}

REVIEWED = "state: reviewed"
"""The comment of a translation that a native speaker has read; every other is "state: machine" or none."""

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)

TEXTS = "app.mo"
"""What the catalogue is called in a language's own file; beside it lies `<locale>.dat`, its days and numbers."""


class Lacking(gettext.NullTranslations):
    """Behind a catalogue: what that lacks is "", not the English source."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 - whatever it is
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - whatever it is
        return ""


def catalogue(code: str) -> gettext.NullTranslations | None:
    """The texts of that language, "" for those it lacks; None when it is not on this device (yet)."""
    if code == SOURCE:
        return gettext.NullTranslations()
    source = _SOURCES / code / "LC_MESSAGES" / "app.po"
    if source.exists():
        return _from_source(source, source.stat().st_mtime_ns)
    shipped = resources.files("app.i18n.compiled") / f"{code}.mo"
    if shipped.is_file():
        return _read(shipped.read_bytes())
    laid = _SHELF / f"{code}.zip"
    if code not in _learned and laid.is_file():
        learn(code, laid.read_bytes())
    return _learned.get(code)


def learn(code: str, packed: bytes) -> None:
    """That language is here from now on, until the app is closed."""
    import babel

    days = Path(babel.__file__).parent / "locale-data"
    with zipfile.ZipFile(io.BytesIO(packed)) as whole:
        for name in whole.namelist():
            if name == TEXTS:
                _learned[code] = _read(whole.read(name))
            elif not (days / name).exists():
                days.mkdir(parents=True, exist_ok=True)
                (days / name).write_bytes(whole.read(name))


def compiled(source: Path) -> bytes:
    """That catalogue as a .mo, without the protected texts that nobody has read yet.

    Only in a working tree: Babel's message tools are not shipped to phones.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    from app.i18n.protected import PROTECTED

    code = source.parent.parent.name
    with source.open("rb") as stream:
        messages = read_po(stream, locale=code)
    messages.creation_date = messages.revision_date = LONG_AGO  # the same texts are the same bytes
    for message in messages if code != HOUSE.code else ():
        text = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
        if text in PROTECTED and REVIEWED not in message.user_comments:
            message.string = ""
    out = io.BytesIO()
    write_mo(out, messages)
    return out.getvalue()


def _read(compiled_texts: bytes) -> gettext.NullTranslations:
    texts = gettext.GNUTranslations(io.BytesIO(compiled_texts))
    texts.add_fallback(Lacking())
    return texts


@lru_cache(maxsize=16)
def _from_source(source: Path, _changed: int) -> gettext.NullTranslations:
    return _read(compiled(source))
