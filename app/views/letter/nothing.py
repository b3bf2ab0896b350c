"""Where a screen of hers has nothing yet or no longer: a kind word, and what to do next, to be read and to be heard."""

from __future__ import annotations

import flet as ft

from app.i18n import N_, Words
from app.views.aloud import Speaker, in_both
from app.views.kit import empty_state


def nothing_here(t: Words, icon: ft.IconData) -> ft.Control:
    """What this address led to is gone."""
    text = N_("There is nothing here.")
    speaker = Speaker(in_both(t, lambda words: words(text)), t(text), "listen-empty", or_nothing=True)
    return empty_state(icon, t(text), action=speaker)


def nothing_yet(t: Words, icon: ft.IconData, text: str, hint: str) -> ft.Control:
    """`text` and `hint` are marked texts."""

    def aloud(words: Words) -> str:
        return f"{words(text)} {words(hint)}"

    return empty_state(icon, t(text), t(hint), Speaker(in_both(t, aloud), t(text), "listen-empty"))
