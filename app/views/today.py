"""Today: the next meetings, whom to go back to, what was never told; logging a contact is one tap away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import flet as ft
from sqlmodel import col

from app.domain.followups import FollowUp
from app.domain.roles import COORDINATOR, STEWARDS
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.agenda import meetings_ahead, meetings_untold
from app.journeys.conversations import last_success
from app.journeys.go_back_to import WAITS, go_back_to
from app.journeys.handed import waiting
from app.journeys.lease import days_left
from app.journeys.my_tasks import my_tasks
from app.journeys.silence import silent_pairs
from app.journeys.voices_waiting import how_many_wait
from app.records import (
    Attempt,
    Conversation,
    Handed,
    Meeting,
    Mentee,
    Round,
    Task,
    VoiceMessage,
)
from app.views.areas import area_named
from app.views.cases.on_today import AT_WORK, ON_THE_DESK, TASKS, on_the_desk, places_of_work, to_do
from app.views.contacts.contact_words import called, outcome_sign
from app.views.kit import (
    SyncBadge,
    empty_state,
    floating_button,
    inset,
    number,
    offer,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
)
from app.views.kit.space import start_side
from app.views.mentees.from_her import FROM_HER, lines_from_her
from app.views.mentees.silent import PAIRS, not_met
from app.views.more.sparring_news import ADVICE, advice
from app.views.session import go, use_live, use_ports, use_session, use_synced, use_told
from app.views.sheet_news import sheet_news
from app.views.untrue import untrue

MOST = 6
NOTHING: Mapping[str, str] = {}


@ft.component
def Today() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    syncing = use_synced()
    told = use_told()
    given, set_given = ft.use_state(False)  # a key, a moment ago
    outreach = told.role in STEWARDS
    names = use_live(lambda: ports.store.values(Mentee, "name"), Mentee)
    resting = ports.store.values(Mentee, "quiet_until", col(Mentee.quiet_until) >= today)
    ahead = use_live(lambda: meetings_ahead(ports, MOST), Meeting)
    untold = use_live(lambda: meetings_untold(ports, MOST, but=resting), Meeting)
    silent = use_live(lambda: silent_pairs(ports) if outreach else [], *PAIRS)
    due, others = use_live(lambda: go_back_to(ports, MOST), *WAITS)
    handed = use_live(lambda: len(waiting(ports)), Handed)
    rounds = use_live(lambda: outreach and ports.store.count(Attempt, col(Attempt.day) == today), Attempt, Round)
    tasks = use_live(lambda: my_tasks(ports, until=today, limit=TASKS), Task, Mentee)
    desk = use_live(lambda: on_the_desk(t, ports, names, resting, steward=outreach), *ON_THE_DESK)
    work = use_live(lambda: places_of_work(t, ports, names, resting) if outreach else [], *AT_WORK)
    asked = use_live(lambda: advice(t, ports), *ADVICE)
    said = use_live(lambda: [] if told.role == COORDINATOR else lines_from_her(t, ports), *FROM_HER)

    parts: list[ft.Control] = []
    if session.offered:
        parts.append(
            offer(
                t("A newer %(app)s lies ready.", app=session.called),
                t("Take it"),
                ports.platform.take_update,
                key="update",
            )
        )
    parts += untrue(t, ports, syncing)
    left = days_left(ports)
    if left == 0:
        words = t("No contact for five weeks. What is about others rests until you connect.")
        # Words: below "What is about others rests until you connect."
        kept = t("Plans and what is yours alone do not rest: what you write there is kept.")
        # Words: below that; "what is not sent yet" = was written before the phone lost contact
        sent = t("What you wrote and is not sent yet is kept here. It goes out when you connect.")
        parts.append(problem(words, key="lease"))
        parts.append(quiet(f"{kept} {sent}"))
    elif left:
        says = t.many("Connect within %(num)d day.", "Connect within %(num)d days.", left)
        # Words: after "Connect within 3 days."; the app shows nothing about others until it has been on the network
        then = t("Then what is about others rests.")
        parts.append(problem(f"{says} {then}", key="lease"))
    lines: list[ft.Control] = sheet_news(t, told)
    if handed:
        words = t.many("%(num)d thing was handed in.", "%(num)d things were handed in.", handed)
        sign = ft.Icon(ft.Icons.INBOX_OUTLINED, color=ft.Colors.PRIMARY)
        lines.append(row(words, leading=sign, on_tap=lambda: go("/more/handed"), key="handed", arrow=True))
    if told.late:
        words = t("Handed in after leaving: %(num)d", num=told.late)
        sign = ft.Icon(ft.Icons.HISTORY, color=ft.Colors.PRIMARY)
        lines.append(row(words, leading=sign, on_tap=lambda: go("/more/late"), key="late", arrow=True))
    lines += desk
    lines += said
    lines += asked
    lines += _voices(t, names)
    if rounds:
        from app.views.places.resume import resumed

        lines += resumed(t, ports)
    if lines:
        parts.append(sheet(lines))
    if told.back or given:
        from app.views.give_back import GivingBack

        parts.append(GivingBack(lambda: set_given(True)))
    firsts = {one.mentee: one.id for one in reversed(ahead)}
    well = use_live(lambda: {row_id: last_success(ports, her) for her, row_id in firsts.items()}, Conversation)
    if ahead:
        # Words: heading on Today, over the meetings to come
        parts.append(section(t("Next"), [sheet([_meeting(t, one, names, today, well=well) for one in ahead])]))
    if untold:
        # Words: heading over meetings whose hour has passed and nobody wrote how they went
        lines = [_meeting(t, one, names, today, "/log") for one in untold]
        parts.append(section(t("How did it go?"), [sheet(lines)]))
    parts += work
    parts += to_do(t, ports, tasks, names)
    if due:
        lines = [_followup(t, wait, area_named(t, ports, wait.contact.space)) for wait in due]
        if others:
            more = t.many("%(num)d more", "%(num)d more", others)
            lines.append(quiet_button(more, lambda: go("/people"), key="more-due"))
        # Words: heading over people who wait for a visit or a call
        parts.append(section(t("Go back to"), [sheet(lines)]))
    parts += not_met(t, silent, names, today)
    if not parts:
        hint = (
            t("Log the people you meet. %(app)s reminds you whom to go back to.", app=session.called)
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


def _meeting(
    t: Words, meeting: Meeting, names: dict[str, str], today: date, step: str = "", well: Mapping[str, str] = NOTHING
) -> ft.Control:
    who = names.get(meeting.mentee) or t("Somebody")
    day, _, hour = meeting.starts.partition("T")
    on_day = day == today.isoformat()
    under = [first_up(t.moment(meeting.starts, today))] if not on_day else []
    if success := well.get(meeting.id):
        who = " · ".join(part for part in (who, t.isolated(meeting.place)) if part)
        # Words: on Today, under a name: what went well when the two met last
        under.append(t("last time: “%(success)s”", success=success))
    elif meeting.place:
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
        on_tap=lambda: go(f"/meetings/{meeting.id}{step}"),
        key=f"meeting-{meeting.id}",
        arrow=True,
    )


def _voices(t: Words, names: dict[str, str]) -> list[ft.Control]:
    ports = use_ports()
    if not use_live(lambda: how_many_wait(ports), VoiceMessage):
        return []
    from app.views.mentees.voices import waiting_voices

    return waiting_voices(t, ports, names)


def _followup(t: Words, wait: FollowUp, area: str) -> ft.Control:
    waited = t.many("%(num)d day", "%(num)d days", wait.days_waiting) if wait.days_waiting else first_up(t("today"))
    note = wait.contact.note.split("\n")[0]
    under = " · ".join(part for part in (waited, area, t.isolated(note) if note else "") if part)
    return row(
        called(t, wait.contact),
        under=under,
        leading=outcome_sign(wait.contact.outcome),
        on_tap=lambda: go(f"/people/{wait.contact.id}"),
        key=f"followup-{wait.contact.id}",
        arrow=True,
    )
