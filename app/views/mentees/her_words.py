"""What she says on her phone of what is written about her: a line on Today, and on her file until it was heard."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.i18n import Words
from app.journeys.not_right import hear_not_right, unheard
from app.ports import Ports
from app.records import Mentee, NotRight, Passed, Record, Released
from app.views.forms import use_doing
from app.views.kit import problem, row, section, sheet
from app.views.mentees.covers import covers
from app.views.session import go, use_live, use_ports, use_words

SIGN = ft.Icons.BACK_HAND_OUTLINED
ABOUT: dict[str, type[Record]] = {"released": Released, "passed": Passed}
MOST = 3


def not_right_lines(t: Words, ports: Ports) -> list[ft.Control]:
    """For Today: one line for each mentee; a tap leads to her file."""
    found = unheard(ports)
    if not found:
        return []
    told = {ports.store.beside(one.space, "case"): one for one in found}
    hers = covers(ports, told)
    return [
        row(
            t.isolated(hers[case].name) or t("Without a name"),
            under=_said(t, ports, one),
            leading=ft.Icon(SIGN, color=ft.Colors.PRIMARY),
            on_tap=_to(hers[case]),
            key=f"not-right-{hers[case].id}",
            arrow=True,
        )
        for case, one in list(told.items())[:MOST]
        if case in hers
    ]


@ft.component
def SaysNotRight(mentee: Mentee) -> ft.Control:
    """On her file; a tap says that it was heard, and she reads so."""
    ports, t = use_ports(), use_words()
    said = use_live(lambda: unheard(ports, mentee), NotRight, Released, Passed)
    doing = use_doing()

    def line(one: NotRight) -> ft.Control:
        return row(
            _said(t, ports, one),
            under=t("Tap when you have heard it."),
            leading=ft.Icon(SIGN, color=ft.Colors.PRIMARY),
            on_tap=lambda: doing.do(lambda: hear_not_right(ports, shown=one)),
            key=f"hear-not-right-{one.id}",
        )

    # Words: heading on a mentee's file, over what she says is wrong of what was written about her
    shown = section(t("Not right, she says"), [problem(doing.trouble), sheet([line(one) for one in said])])
    return ft.Container(content=shown, visible=bool(said))


def _said(t: Words, ports: Ports, one: NotRight) -> str:
    noun = ABOUT.get(one.noun)
    about = ports.store.get(noun, one.row, one.space) if noun else None
    text = getattr(about, "text", "").partition("\n")[0]
    # Words: on Today, under the name of a mentee: she says that this is wrong
    return t("Not right: “%(text)s”", text=text) if text else t("Not right, she says")


def _to(mentee: Mentee) -> Callable[[], None]:
    return lambda: go(f"/mentees/{mentee.id}")
