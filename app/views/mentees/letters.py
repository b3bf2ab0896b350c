"""Her letters, for who walks with her: photographed by her or together, explained with pictures and a few words."""

from __future__ import annotations

import flet as ft

from app.domain.letters import Stage, stage
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.letters import letters
from app.ports import Ports
from app.records import Attachment, Letter, Mentee
from app.views.kit import (
    drawing,
    empty_state,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    sheet,
)
from app.views.letter_camera import use_letter_camera
from app.views.letter_words import letter_called, letter_said, picture_of
from app.views.mentees.covers import covers
from app.views.mentees.whose import name_of, whose
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def HerLetters() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    mentee, plan = whose(ports)
    path = f"/mentees/{mentee.id if mentee else ''}"
    there = use_live(lambda: letters(ports, plan) if plan else [], Letter, Attachment)
    doing, photograph = use_letter_camera(plan)

    def line(one: Letter) -> ft.Control:
        until = t("Until: %(day)s", day=t.day(one.due_on, today)) if one.due_on and not one.done_on else ""
        sent = first_up(t.day(one.sent_on, today)) if one.sent_on else ""
        # Words: in a list of letters: she asks to talk about this one
        talk = t("Wants to talk about it") if one.talk_on and not one.done_on else ""
        return row(
            letter_called(t, one),
            under=" · ".join(part for part in (talk, _ours(t, one), until or sent) if part),
            leading=drawing(picture_of(one), size=40),
            on_tap=lambda: go(f"{path}/letters/{one.id}"),
            key=f"letter-{one.id}",
            arrow=True,
        )

    parts: list[ft.Control] = [problem(doing.trouble)]
    if there:
        parts.append(sheet([line(one) for one in there]))
    else:
        hint = t("She photographs a letter on her phone, or you do it together.")
        parts.append(empty_state(ft.Icons.MAIL_OUTLINED, t("No letters yet."), hint))
    if plan:
        parts.append(
            quiet_button(t("Photograph a letter"), photograph, key="photograph", icon=ft.Icons.PHOTO_CAMERA_OUTLINED)
        )
    parts.append(quiet(t("She, her mentor, her worker and her coordinator see them.")))
    return screen(t("Her letters"), parts, t=t, path=f"{path}/letters", under=name_of(mentee), back=path)


def letter_lines(t: Words, found: list[Letter], ports: Ports) -> list[ft.Control]:
    """For Today: one line for each mentee whose letters wait."""
    waits: dict[str, list[Letter]] = {}
    for one in found:
        waits.setdefault(ports.store.beside(one.space, "case"), []).append(one)
    hers = covers(ports, waits)
    return [_line(t, hers[case], len(waits[case])) for case in waits if case in hers]


def _line(t: Words, mentee: Mentee, num: int) -> ft.Control:
    return row(
        t.isolated(mentee.name) or t("Without a name"),
        # Words: on Today, under the name of a mentee: letters that she photographed
        under=t.many("%(num)d letter to look at", "%(num)d letters to look at", num),
        leading=ft.Icon(ft.Icons.MAIL_OUTLINED, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"/mentees/{mentee.id}/letters"),
        key=f"letters-{mentee.id}",
        arrow=True,
    )


def _ours(t: Words, one: Letter) -> str:
    """How far it is, said to who explains."""
    if stage(one) in {Stage.SENT, Stage.SEEN}:
        # Words: in a list of letters: nobody told yet what it wants
        return t("Not explained yet")
    return letter_said(t, one)
