"""A mentee's file at a glance: the next meeting, what is agreed, the steps; no word of a note."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.i18n.languages import language_called
from app.i18n.words import first_up
from app.journeys.agenda import meetings_untold, planned_with
from app.journeys.agreements import agreements_with
from app.journeys.conversations import last_success
from app.journeys.meetings import last_held
from app.journeys.plan import unheard
from app.journeys.steps import steps_of
from app.records import Agreement, AskedAfter, Attendance, Meeting, Mentee, NotRight, Seat, Step, StepAnswer
from app.views.kit import empty_state, floating_button, quiet, quiet_button, row, screen, section, sheet, stack
from app.views.meetings.conversation import went_well
from app.views.meetings.meeting_words import when, where
from app.views.mentees.agreed import Agreed
from app.views.mentees.answers import SheSays
from app.views.mentees.hours_told import hours_of_pairs
from app.views.mentees.steps import StepLines
from app.views.mentees.turned import TurnToHer
from app.views.mentees.who_reads import who_reads
from app.views.practice.of_her import WhatShePractises
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def MenteeFile() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    mentee = use_live(lambda: ports.store.get(Mentee, path.rpartition("/")[2]), Mentee)
    if mentee is None:
        lost = empty_state(ft.Icons.FOLDER_SHARED_OUTLINED, t("There is nothing here."))
        return screen(t("Mentees"), [lost], t=t, path=path, back=session.trail.tab)
    ahead = use_live(lambda: planned_with(ports, mentee.id), Meeting)
    untold = use_live(lambda: meetings_untold(ports, 2, of=mentee.id), Meeting)
    last = use_live(lambda: last_held(ports, mentee.id), Meeting)
    agreed = use_live(lambda: agreements_with(ports, mentee), Agreement)
    hours = use_live(lambda: hours_of_pairs(t, ports, mentee, agreed), Meeting)
    seats = use_live(lambda: ports.store.count(Seat, col(Seat.mentee) == mentee.id), Seat, Attendance, AskedAfter)
    steps = use_live(lambda: steps_of(ports, mentee), Step)

    def line(meeting: Meeting) -> ft.Control:
        return row(
            when(t, meeting, today),
            under=where(t, meeting),
            leading=ft.Icon(ft.Icons.COFFEE_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"/meetings/{meeting.id}"),
            key=f"meeting-{meeting.id}",
            arrow=True,
        )

    spoken = language_called(mentee.language)
    parts: list[ft.Control] = []
    rests = mentee.quiet_until is not None and mentee.quiet_until >= today
    if mentee.quiet_until and rests:
        words = t("Prompts about her rest until %(day)s.", day=t.by_date(mentee.quiet_until, today))
        parts.append(quiet(words, size=15))
    if answers := use_live(lambda: unheard(ports, mentee), StepAnswer):
        parts.append(SheSays(answers))
    if use_live(lambda: ports.store.count(NotRight), NotRight):
        from app.views.mentees.her_words import SaysNotRight

        parts.append(SaysNotRight(mentee))
    if success := last_success(ports, mentee.id):
        parts.append(went_well(t, success))
    coming = [line(one) for one in ahead[:2]] or [quiet(t("No meeting is planned."))]
    plan = quiet_button(t("Plan a meeting"), lambda: go(f"/meetings/plan/{mentee.id}"), key="plan")
    parts.append(section(t("Next"), [sheet(coming) if ahead else coming[0]], action=plan))
    if untold and not rests:
        parts.append(section(t("How did it go?"), [sheet([line(one) for one in untold])]))
    if last:
        # Words: heading over the latest meeting that took place
        parts.append(section(t("Last time"), [sheet([line(last)])]))
    parts.append(Agreed(agreed, path))
    parts.append(hours)
    parts.append(StepLines(steps, path))
    parts.append(TurnToHer(mentee))
    parts.append(WhatShePractises(mentee, path))
    if seats:
        from app.views.groups.hers import groups_of_her

        parts += groups_of_her(t, ports, mentee)
    yes = quiet_button(
        t("What she said yes to"), lambda: go(f"{path}/consents"), key="consents", icon=ft.Icons.HOW_TO_REG_OUTLINED
    )
    letters = quiet_button(t("Her letters"), lambda: go(f"{path}/letters"), key="letters", icon=ft.Icons.MAIL_OUTLINED)
    strong = quiet_button(
        t("Her strengths"), lambda: go(f"{path}/strengths"), key="strengths", icon=ft.Icons.STAR_OUTLINE
    )
    # Words: a button: photos of tools and tasks where a mentee works, each with its Danish word
    book = quiet_button(t("Pictures from work"), lambda: go(f"{path}/book"), key="book", icon=ft.Icons.COLLECTIONS)
    parts.append(stack([letters, strong, book], spacing=0))
    parts.append(section(t("Who reads what"), [who_reads(t, ports, mentee), yes]))
    rest = quiet_button(
        t("Let prompts rest"), lambda: go(f"{path}/rest"), key="rest", icon=ft.Icons.NOTIFICATIONS_PAUSED
    )
    reach = quiet_button(
        t("Reaching her safely"), lambda: go(f"{path}/reach"), key="reach", icon=ft.Icons.SHIELD_OUTLINED
    )
    # Words: a button on a mentee's file, to the tasks, tracks, hand-over and paper around her
    ours = quiet_button(t("What we do for her"), lambda: go(f"/cases/{mentee.id}"), key="ours", icon=ft.Icons.TASK_ALT)
    near = quiet_button(t("How she reaches you"), lambda: go(f"{path}/near"), key="near", icon=ft.Icons.CALL_OUTLINED)
    voice = quiet_button(
        t("Voice messages"), lambda: go(f"{path}/voice"), key="voice", icon=ft.Icons.RECORD_VOICE_OVER_OUTLINED
    )
    parts.append(stack([ours, voice, near, reach, rest], spacing=0))
    return screen(
        t.isolated(mentee.name) or t("Without a name"),
        parts,
        t=t,
        path=path,
        under=spoken.own_name if spoken else t.isolated(first_up(mentee.language)),
        back=session.trail.tab,
        floating=floating_button(
            ft.Icons.ADD, t("Log a meeting"), lambda: go(f"/meetings/log/{mentee.id}"), key="log-meeting"
        ),
    )
