"""The strip under each of her screens: her language and her tools at its start, at its end room for the page's corner.

The corner (build/web/page/hide.mjs) hides everything at once; nothing of hers lies under it. Tab goes by place, not by
the order in here: a key comes to the strip before what the list still has below the glass. Flet 1.0 has no focus group.
"""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.domain.roles import MENTEE
from app.views.kit import theme as look
from app.views.kit.buttons import icon_button
from app.views.session import Session, go

LANGUAGE = "/more/language"
HEIGHT = look.LETTER_TARGET + 2 * look.GRID
"""As in shell.css, which says where the corner is."""


def strip(session: Session, path: str, tools: Sequence[ft.Control] = ()) -> list[ft.Control]:
    """Nothing on faces that are not hers. On a phone that was turned to her its owner's lock is always there."""
    t = session.words
    left: list[ft.Control] = []
    if session.told.role == MENTEE and path != LANGUAGE:  # hers in one tap, wherever she is
        left.append(icon_button(ft.Icons.TRANSLATE, t("Language and look"), lambda: go(LANGUAGE), key="globe"))
    if session.handed and not session.asks_back:
        own = session.own_words or t
        name = own("Close with your lock")
        close = icon_button(ft.Icons.LOCK_OUTLINED, name, lambda: session.ask_back(ft.context.page), key="close")
        left.append(close)
    left += tools
    if not left and not session.cornered:
        return []
    row = ft.Row(left, spacing=look.GRID, vertical_alignment=ft.CrossAxisAlignment.CENTER)
    return [
        ft.Container(
            content=row,
            key="strip",
            height=HEIGHT,
            padding=ft.Padding.symmetric(horizontal=look.GRID),
            bgcolor=ft.Colors.SURFACE_CONTAINER,
        )
    ]
