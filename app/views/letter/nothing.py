"""Where a list of hers has nothing yet: a kind word, and what to do next, to be read and to be heard."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.views.aloud import Speaker, in_both
from app.views.kit import empty_state


def nothing_yet(t: Words, icon: ft.IconData, text: str, hint: str) -> ft.Control:
    """`text` and `hint` are marked texts."""

    def aloud(words: Words) -> str:
        return f"{words(text)} {words(hint)}"

    return empty_state(icon, t(text), t(hint), Speaker(in_both(t, aloud), t(text), "listen-empty"))
