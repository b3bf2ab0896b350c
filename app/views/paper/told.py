"""The facts of one file as lines that can be printed or ticked: nothing that anybody thought, only what there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.caseload import FileNow
from app.i18n import Words
from app.i18n.languages import language_called
from app.i18n.words import first_up
from app.records import Agreement, Meeting, Step
from app.views.cases.ending import ending_said
from app.views.cases.track_words import TRACKS
from app.views.chosen import chosen, inside
from app.views.mentees.agreement_words import cadence
from app.views.paper.pieces import dated
from app.views.plan_words import step_called
from app.views.work.work_words import RUNGS, hours_said, where_said

LATEST = 8


def facts_told(
    t: Words, file: FileNow, held: Sequence[Meeting], steps: Sequence[Step], names: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """(key, name, value) of each fact that there is; why a track rests is none of them."""
    mentee = file.mentee
    minutes = sum(meeting.minutes or 0 for meeting in held)
    told = [
        ("contact", t("Contact person"), names.get(mentee.contact_person, "")),
        ("deputy", t("Deputy"), names.get(mentee.deputy, "")),
        ("held", t("Meetings held"), t.number(len(held)) if held else ""),
        ("hours", t("Hours together"), t.number(round(minutes / 60)) if minutes else ""),
        ("last", t("Last time"), first_up(t.by_date(file.met_on, file.today)) if file.met_on else ""),
        ("next", t("Next"), dated(t, file.next.starts, file.today) if file.next else ""),
        ("tracks", t("What is worked on"), _tracks(t, file)),
        ("done", t("What she has reached"), " · ".join(step_called(t, step) for step in steps if step.done_on)),
        ("ending", t("The end"), " · ".join(ending_said(t, file.ending, file.today)) if file.ending else ""),
    ]
    return [(key, name, value) for key, name, value in told if value]


def to_go_on_with(
    t: Words, file: FileNow, steps: Sequence[Step], agreed: Sequence[Agreement], names: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """(key, name, value) of what the next one of us goes on with, as far as it is there; no words of an agreement.

    `names` has everybody with whom something was agreed.
    """
    spoken = language_called(file.mentee.language)
    tongue = spoken.own_name if spoken else file.mentee.language
    told = [
        ("language", t("Her language"), t.isolated(tongue) if tongue else ""),
        ("work", t("Place of work"), _work(t, file)),
    ]
    for one in agreed:
        until = t("until %(day)s", day=t.by_date(one.until, file.today)) if one.until else ""
        said = " · ".join(part for part in (cadence(t, one), until) if part)
        told.append(("agreed", t("Agreement"), f"{names[one.mentor]} · {said}" if said else ""))
    ahead = [step_called(t, step) for step in steps if step.done_on is None]
    told.append(("steps", t("Steps"), " · ".join(ahead)))
    return [(key, name, value) for key, name, value in told if value]


def meetings_told(t: Words, held: Sequence[Meeting], today: date) -> list[str]:
    """The last few: day and minutes."""
    lines = []
    for meeting in held[:LATEST]:
        day = first_up(t.by_date(meeting.held_on, today)) if meeting.held_on else ""
        length = t.many("%(num)d min", "%(num)d min", meeting.minutes) if meeting.minutes else ""
        lines.append(" · ".join(part for part in (day, length) if part))
    return lines


def _work(t: Words, file: FileNow) -> str:
    """Where she is or is to be, on which rung, from which day; and whether somebody has yet to say yes."""
    now = file.place
    if now is None:
        return ""
    told = [where_said(t, now), "" if now.confirmed else t("Waits for a yes")]
    if now.rung:
        since = t("from %(day)s", day=t.by_date(now.rung.from_on, file.today)) if now.rung.from_on else ""
        told += [chosen(t, RUNGS, now.rung.kind), hours_said(t, now.rung), since]
    return " · ".join(part for part in told if part)


def _tracks(t: Words, file: FileNow) -> str:
    """Those that go on; the ones that rest are only named, without why."""
    goes = [t(TRACKS[one.kind]) for one in file.tracks if one.kind in TRACKS and not one.rests_since]
    rests = [t(TRACKS[one.kind]) for one in file.tracks if one.kind in TRACKS and one.rests_since]
    lines = [
        t.listed([*goes[:1], *(inside(t, one) for one in goes[1:])]) if goes else "",
        t("for now not: %(words)s", words=t.listed([inside(t, one) for one in rests])) if rests else "",
    ]
    return " · ".join(line for line in lines if line)
