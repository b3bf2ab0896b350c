"""The toolbox of conversation guides: a list, and each on a page to read before one rings the bell."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.i18n import Words
from app.i18n.languages import language_named
from app.journeys.toolbox import Guide, Toolbox, toolbox
from app.ports import Refusal
from app.views.kit import body, card, empty_state, problem, quiet, row, screen, section, sheet, stack, waiting
from app.views.session import go, use_ports, use_session

PATH = "/more/toolbox"


@ft.component
def Tools() -> ft.View:
    session = use_session()
    t = session.words
    box, trouble = _use_toolbox()

    def line(guide: Guide) -> ft.Control:
        return row(
            t.isolated(guide.title),
            under=t.isolated(guide.when),
            leading=ft.Icon(ft.Icons.MENU_BOOK_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{PATH}/{guide.key}"),
            key=f"guide-{guide.key}",
            arrow=True,
        )

    parts: list[ft.Control] = [problem(trouble)]
    if box:
        parts += [sheet([line(guide) for guide in box.guides]), *_about(t, box)]
    elif not trouble:
        parts.append(waiting(t("One moment")))
    return screen(t("Conversation guides"), parts, t=t, path=PATH, back=session.trail.tab)


@ft.component
def OneTool() -> ft.View:
    session = use_session()
    t, key = session.words, ft.use_route_params().get("key", "")
    box, trouble = _use_toolbox()
    guide = next((one for one in box.guides if one.key == key), None) if box else None
    parts: list[ft.Control] = [problem(trouble)]
    if guide and box:
        # Words: heading over sentences that a mentor may say
        parts += [
            body(t.isolated(guide.when), size=17),
            _lines(t, guide.points),
            section(t("You can say"), _said(t, guide)),
        ]
        parts += _about(t, box)
    elif box:
        parts.append(empty_state(ft.Icons.MENU_BOOK_OUTLINED, t("There is nothing here.")))
    elif not trouble:
        parts.append(waiting(t("One moment")))
    title = t.isolated(guide.title) if guide else t("Conversation guides")
    return screen(title, parts, t=t, path=f"{PATH}/{key}", back=PATH)


def _use_toolbox() -> tuple[Toolbox | None, str]:
    """What lies on this device, once it is read; else why not."""
    ports, t = use_ports(), use_session().words
    box, set_box = ft.use_state(None)
    trouble, set_trouble = ft.use_state("")

    async def look() -> None:
        try:
            found = await toolbox(ports, t.code)
        except Refusal as no:
            set_trouble(t(no.text, **no.blanks))
        else:
            set_box(lambda _: found)

    ft.use_effect(look, [])
    return box, trouble


def _lines(t: Words, points: Sequence[str]) -> ft.Control:
    def point(text: str) -> ft.Control:
        sign = ft.Icon(ft.Icons.CHECK, size=20, color=ft.Colors.PRIMARY)
        told = ft.Container(content=body(t.isolated(text)), expand=True)
        return ft.Row([sign, told], spacing=12, vertical_alignment=ft.CrossAxisAlignment.START)

    return card(stack([point(text) for text in points], spacing=16))


def _said(t: Words, guide: Guide) -> list[ft.Control]:
    return [card(body(t.isolated(f"“{text}”"), size=17)) for text in guide.say]


def _about(t: Words, box: Toolbox) -> list[ft.Control]:
    told = [t("Version %(num)d", num=box.version)]
    if box.draft:
        told.append(t("Draft: nobody from practice has read it yet."))
    if box.language != t.code:
        told.append(t("Written in %(language)s.", language=language_named(box.language).own_name))
    return [quiet(" · ".join(told))]
