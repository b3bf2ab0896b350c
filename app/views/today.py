"""Today: the next meetings, whom to go back to, what was never told; logging a contact is one tap away."""

from __future__ import annotations

from datetime import date

import flet as ft
from sqlmodel import col

from app.domain.agenda import next_meetings, still_open, untold_meetings
from app.domain.followups import FollowUp, followups_due, may_be_due
from app.domain.roles import STEWARDS
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.handed import waiting
from app.journeys.lease import days_left
from app.records import Contact, Handed, Meeting, Mentee
from app.views.contacts.contact_words import called, outcome_sign
from app.views.kit import (
    SyncBadge,
    empty_state,
    floating_button,
    inset,
    number,
    offer,
    problem,
    quiet_button,
    row,
    screen,
    section,
    sheet,
)
from app.views.kit.space import start_side
from app.views.session import go, use_live, use_ports, use_session, use_told
from app.views.sheet_news import sheet_news

MOST = 6


@ft.component
def Today() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    syncing, _syncing = ft.use_state(session.syncing)
    told = use_told()
    given, set_given = ft.use_state(False)  # a key, a moment ago
    outreach = told.role in STEWARDS
    open_meetings = use_live(lambda: ports.store.find(Meeting, still_open(), order_by=col(Meeting.starts)), Meeting)
    names = use_live(lambda: {mentee.id: mentee.name for mentee in ports.store.find(Mentee)}, Mentee)
    due = use_live(lambda: followups_due(ports.store.find(Contact, may_be_due(today)), today), Contact)
    handed = use_live(lambda: len(waiting(ports)), Handed)
    ahead, untold = next_meetings(open_meetings, today), untold_meetings(open_meetings, today)

    parts: list[ft.Control] = []
    if session.offered:
        parts.append(offer(t("A newer Brobygger lies ready."), t("Take it"), ports.platform.take_update, key="update"))
    if syncing.holding_back:
        parts.append(problem(t("The server is holding something back. Tell your coordinator."), key="holding-back"))
    left = days_left(ports)
    if left == 0:
        words = t("No contact for five weeks. What is about others rests until you connect.")
        parts.append(problem(words, key="lease"))
    elif left:
        says = t.many("Connect within %(num)d day.", "Connect within %(num)d days.", left)
        parts.append(problem(f"{says} {t('Then what is about others rests.')}", key="lease"))
    lines: list[ft.Control] = sheet_news(t, told)
    if handed:
        words = t.many("%(num)d thing was handed in.", "%(num)d things were handed in.", handed)
        sign = ft.Icon(ft.Icons.INBOX_OUTLINED, color=ft.Colors.PRIMARY)
        lines.append(row(words, leading=sign, on_tap=lambda: go("/more/handed"), key="handed", arrow=True))
    if told.late:
        words = t("Handed in after leaving: %(num)d", num=told.late)
        sign = ft.Icon(ft.Icons.HISTORY, color=ft.Colors.PRIMARY)
        lines.append(row(words, leading=sign, on_tap=lambda: go("/more/late"), key="late", arrow=True))
    if lines:
        parts.append(sheet(lines))
    if told.back or given:
        from app.views.give_back import GivingBack

        parts.append(GivingBack(lambda: set_given(True)))
    if ahead:
        # Words: heading on Today, over the meetings to come
        parts.append(section(t("Next"), [sheet([_meeting(t, one, names, today) for one in ahead[:MOST]])]))
    if untold:
        # Words: heading over meetings whose day has passed and nobody wrote how they went
        parts.append(section(t("How did it go?"), [sheet([_meeting(t, one, names, today) for one in untold[:MOST]])]))
    if due:
        lines = [_followup(t, wait) for wait in due[:MOST]]
        if len(due) > MOST:
            more = t.many("%(num)d more", "%(num)d more", len(due) - MOST)
            lines.append(quiet_button(more, lambda: go("/people"), key="more-due"))
        # Words: heading over people who wait for a visit or a call
        parts.append(section(t("Go back to"), [sheet(lines)]))
    if not parts:
        hint = (
            t("Log the people you meet. Brobygger reminds you whom to go back to.")
            if outreach
            else t("Plan a meeting.")
        )
        parts.append(empty_state(ft.Icons.WB_SUNNY_OUTLINED, t("Nothing waits for you today."), hint))
    floating = (
        floating_button(ft.Icons.ADD, t("Log a contact"), lambda: go("/people/new"), key="log-contact")
        if outreach
        else floating_button(ft.Icons.ADD, t("Log a meeting"), lambda: go("/meetings/log"), key="log-meeting")
    )
    return screen(
        t("Today"),
        parts,
        t=t,
        path="/",
        under=first_up(t.full_day(today)),
        tab=0,
        actions=[SyncBadge()],
        floating=floating,
    )


def _meeting(t: Words, meeting: Meeting, names: dict[str, str], today: date) -> ft.Control:
    who = names.get(meeting.mentee) or t("Somebody")
    day, _, hour = meeting.starts.partition("T")
    on_day = day == today.isoformat()
    under = [first_up(t.moment(meeting.starts, today))] if not on_day else []
    if meeting.place:
        under.append(t.isolated(meeting.place))
    if on_day:
        sign: ft.Control = ft.Container(content=number(hour[:5]), padding=inset(end=4))
    else:
        cup = ft.Icon(ft.Icons.COFFEE_OUTLINED, color=ft.Colors.PRIMARY)
        sign = ft.Container(content=cup, width=48, alignment=start_side())
    return row(
        who,
        under=" · ".join(under),
        leading=sign,
        on_tap=lambda: go(f"/meetings/{meeting.id}"),
        key=f"meeting-{meeting.id}",
        arrow=True,
    )


def _followup(t: Words, wait: FollowUp) -> ft.Control:
    waited = t.many("%(num)d day", "%(num)d days", wait.days_waiting) if wait.days_waiting else first_up(t("today"))
    note = wait.contact.note.split("\n")[0]
    under = " · ".join(part for part in (waited, t.isolated(note) if note else "") if part)
    return row(
        called(t, wait.contact),
        under=under,
        leading=outcome_sign(wait.contact.outcome),
        on_tap=lambda: go(f"/people/{wait.contact.id}"),
        key=f"followup-{wait.contact.id}",
        arrow=True,
    )
