"""Outreach: what one shows or looks up now and then."""

from __future__ import annotations

import flet as ft

from app.views.kit import row, screen, sheet
from app.views.session import go, use_session


@ft.component
def Outreach() -> ft.View:
    session = use_session()
    t = session.words
    ways = (
        (ft.Icons.APARTMENT, t("Places"), "/places"),
        # Words: a page with a few large sentences for the person one meets: who the worker is
        (ft.Icons.RECORD_VOICE_OVER_OUTLINED, t("Who we are"), "/outreach/we"),
        # Words: a card that somebody gives to a friend: come along
        (ft.Icons.QR_CODE_2, t("A card to pass on"), "/outreach/card"),
        # Words: courses, clubs, advice and so on near by
        (ft.Icons.STOREFRONT_OUTLINED, t("What there is nearby"), "/outreach/offers"),
        # Words: places where a mentee may work
        (ft.Icons.STORE_OUTLINED, t("Companies"), "/companies"),
        # Words: how many of those one wants to reach were reached
        (ft.Icons.INSIGHTS_OUTLINED, t("How far we reach"), "/outreach/reach"),
    )
    lines = [_way(*way) for way in ways]
    # Words: going out to meet people where they live
    return screen(t("Outreach"), [sheet(lines)], t=t, path="/outreach", back=session.trail.tab)


def _way(icon: ft.IconData, words: str, path: str) -> ft.Control:
    sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
    return row(words, leading=sign, on_tap=lambda: go(path), key=f"to{path.replace('/', '-')}", arrow=True)
