"""What phones handed in after they were shut out: whose, where, what it says; a steward lets it count."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.i18n import N_, Words
from app.i18n.words import first_up
from app.journeys.late import LateWork, late_work, let_count
from app.ports import Ports
from app.storage.told import UnsentWrite
from app.views.forms import use_doing
from app.views.kit import (
    body,
    card,
    empty_state,
    good_news,
    problem,
    quiet,
    screen,
    tonal_button,
    waiting,
)
from app.views.more.noun_words import NOUNS, OTHER
from app.views.more.said_words import name_in, said_lines
from app.views.session import use_ports, use_session

WHERE = {
    "notes": N_("Notes about %(name)s"),
    "case": N_("Facts about %(name)s"),
    "plan": N_("The plan of %(name)s"),
    "area": N_("The area %(name)s"),
}


@ft.component
def HandedInLate() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    found: tuple[list[LateWork] | None, Any] = ft.use_state(None)
    lane, set_lane = found
    doing = use_doing()
    news, set_news = ft.use_state("")
    counting: tuple[LateWork | None, Any] = ft.use_state(None)
    counted, set_counted = counting  # the last one she tapped on

    def show(waits: list[LateWork]) -> None:
        set_lane(waits)
        session.told.late = len(waits)

    async def look() -> None:
        """Asked when the screen opens."""

        async def step() -> None:
            show(await late_work(ports))

        if not await doing.wait_for(step):
            set_lane(lane or [])

    async def count(work: LateWork) -> None:
        async def step() -> None:
            set_counted(work)
            await let_count(ports, work)

        if await doing.wait_for(step):
            set_news(t("It counts. Those who share the place read it after the next sync."))
            show([one for one in lane or [] if one is not work])

    ft.use_effect(look, [])

    def paper(work: LateWork, place: int) -> ft.Control:
        async def tapped() -> None:
            await count(work)

        unread = work.rows - len(work.writes)
        who = t("From the phone of %(name)s", name=work.name) if work.name else t("From a phone")
        lines: list[ft.Control] = [
            ft.Column([body(who, strong=True), quiet(_where(t, ports, work))], spacing=0),
            *(_said(t, ports, write) for write in work.writes),
        ]
        if unread:
            lines.append(body(_unread(t, work.where, unread)))
        words = t("One moment") if doing.busy and counted is work else t("Let it count")
        lines.append(tonal_button(words, tapped, key=f"count-{place}", icon=ft.Icons.CHECK, busy=doing.busy))
        return card(ft.Column(lines, spacing=12), key=f"late-{place}")

    parts: list[ft.Control] = [problem(doing.trouble), good_news(news)]
    if lane is None:
        parts.append(waiting(t("One moment")))
    elif lane:
        parts.append(body(t("This came after the phone was shut out. It counts when you say so.")))
        parts += [paper(work, place) for place, work in enumerate(lane)]
    elif not doing.trouble:
        hint = t("Here comes what somebody wrote before she left.")
        parts.append(empty_state(ft.Icons.INBOX_OUTLINED, t("Nothing waits."), hint))
    return screen(t("Handed in after leaving"), parts, t=t, path="/more/late", back=session.trail.tab)


def _where(t: Words, ports: Ports, work: LateWork) -> str:
    held = ports.keyring.circles.get(work.circle)
    if work.where in WHERE and held is not None:
        return t(WHERE[work.where], name=held.name)
    return t("The staff list") if work.where == "staff" else ""


def _unread(t: Words, where: str, num: int) -> str:
    """What lies further in than she reads."""
    if where == "notes":
        return t.many("%(num)d note that you may not read.", "%(num)d notes that you may not read.", num)
    return t.many("%(num)d thing that you may not read.", "%(num)d things that you may not read.", num)


def _said(t: Words, ports: Ports, write: UnsentWrite) -> ft.Control:
    """One thing she wrote: what it is, when, and every field."""
    today = ports.today()
    noun, name = t(NOUNS.get(write.table, OTHER)[1]), name_in(t, write.fields, today)
    title: list[ft.Control] = [body(" · ".join(part for part in (noun, t.isolated(name)) if part))]
    if write.written_ms:
        title.append(quiet(first_up(t.at(write.written_ms, today))))
    lines: list[ft.Control] = [ft.Column(title, spacing=0)]
    for label, text in said_lines(t, write.fields, today):
        lines.append(ft.Column([*([quiet(label, size=13)] if label else []), body(text)], spacing=0))
    return ft.Column(lines, spacing=8)
