"""The line above protected texts that stand there in Danish: ask an interpreter."""

from __future__ import annotations

from collections.abc import Iterable

import flet as ft

from app.i18n import Words
from app.i18n.languages import HOUSE
from app.i18n.protected import ASK
from app.views.aloud import Speaker, in_both
from app.views.kit import body, paper, problem


def interpreter(t: Words, texts: Iterable[str]) -> list[ft.Control]:
    """For who works here; nothing where all of them are in that language."""
    return [] if _all_hers(t, texts) else [problem(t(ASK), key="interpreter")]


def her_interpreter(t: Words, texts: Iterable[str]) -> list[ft.Control]:
    """On her face, to be heard as well."""
    if _all_hers(t, texts):
        return []
    speaker = Speaker(in_both(t, lambda words: words(ASK)), t(ASK), "listen-interpreter")
    words = body(t(ASK), size=18, strong=True)
    return [paper([words], picture="other", size=40, speaker=speaker, key="interpreter")]


def spoken_in(t: Words, texts: Iterable[str]) -> str:
    """The code of the language in which these stand there."""
    return t.code if _all_hers(t, texts) else HOUSE.code


def _all_hers(t: Words, texts: Iterable[str]) -> bool:
    return all(t.has(text) for text in texts)
