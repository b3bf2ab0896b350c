"""Who came: one tap a person, guests counted without names, and what all talked about."""

from __future__ import annotations

import flet as ft

from app.i18n.words import first_up
from app.journeys.attendance import mark, marked, seated
from app.journeys.group_sessions import guest_came, guest_taken_back, guests, tell_session
from app.records import Answer, Attendance, Cohort, GroupSession, Guest, Mentee, Seat
from app.views.chosen import joined, offered, split, tapped
from app.views.forms import use_doing
from app.views.groups.group import no_group
from app.views.groups.group_words import GROUP_TOPICS, PRESENCES
from app.views.groups.list import PATH
from app.views.kit import body, card, choice, keep_button, problem, quiet, screen, section, some, stack, stepper
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def WhoCame() -> ft.View:
    ports, session = use_ports(), use_session()
    t, which, at = session.words, ft.use_route_params().get("id", ""), ft.use_route_params().get("session", "")
    path = f"{PATH}/{which}"
    one = use_live(lambda: ports.store.get(GroupSession, at), GroupSession)
    cohort = use_live(lambda: ports.store.get(Cohort, which), Cohort)
    coming = use_live(lambda: seated(ports, which, one.held_on if one else None), Seat, Mentee)
    said = use_live(lambda: marked(ports, one) if one else {}, Attendance)
    more = use_live(lambda: guests(ports, one) if one else 0, Guest)
    doing = use_doing()
    if one is None or cohort is None:
        return no_group(t)

    def topic(tap: str) -> None:
        now = ports.store.get(GroupSession, at) or one  # two quick taps: what stands, not what was drawn
        tell_session(ports, shown=now, topics=joined(tapped(split(now.topics), tap, GROUP_TOPICS)))

    def person(mentee: Mentee) -> ft.Control:
        name = t.isolated(mentee.name) or t("Without a name")
        chips = choice(
            "",
            offered(t, PRESENCES),
            said.get(mentee.id, ""),
            lambda how: doing.do(lambda: mark(ports, session=one, mentee=mentee, presence=how)),
            key=f"at-{mentee.id}",
        )
        named = ft.Semantics(container=True, label=name, content=stack([body(name, strong=True), chips], spacing=6))
        return card(named, key=f"person-{mentee.id}", padding=12)

    yes_no = [(Answer.YES.value, t("Yes")), (Answer.NO.value, t("No"))]
    counted = stepper(
        more,
        lambda to: guest_came(ports, one) if to > more else guest_taken_back(ports, one),
        words=t.many("%(num)d guest", "%(num)d guests", more),
        less=t("One person less"),
        more=t("One person more"),
        step=1,
        most=1000,
        key="guests",
    )
    parts: list[ft.Control] = [problem(doing.trouble)]
    if coming:
        parts.append(stack([person(mentee) for mentee in coming], spacing=8))
    parts += [
        # Words: heading over the number of people who were there and are not in the list
        section(t("Others who came, without names"), [counted]),
        choice(
            # Words: was somebody there who has gone the same way and tells of it?
            t("A role model was there"),
            yes_no,
            one.role_model,
            lambda answer: tell_session(ports, shown=one, role_model=answer),
            key="role-model",
        ),
        some(t("What all talked about"), offered(t, GROUP_TOPICS), split(one.topics), topic, key="topic"),
        quiet(t("Topics are the group's, never one person's. Why somebody did not come stands nowhere.")),
    ]
    return screen(
        first_up(t.day(one.held_on, ports.today())) if one.held_on else t("Without a day"),
        parts,
        t=t,
        path=f"{path}/at/{at}",
        under=t.isolated(cohort.name),
        back=path,
        foot=[keep_button(t("Done"), lambda: go(path), key="done")],
    )
