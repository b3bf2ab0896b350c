"""Whose meeting it is: chips when there are a few, chosen already when there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.i18n import Words
from app.records import Mentee
from app.views.kit import choice


def who(t: Words, mentees: Sequence[Mentee], chosen: str, on_choose: Callable[[str], None]) -> ft.Control:
    # Words: over the names of mentees; the one the meeting is with
    options = [(mentee.id, mentee.name or t("Without a name")) for mentee in mentees]
    return choice(t("With"), options, chosen, on_choose, key="who", may_be_none=False)
