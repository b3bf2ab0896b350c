"""Whose meeting it is: chips when there are a few, chosen already when there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.i18n import Words
from app.records import Mentee
from app.views.kit import choice, quiet, quiet_button, stack
from app.views.session import go

FEW = 12


def who(t: Words, mentees: Sequence[Mentee], chosen: str, on_choose: Callable[[str], None]) -> ft.Control:
    if len(mentees) > FEW:
        name = next((one.name for one in mentees if one.id == chosen), "")
        open_list = quiet_button(t("Choose from the list"), lambda: go("/mentees"), key="who-list")
        return stack([quiet(t("With")), quiet(name, size=16), open_list] if name else [quiet(t("With")), open_list])
    # Words: over the names of mentees; the one the meeting is with
    options = [(mentee.id, mentee.name or t("Without a name")) for mentee in mentees]
    return choice(t("With"), options, chosen, on_choose, key="who", may_be_none=False)
