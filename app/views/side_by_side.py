"""Texts that several people wrote without knowing of each other: all of them, until somebody settles."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.storage.saw import Rival
from app.views.kit import body, card, quiet, section, tonal_button
from app.views.session import use_words


@ft.component
def SideBySide(rivals: list[Rival], settle: Callable[[str], None]) -> ft.Control:
    """`settle(text)` is called with the one she kept, or with all of them together."""
    t = use_words()

    def one(at: int, rival: Rival) -> ft.Control:
        who = t("You") if rival.mine else t.isolated(rival.who)
        return card(
            ft.Column(
                [
                    quiet(f"{who} · {t.by_date(rival.at.date())}"),
                    body(t.isolated(rival.text)),
                    tonal_button(t("Keep this one"), lambda: settle(rival.text), key=f"settle-{at}"),
                ],
                spacing=8,
            )
        )

    together = "\n".join(dict.fromkeys(rival.text for rival in rivals))
    return section(
        t("Two people wrote at the same time"),
        [
            *(one(at, rival) for at, rival in enumerate(rivals)),
            tonal_button(t("Keep all of them together"), lambda: settle(together), key="settle-all"),
        ],
    )
