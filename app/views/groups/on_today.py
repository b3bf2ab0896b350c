"""What Today says of groups: whom to ask after, gently, one line each."""

from __future__ import annotations

from collections.abc import Mapping

import flet as ft

from app.i18n import Words
from app.journeys.asking_after import my_asks
from app.ports import Ports
from app.views.groups.group_words import ASKING
from app.views.kit import row
from app.views.session import go


def who_did_not_come(t: Words, ports: Ports, names: Mapping[str, str]) -> list[ft.Control]:
    """Each leads to where one says that it was done."""

    def line(mentee: str, way: str) -> ft.Control:
        # Words: a line on Today: somebody did not come to her group; call her, visit her
        words = t("Ask after %(name)s", name=names.get(mentee, ""))
        sign = ft.Icon(ft.Icons.WAVING_HAND_OUTLINED, color=ft.Colors.PRIMARY)
        to = f"/cases/{mentee}/ask"
        return row(words, under=t(ASKING[way]), leading=sign, on_tap=lambda: go(to), key=f"ask-{mentee}", arrow=True)

    ways = {one.mentee: one.way for one in reversed(my_asks(ports))}
    return [line(mentee, way) for mentee, way in reversed(ways.items())]
