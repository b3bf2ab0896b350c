"""Finds the catalogue of a language: compiled beside this package (as shipped), or from locales/ in a working tree."""

from __future__ import annotations

import gettext
import io
from importlib import resources
from pathlib import Path

from app.i18n.languages import SOURCE

_SOURCES = Path(__file__).resolve().parents[2] / "locales"


def catalogue(code: str) -> gettext.NullTranslations:
    """The texts of that language; for the source language, or when there is none, every text stands for itself."""
    if code == SOURCE:
        return gettext.NullTranslations()
    source = _SOURCES / code / "LC_MESSAGES" / "app.po"
    if source.exists():
        return gettext.GNUTranslations(io.BytesIO(compiled(source)))
    shipped = resources.files("app.i18n") / "compiled" / f"{code}.mo"
    if shipped.is_file():
        return gettext.GNUTranslations(io.BytesIO(shipped.read_bytes()))
    return gettext.NullTranslations()


def compiled(source: Path) -> bytes:
    """That catalogue as a .mo. Only in a working tree: Babel's message tools are not shipped to phones."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        messages = read_po(stream, locale=source.parent.parent.name)
    out = io.BytesIO()
    write_mo(out, messages)
    return out.getvalue()
