"""A few sentences that every phone has in all languages, also in those whose texts are not on it: said at a door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources

from app.i18n import N_
from app.i18n.catalogue import catalogue
from app.i18n.languages import LANGUAGES, Language, language_named
from app.i18n.prompts import POT

WHO_WE_ARE = (
    # Words: a worker at a door says it, or turns her phone to the woman who opened; name = the worker's first name
    N_("Hello, my name is %(name)s."),
    # Words: said at a door by somebody of a voluntary organisation; the next ones too
    N_("I am not from the municipality."),
    N_("We help with Danish, work and letters. It is free."),
    N_("You decide. You may say no."),
)
"""What has no blank is recorded in the studio; each stands, and is heard, by itself."""

NAME = "who_we_are.json"


@cache
def who_we_are() -> dict[Language, tuple[str, ...]]:
    """In every language that has all of them: from the catalogues in a working tree, else as shipped."""
    if POT.exists():
        return dict(gathered())
    shipped = json.loads((resources.files("app.i18n.compiled") / NAME).read_text("utf-8"))
    return {language_named(code): tuple(lines) for code, lines in shipped.items()}


def gathered() -> Iterator[tuple[Language, tuple[str, ...]]]:
    """From the catalogues that are on this device."""
    for language in LANGUAGES:
        texts = catalogue(language.code)
        lines = tuple(texts.gettext(line) for line in WHO_WE_ARE) if texts else ()
        if lines and all(lines):
            yield language, lines
