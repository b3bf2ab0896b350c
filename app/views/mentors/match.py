"""A mentor for her: what she wishes, who is proposed and why in words, the first meeting of three, both say yes."""

from __future__ import annotations

from datetime import date, timedelta

import flet as ft

from app.domain.matching import Proposal, is_agreed, is_open, toggled
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.first_meeting import meet_as_three, meeting_of_three
from app.journeys.matching import (
    known_elsewhere,
    matches_of,
    propose,
    proposed_for,
    say_wish,
    says,
    wish_of,
)
from app.journeys.parting import open_after_parting
from app.ports import Ports
from app.records import Agreement, Answer, Match, Meeting, Mentee, Mentor, MentorPath, Wish
from app.views.cases.known import no_file, use_mentee
from app.views.chosen import offered
from app.views.forms import Doing, use_doing, use_draft, use_once
from app.views.kit import (
    DayChoice,
    body,
    card,
    choice,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    stack,
    tonal_button,
)
from app.views.meetings.meeting_words import when, where
from app.views.mentors.agreed import BothSaidYes
from app.views.mentors.chips import agreeing
from app.views.mentors.mentor_words import GENDERS, misses_said, shares_said
from app.views.mentors.parting import Parting
from app.views.session import go, use_live, use_ports, use_session

FIRST = 5


@ft.component
def FindMentor() -> ft.View:
    ports, session = use_ports(), use_session()
    t, mentee = session.words, use_mentee()
    doing = use_doing()
    draft, change = use_draft(lambda: {"row": ports.new_row(), "shown": FIRST})
    was_open: set[str] = use_once(set)  # a "no" by a slip of the thumb stays in sight until one leaves
    wish = use_live(lambda: wish_of(ports, mentee) if mentee else None, Wish)
    matches = use_live(lambda: matches_of(ports, mentee) if mentee else [], Match, Meeting)
    proposals = use_live(
        lambda: proposed_for(ports, mentee) if mentee else [], Wish, Mentor, MentorPath, Match, Agreement
    )
    far = use_live(lambda: known_elsewhere(ports), Mentor, MentorPath)
    may = bool(mentee and "mentor" in ports.store.may_set(mentee.space, "match") and ports.store.places("area"))
    if mentee is None or wish is None:
        return no_file(t)

    def ask(proposal: Proposal) -> None:
        if doing.do(lambda: propose(ports, row=str(draft["row"]), mentee=mentee, mentor=proposal.mentor)):
            draft["row"] = ports.new_row()
            change()

    def paper(proposal: Proposal) -> ft.Control:
        lines: list[ft.Control] = [
            body(t.isolated(proposal.mentor.name), strong=True),
            body(shares_said(t, proposal)),
        ]
        if missing := misses_said(t, proposal):
            lines.append(quiet(missing))
        ask_both = tonal_button(t("Ask both"), lambda: ask(proposal), key=f"ask-{proposal.mentor.id}")
        return card(stack([*lines, ft.Row([ask_both])], spacing=6), key=f"proposal-{proposal.mentor.id}")

    was_open.update(match.id for match in matches if is_open(match))
    asked = [match for match in matches if match.id in was_open and match.ended_on is None]
    parts: list[ft.Control] = [problem(doing.trouble)]
    for match in open_after_parting(ports, mentee) if may else []:
        parted = Parting(match, mentee, ports.store.get(Mentor, match.mentor))
        parts.append(card(parted, key=f"parted-{match.id}"))
    if asked:
        # Words: heading over mentors who were proposed to a mentee or accepted
        parts.append(section(t("Asked"), [_match(t, ports, one, mentee, doing) for one in asked]))

    def wished(field: str, value: str) -> None:
        now = getattr(wish_of(ports, mentee), field)  # two quick taps: what stands, not what was drawn
        say_wish(ports, mentee=mentee, **{field: toggled(now, value, field)})

    wishes = agreeing(t, ports, wish, wished)
    genders = offered(t, GENDERS)
    wishes.append(
        choice(
            t("She would like"),
            genders,
            wish.gender,
            lambda value: say_wish(ports, mentee=mentee, gender=value),
            key="gender",
        )
    )
    if may:
        papers = [paper(each) for each in proposals[:FIRST]]
        none = quiet(t("Nobody fits yet. Ask her what she wishes, or look at the mentors."))
        # Words: heading over mentors who could fit a mentee
        parts.append(section(t("Who could it be"), [*(papers or [none]), *_elsewhere(t, far)]))
    # Words: heading over what a mentee wishes in a mentor
    parts.append(section(t("What she wishes"), [stack(wishes, spacing=20)]))
    parts.append(quiet(t("A person decides. She and the mentor may each say no, without a reason.")))
    return screen(
        t("A mentor for her"),
        parts,
        t=t,
        path=f"/cases/{mentee.id}/match",
        under=t.isolated(mentee.name),
        back=f"/cases/{mentee.id}",
    )


