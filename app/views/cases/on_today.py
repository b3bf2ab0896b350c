"""What Today says of the desk: files that stand still, hand-overs that wait, what this person has to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.journeys.after_care import to_ask_after
from app.journeys.asking_after import lately_met
from app.journeys.caseload import all_at_rest, standing_still
from app.journeys.ending import ended_files, endings_near
from app.journeys.handover import overlaps_over, waiting_hand_overs
from app.journeys.left_behind import left_behind, name_of_old
from app.journeys.matching import lost_mentor
from app.journeys.my_tasks import how_many_tasks
from app.journeys.tasks import finish
from app.journeys.tracks import to_look_at_again
from app.ports import Ports
from app.records import (
    AskedAfter,
    Attendance,
    CompanyPulse,
    Ending,
    GroupSession,
    HandOver,
    HouseRule,
    Match,
    Meeting,
    MemberCard,
    Mentee,
    Mentor,
    MentorMeeting,
    Placement,
    Pulse,
    Rung,
    Seat,
    SlotTaken,
    Task,
    Track,
    TrackKind,
)
from app.views.cases.tasks import task_line
from app.views.kit import quiet_button, row, section, sheet
from app.views.session import go

MOST = 6
TASKS = MOST + 1
"""As many of the tasks as `to_do` has to see."""
ON_THE_DESK = (
    Match,
    Meeting,
    MemberCard,
    Mentee,
    Mentor,
    Task,
    HandOver,
    Track,
    Ending,
    GroupSession,
    Seat,
    Attendance,
    AskedAfter,
    MentorMeeting,
    SlotTaken,
)
"""What these lines are read from."""
AT_WORK = (Placement, Rung, Pulse, CompanyPulse, Track, Ending, HouseRule)
"""And those about places of work."""


def on_the_desk(
    t: Words, ports: Ports, names: Mapping[str, str], resting: Collection[str], *, steward: bool
) -> list[ft.Control]:
    """One line each, leading there; `resting` = mentees about whom nothing prompts anybody now."""
    lines = []
    for over in waiting_hand_overs(ports)[:MOST]:
        name = names.get(over.mentee, "")
        words = t("Was it followed? %(name)s", name=name) if over.taken_on else t("Take over: %(name)s", name=name)
        lines.append(_line(ft.Icons.SWAP_HORIZ, words, f"/cases/{over.mentee}/contact", f"over-{over.id}"))
    for over in overlaps_over(ports)[:MOST]:
        # Words: a line on Today: for some days two of us had this file, and that time has passed
        words = t("The time with both is over: %(name)s", name=names.get(over.mentee, ""))
        lines.append(_line(ft.Icons.SWAP_HORIZ, words, f"/cases/{over.mentee}/contact", f"both-{over.id}"))
    if ports.store.count(MentorMeeting, col(MentorMeeting.starts) >= ports.today().isoformat()):
        from app.views.mentor_meetings.on_today import of_mentor_meetings

        lines += of_mentor_meetings(t, ports)
    for mentee in _once((due.ending.mentee for due in to_ask_after(ports)), resting):
        # Words: a line on Today: her file has ended, and somebody promised to ask now and then how she is
        words = t("Ask how she is: %(name)s", name=names.get(mentee, ""))
        lines.append(_line(ft.Icons.FAVORITE_BORDER, words, f"/cases/{mentee}/ending", f"care-{mentee}"))
    if not steward:
        return lines
    lines += _without_her_mentor(t, ports)[:MOST]
    if ports.store.count(GroupSession, *lately_met(ports)):
        from app.views.groups.on_today import who_did_not_come

        lines += who_did_not_come(t, ports, names)[:MOST]
    resting = {*resting, *ended_files(ports)}
    again = _once((track.mentee for track in to_look_at_again(ports)), resting)
    for mentee in again:
        # Words: a line on Today: a track of that mentee has rested until today
        words = t("Look again: %(name)s", name=names.get(mentee, ""))
        lines.append(_line(ft.Icons.ALT_ROUTE, words, f"/cases/{mentee}/tracks", f"again-{mentee}"))
    at_rest = {file.mentee.id: file.mentee for file in all_at_rest(ports)}
    for mentee in _once(at_rest, {*resting, *again}):
        sign, said, to = ft.Icons.ALT_ROUTE, t("All tracks rest"), f"/cases/{mentee}/tracks"
        lines.append(_about(t, at_rest[mentee], sign, said, to, f"at-rest-{mentee}"))
    for mentee in _once((ending.mentee for ending in endings_near(ports)), resting):
        # Words: a line on Today: the planned end of that mentee's file is near
        words = t("The end comes near: %(name)s", name=names.get(mentee, ""))
        lines.append(_line(ft.Icons.FLAG_OUTLINED, words, f"/cases/{mentee}/ending", f"near-{mentee}"))
    if still := standing_still(ports):
        words = t.many("%(num)d file stands still.", "%(num)d files stand still.", still)
        lines.append(_line(ft.Icons.HOURGLASS_EMPTY, words, "/cases/still", "still"))
    return lines


def places_of_work(t: Words, ports: Ports, names: Mapping[str, str], resting: Collection[str]) -> list[ft.Control]:
    """What needs somebody there; its screens are only fetched where anybody is at work or on the way."""
    if not ports.store.count(Placement) and not ports.store.count(Track, col(Track.kind) == TrackKind.WORK.value):
        return []
    from app.views.work.on_today import at_work

    return at_work(t, ports, names, {*resting, *ended_files(ports)})


def _without_her_mentor(t: Words, ports: Ports) -> list[ft.Control]:
    """Who still waits for meetings with somebody who is gone; there they are called off or taken over."""
    lines: dict[str, ft.Control] = {}
    for row_id, mentor in left_behind(ports):
        mentee = ports.store.get(Mentee, row_id)
        if mentee and row_id not in lines:
            said = [t("She has no mentor now.")]
            if not lost_mentor(ports, mentee):
                said = [t.isolated(name_of_old(ports, mentee, mentor)), t("No longer a mentor")]
            words = " · ".join(part for part in said if part)
            sign, to = ft.Icons.PERSON_OFF_OUTLINED, f"/mentees/{row_id}"
            lines[row_id] = _about(t, mentee, sign, words, to, f"gone-{row_id}")
    return list(lines.values())


def _once(mentees: Iterable[str], resting: Collection[str]) -> list[str]:
    return [mentee for mentee in dict.fromkeys(mentees) if mentee not in resting][:MOST]


def _line(icon: ft.IconData, words: str, to: str, key: str) -> ft.Control:
    return row(words, leading=ft.Icon(icon, color=ft.Colors.PRIMARY), on_tap=lambda: go(to), key=key, arrow=True)


def _about(t: Words, mentee: Mentee, icon: ft.IconData, words: str, to: str, key: str) -> ft.Control:
    sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
    name = t.isolated(mentee.name) or t("Without a name")
    return row(name, under=words, leading=sign, on_tap=lambda: go(to), key=key, arrow=True)


def to_do(t: Words, ports: Ports, tasks: list[Task], names: Mapping[str, str]) -> list[ft.Control]:
    """What this person does for mentees, up to today."""
    if not tasks:
        return []
    today = ports.today()
    lines = [task_line(t, one, today, names, lambda task: finish(ports, shown=task, yes=True)) for one in tasks[:MOST]]
    if len(tasks) > MOST:
        others = how_many_tasks(ports, today) - MOST
        more = t.many("%(num)d more", "%(num)d more", others)
        lines.append(quiet_button(more, lambda: go("/cases/tasks"), key="more-tasks"))
    # Words: heading on Today, over what this person has to do
    return [section(t("To do"), [sheet(lines)])]
