"""A whole screen: header with the way back at the start and the main action at the end, body, bottom bar of four."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.domain.text_sizes import times_usual
from app.i18n import Words
from app.views.half_typed import HalfTyped
from app.views.kit import theme as look
from app.views.kit.buttons import icon_button
from app.views.kit.lasting import lasting
from app.views.kit.notices import PROBLEM
from app.views.kit.pull import Pull, pulled_down
from app.views.kit.space import inset
from app.views.kit.strip import strip
from app.views.kit.targets import target
from app.views.kit.texts import aside, crowded, heading, quiet, tall
from app.views.session import go, use_ports, use_session

WIDEST = 640


def screen(
    title: str,
    body: Sequence[ft.Control],
    *,
    t: Words,
    path: str,
    under: str = "",
    back: str | Callable[[], Any] | None = None,
    actions: Sequence[ft.Control] = (),
    floating: ft.FloatingActionButton | None = None,
    tab: int | None = None,
    scroll: bool = True,
    foot: Sequence[ft.Control] = (),
    spacing: int = look.THOUGHT,
) -> ft.View:
    """`body` scrolls unless it brings its own list (`scroll=False`). `foot` stays under it, and over it what was wrong:
    at the top of a long form nobody would see that.

    `tab` = its place in the bottom bar; pulled down, such a screen syncs. On her face a strip closes it (strip.py).
    """
    session, ports = use_session(), use_ports()
    pull = ft.use_memo(lambda: Pull(lambda: session.syncing.now(ports)), [ports])
    ft.use_effect(ports.platform.voice.hush, [path])  # what the screen below was saying
    if tab is not None:
        session.trail.tab = TABS[tab]
    if foot:
        foot = [*(part for part in body if part.data == PROBLEM), *foot]
        body = [part for part in body if part.data != PROBLEM]
    inner = ft.Column(
        lasting(body), spacing=spacing, expand=not scroll, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    if scroll:  # the edge of what scrolls cuts what sticks out of it: the name of a field that is filled in
        whole = ft.Container(content=inner, padding=inset(top=look.GRID, bottom=(88 if floating else 16) + spacing))
        inner = ft.Column(
            [whole], scroll=ft.ScrollMode.AUTO, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        )
    larger = times_usual(session.text_size)  # a title goes half the way with large letters, or a long word breaks
    parts: list[ft.Control] = [
        _header(
            title, under, back, actions, t, session.half_typed, size=round((22 if back else 28) / math.sqrt(larger))
        ),
        ft.Container(
            content=pulled_down(inner, pull) if tab is not None else inner,
            expand=True,
            padding=ft.Padding.symmetric(horizontal=look.EDGE if scroll else 0, vertical=0),
        ),
    ]
    if foot:
        parts.append(
            ft.Container(
                content=ft.Column(lasting(foot), spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
                padding=ft.Padding.symmetric(horizontal=look.EDGE, vertical=12),
            )
        )
    parts += strip(session, path)
    return ft.View(
        route=path,
        padding=0,
        spacing=0,
        can_pop=tab is None,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        floating_action_button=floating,
        navigation_bar=_bar(t, tab) if tab is not None else None,
        controls=[ft.SafeArea(expand=True, content=_narrow(ft.Column(parts, spacing=0, expand=True)))],
    )


def plain(
    body: Sequence[ft.Control], *, path: str = "/", center: bool = False, tools: Sequence[ft.Control] = ()
) -> ft.View:
    """A screen without header and bar: first start, unlock, a wait, her letter; `tools` stand in her strip."""
    column = ft.Column(
        lasting(body),
        spacing=look.THOUGHT,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER if center else ft.MainAxisAlignment.START,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    column.controls.append(ft.Container(height=0))  # one thought's room at the end
    framed = ft.Container(content=column, padding=inset(start=24, end=24, top=16), expand=True)
    parts = [framed, *strip(use_session(), path, tools)]
    whole = ft.Column(parts, spacing=0, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.View(route=path, padding=0, controls=[ft.SafeArea(expand=True, content=_narrow(whole))])


def _narrow(content: ft.Control) -> ft.Control:
    """On a wide window lines stay readable."""
    width = ft.context.page.width or 0
    side = max(0.0, (width - WIDEST) / 2) if width > WIDEST else 0
    return (
        ft.Container(content=content, expand=True, padding=ft.Padding.symmetric(horizontal=side)) if side else content
    )


def _header(
    title: str,
    under: str,
    back: str | Callable[[], Any] | None,
    actions: Sequence[ft.Control],
    t: Words,
    half: HalfTyped,
    *,
    size: int,
) -> ft.Control:
    beside = sum(map(aside, actions))
    signs = 2 * target() + 2 * look.EDGE
    above = crowded(title, beside=beside) or (0 < beside <= target() and tall(title, size, beside=signs))
    words: list[ft.Control] = [heading(title, size=size, beside=0 if above else beside)]
    if under:
        words.append(quiet(under, size=15))
    row: list[ft.Control] = []
    if back is not None:
        where = back
        leave = (lambda: go(where)) if isinstance(where, str) else where
        tap = lambda: half.first(ft.context.page.route, leave)
        row.append(icon_button(ft.Icons.ARROW_BACK, t("Back"), tap, key="back"))
    said = ft.Column(words, spacing=0, expand=True, alignment=ft.MainAxisAlignment.CENTER)
    middle = ft.CrossAxisAlignment.CENTER
    if above and beside > target():  # a button with words needs the whole line
        line = ft.Row([*row, said], spacing=4, vertical_alignment=middle)
        parts: list[ft.Control] = [ft.Row(lasting(actions), alignment=ft.MainAxisAlignment.END), line]
    elif above:
        below = ft.Container(content=ft.Row([said]), padding=inset(start=12 if row else 0))
        parts = [ft.Row([*row, ft.Container(expand=True), *lasting(actions)], vertical_alignment=middle), below]
    else:
        parts = [ft.Row([*row, said, *lasting(actions)], spacing=4, vertical_alignment=middle)]
    content = parts[0] if len(parts) == 1 else ft.Column(parts, spacing=0)
    return ft.Container(
        content=content,
        padding=inset(start=4 if back is not None else look.EDGE, end=8, top=_above(), bottom=look.GRID),
    )


def _above() -> int:
    """Over a title; marks above Arabic letters stand out of its first line."""
    return 2 * look.GRID if ft.context.page.rtl else look.GRID


TABS = ("/", "/people", "/meetings", "/more")


def _bar(t: Words, tab: int) -> ft.NavigationBar:
    icons = (
        (ft.Icons.TODAY_OUTLINED, ft.Icons.TODAY, t("Today")),
        (ft.Icons.PEOPLE_OUTLINED, ft.Icons.PEOPLE, t("People")),
        (ft.Icons.COFFEE_OUTLINED, ft.Icons.COFFEE, t("Meetings")),
        # Words: the fourth door of the bottom bar: settings and everything else
        (ft.Icons.MENU, ft.Icons.MENU, t("More")),
    )
    return ft.NavigationBar(
        key="bar",
        selected_index=tab,
        on_change=lambda event: go(TABS[event.data]),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        indicator_color=ft.Colors.PRIMARY_CONTAINER,
        elevation=0,
        height=72,
        destinations=[ft.NavigationBarDestination(icon=i, selected_icon=s, label=words) for i, s, words in icons],
    )