def _planned(t: Words, meeting: Meeting, today: date) -> ft.Control:
    """The first meeting, as she sees it, too; told and moved as any other."""
    said = " · ".join(part for part in (when(t, meeting, today), where(t, meeting)) if part)
    sign = ft.Icon(ft.Icons.COFFEE_OUTLINED, color=ft.Colors.PRIMARY)
    lead, key = f"/meetings/{meeting.id}", f"three-{meeting.id}"
    return row(t("The three of you meet"), under=said, leading=sign, on_tap=lambda: go(lead), key=key, arrow=True)


def _to_plan(t: Words, match: Match) -> ft.Control:
    to = f"/meetings/plan/{match.mentee}/three/{match.id}"
    return quiet_button(t("Plan a meeting"), lambda: go(to), key=f"plan-{match.id}", icon=ft.Icons.EVENT_OUTLINED)


def _elsewhere(t: Words, far: int) -> list[ft.Control]:
    """Why some mentors are not among them."""
    said = t.many(
        "%(num)d mentor is known in another area. Ask who works there.",
        "%(num)d mentors are known in other areas. Ask who works there.",
        far,
    )
    return [quiet(said, size=15)] if far else []


def _match(t: Words, ports: Ports, match: Match, mentee: Mentee, doing: Doing) -> ft.Control:
    """The first meeting, what both said, and the way out."""
    today = ports.today()
    mentor = ports.store.get(Mentor, match.mentor)
    name = t.isolated(mentor.name) if mentor else t("Somebody")
    lines: list[ft.Control] = [body(name, strong=True, size=18)]
    yes_no = [(Answer.YES.value, t("Yes")), (Answer.NO.value, t("No"))]
    days = [(first_up(t.day(day, today)), day) for day in (today, today + timedelta(days=1), today + timedelta(days=7))]
    if is_agreed(match):
        lines.append(BothSaidYes(match, mentee, mentor))
    else:
        planned = meeting_of_three(ports, match)
        first = [] if not is_open(match) else [
            _planned(t, planned, today) if planned else DayChoice(
                f"meets-{match.id}", t("The three of you meet"), days, match.meets_on,
                lambda day: meet_as_three(ports, shown=match, on=day), today=today,
            ),
            *([] if planned else [_to_plan(t, match)]),
        ]  # fmt: skip
        lines += [
            *first,
            choice(
                t("The mentor says"), yes_no, match.mentor_says,
                lambda said: doing.do(lambda: says(ports, shown=match, mentor=said)), key=f"mentor-{match.id}",
            ),
            choice(
                t("She says"), yes_no, match.she_says,
                lambda said: doing.do(lambda: says(ports, shown=match, she=said)), key=f"she-{match.id}",
            ),
        ]  # fmt: skip
    if is_open(match) and "ended_on" in ports.store.may_set(mentee.space, "match"):
        lines.append(Parting(match, mentee, mentor))
    return card(stack(lines), key=f"match-{match.id}")
