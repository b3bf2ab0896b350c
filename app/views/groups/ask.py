"""Asking after her: a call, a visit, going there together. One step at a time, each with its day and who did it."""

from __future__ import annotations

import flet as ft

from app.domain.asking_after import LADDER, ToAsk, next_way
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.asking_after import ask_after, asked_after, asks, not_asked_after_all
from app.ports import Ports
from app.records import Answer, AskedAfter, AskedWay, Attendance, Cohort, Mentee
from app.views.cases.known import names_around, no_file, use_mentee
from app.views.forms import use_doing, use_once
from app.views.groups.group_words import ASKING
from app.views.kit import (
    body,
    card,
    empty_state,
    good_news,
    icon_button,
    keep_button,
    problem,
    quiet,
    row,
    screen,
    sheet,
    stack,
    tonal_button,
)
from app.views.mentees.calling import CallingHer
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def AskAfterHer() -> ft.View:
    ports, session = use_ports(), use_session()
    t, mentee = session.words, use_mentee()
    first = use_once(lambda: _first(ports, mentee))
    asked = use_live(
        lambda: asked_after(ports, mentee, first.session.id) if mentee and first else [], AskedAfter, Attendance
    )
    doing = use_doing()
    if mentee is None:
        return no_file(t)
    path = f"/mentees/{mentee.id}"
    if first is None:
        calm = empty_state(ft.Icons.WAVING_HAND_OUTLINED, t("Nobody needs to ask after her now."))
        return screen(t("Ask after her"), [calm], t=t, path=f"/cases/{mentee.id}/ask", back=path)
    way = next_way(asked)

    def did(spoke: bool) -> None:  # noqa: FBT001 - a tap on one of two buttons
        doing.do(lambda: ask_after(ports, mentee=mentee, session=first.session.id, way=way, spoke=spoke))

    cohort = ports.store.get(Cohort, first.session.cohort)
    day = t.day(first.session.held_on, ports.today()) if first.session.held_on else ""
    parts: list[ft.Control] = [
        problem(doing.trouble),
        # Words: %(group)s is the name of a group, %(day)s a day as in "yesterday"
        body(t("She did not come to %(group)s %(day)s.", group=cohort.name if cohort else t("A group"), day=day)),
        sheet([_rung(t, ports, mentee, each, asked, each == way) for each in LADDER]),
    ]
    if way == AskedWay.CALL:
        parts.append(CallingHer(mentee))
    if way:
        spoke = keep_button(t("We talked"), lambda: did(spoke=True), key="spoke")
        # Words: a button: one tried to reach somebody, and did not
        tried = tonal_button(t("Tried, not reached"), lambda: did(spoke=False), key="tried")
        parts.append(card(stack([body(t(ASKING[way]), strong=True), spoke, tried]), key="next"))
    elif any(one.spoke == Answer.YES for one in asked):
        parts.append(good_news(t("You have talked. She is welcome next time.")))
    else:
        parts.append(body(t("All three were tried. She is welcome whenever she comes.")))
    parts.append(quiet(t("It is so that she is not forgotten. No authority is told, and nothing follows from it.")))
    return screen(
        t("Ask after her"),
        parts,
        t=t,
        path=f"/cases/{mentee.id}/ask",
        under=t.isolated(mentee.name),
        back=lambda: go(path),
    )


def _first(ports: Ports, mentee: Mentee | None) -> ToAsk | None:
    """The one that waits longest when the screen opens: it stays there while it is worked on."""
    return next(iter(asks(ports, mentee)), None) if mentee else None


def _rung(t: Words, ports: Ports, mentee: Mentee, way: str, asked: list[AskedAfter], now: bool) -> ft.Control:  # noqa: FBT001
    """One of the three: done on a day by somebody, next, or later."""
    done = next((one for one in asked if one.way == way), None)
    names = names_around(t, ports, mentee.space)
    under = ""
    if done:
        day = first_up(t.day(done.asked_on, ports.today())) if done.asked_on else ""
        came = t("You talked") if done.spoke == Answer.YES else t("Not reached")
        under = " · ".join(part for part in (day, names.get(done.person, ""), came) if part)
    mine = done if done and done.person == ports.me.person.hex() else None
    seen = ports.store.seen(mine) if mine else None
    back = (
        icon_button(
            ft.Icons.UNDO, t("Not done after all"), lambda: not_asked_after_all(ports, shown=mine, saw=seen), key="undo"
        )
        if mine and seen
        else None
    )
    sign = ft.Icons.CHECK_CIRCLE if done else ft.Icons.RADIO_BUTTON_CHECKED if now else ft.Icons.RADIO_BUTTON_UNCHECKED
    return row(
        t(ASKING[way]), under=under, leading=ft.Icon(sign, color=ft.Colors.PRIMARY), trailing=back, key=f"way-{way}"
    )
