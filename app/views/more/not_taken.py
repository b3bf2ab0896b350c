"""What she wrote and does not count: one card for each row, with the reason and three ways out."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.handed import said_in
from app.journeys.not_taken import NotTaken, hand_in, let_go, not_taken, way_in
from app.ports import Ports, Refusal
from app.records import Contact, Done, Handed, Meeting, MeetingNote, Mentee, tables
from app.views.contacts.contact_words import called
from app.views.forms import use_doing
from app.views.kit import (
    body,
    card,
    empty_state,
    good_news,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    tonal_button,
)
from app.views.kit.theme import WARM
from app.views.meetings.meeting_words import when
from app.views.more.noun_words import NOUNS, OTHER
from app.views.more.said_words import as_text, name_in, said_lines
from app.views.more.why_words import why
from app.views.session import go, use_live, use_ports, use_session
from sync.codes import Reason

MOST = 30
CHANGED_AT = {"contact": "/people/{}/change", "spot": "/places/{}/change", "company": "/companies/{}/change"}


@ft.component
def WhatWasNotTaken() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    left = use_live(lambda: not_taken(ports), *tables().values())
    mine = use_live(lambda: _mine(ports), Handed)
    doing = use_doing()
    news, set_news = ft.use_state("")
    asking, set_asking = ft.use_state("")

    def do(step: Callable[[Ports, NotTaken], object], one: NotTaken, done: str) -> None:
        set_asking("")
        if doing.do(lambda: step(ports, one)):
            set_news(done)

    async def copy(one: NotTaken) -> None:
        await ft.Clipboard().set(as_text(t, _title(t, ports, one), one.fields, today))
        set_news(t("Copied."))

    thrown = next((one for one in left if one.row == asking), None)
    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=ft.Text(t("Throw this away?")),
            content=ft.Text(_warning(t, thrown)),
            actions=[
                quiet_button(t("No"), lambda: set_asking(""), key="discard-no"),
                quiet_button(t("Throw away"), lambda: do(let_go, thrown, t("It is gone.")), key="discard-yes"),
            ],
            on_dismiss=lambda: set_asking(""),
        )
        if thrown
        else None
    )

    def paper(one: NotTaken) -> ft.Control:
        async def copying() -> None:
            await copy(one)

        lines: list[ft.Control] = [
            ft.Row(
                [
                    ft.Icon(NOUNS.get(one.table, OTHER)[0], color=WARM),
                    ft.Column(
                        [body(_title(t, ports, one), strong=True), quiet(_moment(t, ports, one.written_ms))],
                        spacing=0,
                        expand=True,
                    ),
                ],
                spacing=12,
            ),
            problem(why(t, one.why), key=f"why-{one.row}"),
            *(_line(label, text) for label, text in said_lines(t, one.fields, today)),
        ]
        buttons: list[ft.Control] = []
        try:
            names = way_in(ports, one).names
        except Refusal as no:
            lines.append(quiet(t(no.text)))
        else:
            lines.append(quiet(t("If you hand it in, %(names)s can read it.", names=_all(t, names))))
            handing = t("It is handed in.")
            buttons.append(
                tonal_button(
                    t("Hand it in"), lambda: do(hand_in, one, handing), key=f"hand-in-{one.row}", icon=ft.Icons.OUTBOX
                )
            )
        if way := _way_to_shorten(one):
            buttons.append(quiet_button(t("Change"), lambda: go(way), key=f"change-{one.row}", icon=ft.Icons.EDIT))
        elif one.why == Reason.SIZE:
            lines.append(quiet(t("Copy it, throw it away, and write it anew, shorter.")))
        if one.fields:
            buttons.append(quiet_button(t("Copy"), copying, key=f"copy-{one.row}", icon=ft.Icons.COPY))
        buttons.append(
            quiet_button(
                t("Throw away"),
                lambda: set_asking(one.row),
                key=f"discard-{one.row}",
                icon=ft.Icons.DELETE_OUTLINE,
            )
        )
        return card(ft.Column([*lines, ft.Row(buttons, wrap=True, spacing=4)], spacing=12), key=f"left-{one.row}")

    parts: list[ft.Control] = [problem(doing.trouble), good_news(news)]
    if left:
        parts.append(body(t("You wrote this. It is kept here. Others do not see it.")))
        parts += [paper(one) for one in left[:MOST]]
        if len(left) > MOST:
            parts.append(quiet(t.many("%(num)d more", "%(num)d more", len(left) - MOST)))
    elif not mine:
        parts.append(empty_state(ft.Icons.DONE_ALL, t("All that you wrote counts.")))
    if mine:
        parts.append(section(t("Handed in"), [sheet([_given(t, ports, one) for one in mine])]))
    return screen(t("What did not count"), parts, t=t, path="/more/left", back="/more/sync")


def _way_to_shorten(one: NotTaken) -> str:
    """Where what is too long can be written shorter, which counts then; "" for all else."""
    if one.why != Reason.SIZE or not one.here:
        return ""
    if one.table == MeetingNote.__name__.lower():
        meeting = one.fields.get("meeting")
        return f"/meetings/{meeting}/note" if meeting else ""
    return CHANGED_AT[one.table].format(one.row) if one.table in CHANGED_AT else ""


def _line(label: str, text: str) -> ft.Control:
    parts: list[ft.Control] = [quiet(label, size=13)] if label else []
    return ft.Column([*parts, body(text)], spacing=0)


def _title(t: Words, ports: Ports, one: NotTaken) -> str:
    """What it is and whose: the row as it stands, or what she wrote of it."""
    store, today = ports.store, ports.today()
    name = name_in(t, one.fields, today)
    if contact := store.get(Contact, one.row):
        name = called(t, contact)
    elif meeting := store.get(Meeting, str(one.fields.get("meeting") or one.row)):
        mentee = store.get(Mentee, meeting.mentee)
        name = " · ".join(part for part in (mentee.name if mentee else "", when(t, meeting, today)) if part)
    return " · ".join(part for part in (t(NOUNS.get(one.table, OTHER)[1]), t.isolated(name)) if part)


def _moment(t: Words, ports: Ports, ms: int) -> str:
    return first_up(t.at(ms, ports.today())) if ms else ""


def _warning(t: Words, one: NotTaken | None) -> str:
    if one and one.here:
        return t("Nobody else has it. It is gone for good.")
    return t("It is not shown to you again. Nobody else sees it.")


def _mine(ports: Ports) -> list[Handed]:
    """What she handed in herself, whatever became of it."""
    found = ports.store.find(Handed, limit=MOST)
    return [one for one in found if (line := ports.store.byline(one, "said")) and line.mine]


def _given(t: Words, ports: Ports, handed: Handed) -> ft.Control:
    became = {
        # Words: what became of something that was handed in
        Done.TAKEN.value: t("Taken over"),
        # Words: what became of something that was handed in: somebody looked and wrote none of it
        Done.NOT_USED.value: t("Looked at, not used"),
    }.get(handed.done, t("Waits for a coordinator or a worker"))
    icon, noun = NOUNS.get(handed.noun, OTHER)
    name = t.isolated(name_in(t, said_in(handed), ports.today())) or _moment(t, ports, handed.written_ms or 0)
    return row(
        f"{t(noun)} · {name}",
        under=became,
        leading=ft.Icon(icon, color=ft.Colors.PRIMARY),
        key=f"given-{handed.id}",
    )


def _all(t: Words, names: tuple[str, ...]) -> str:
    return t.listed([t.isolated(name) or t("Somebody") for name in names])
