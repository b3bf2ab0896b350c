"""Who she asks for, and handing her file over: to whom, how long both are there, what one would do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.handover import (
    asks_what_became,
    deputies_after,
    end_overlap,
    gone_since,
    hand_over,
    hand_overs_of,
    may_take_back,
    not_handed_over,
    overlap_from,
    overlaps_over,
    say_followed,
    say_she_knows,
    set_contact,
    take_over_file,
)
from app.ports import Ports
from app.records import HandOver, Mentee
from app.views.cases.known import all_by_name, names_around, no_file, use_mentee
from app.views.cases.track_words import FOLLOWED, RECOMMENDS
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    DayChoice,
    body,
    card,
    choice,
    keep_button,
    problem,
    quiet,
    quiet_button,
    screen,
    section,
    several,
    stack,
)
from app.views.session import go, use_live, use_ports, use_session

NOBODY = "nobody"


@dataclass
class Draft:
    """A hand-over in the making."""

    taker: str = ""
    begins_on: date | None = None
    until: date | None = None
    recommends: str = ""
    she_knows: bool = False


@ft.component
def ContactPerson() -> ft.View:
    """The one face she knows, the deputy, and the hand-overs there were."""
    ports, session = use_ports(), use_session()
    t, mentee = session.words, use_mentee()
    doing = use_doing()
    overs = use_live(lambda: hand_overs_of(ports, mentee) if mentee else [], HandOver)
    ending = {one.id for one in use_live(lambda: overlaps_over(ports), HandOver, Mentee)}
    if mentee is None:
        return no_file(t)
    path, names = f"/cases/{mentee.id}/contact", names_around(t, ports, mentee.space)
    options = list(names.items())

    def choose(**said: str) -> None:
        now = {"contact_person": mentee.contact_person, "deputy": mentee.deputy, **said}
        doing.do(lambda: set_contact(ports, shown=mentee, contact_person=now["contact_person"], deputy=now["deputy"]))

    parts: list[ft.Control] = [
        problem(doing.trouble),
        choice(
            t("Contact person"), options, mentee.contact_person, lambda who: choose(contact_person=who), key="contact"
        ),
        choice(t("Deputy"), options, mentee.deputy, lambda who: choose(deputy=who), key="deputy"),
    ]
    if overs:
        called = all_by_name(t, ports, mentee.space)
        papers = [
            _paper(t, ports, one, called, gone_since(one, mentee.contact_person), ending=one.id in ending)
            for one in overs
        ]
        parts.append(section(t("Hand-overs"), papers))
    else:
        parts.append(quiet(t("One face she knows; another one when that one is away.")))
    foot = [keep_button(t("Hand the file over"), lambda: go(f"/cases/{mentee.id}/handover"), key="to-handover")]
    return screen(
        t("Contact person"), parts, t=t, path=path, under=t.isolated(mentee.name), back=f"/cases/{mentee.id}", foot=foot
    )


@ft.component
def HandOverFile() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    draft, change = use_draft(lambda: Draft(begins_on=today, until=overlap_from(today)))
    doing, new = use_doing(), use_once(ports.new_row)
    if mentee is None:
        return no_file(t)
    back, names = f"/cases/{mentee.id}/contact", names_around(t, ports, mentee.space)
    giver = mentee.contact_person or ports.me.person.hex()

    def keep() -> None:
        if doing.do(
            lambda: hand_over(
                ports,
                row=new,
                mentee=mentee,
                taker=draft.taker,
                begins_on=draft.begins_on or today,
                until=draft.until or overlap_from(today),
                recommends=draft.recommends,
                she_knows=draft.she_knows,
            )
        ):
            go(back)

    usual = [(first_up(t.by_date(day, today)), day) for day in (today + timedelta(days=n) for n in (7, 14, 28))]
    parts = [
        problem(doing.trouble),
        choice(
            t("Who takes over"),
            [(person, name) for person, name in names.items() if person != giver],
            draft.taker,
            lambda who: change(taker=who),
            key="taker",
        ),
        DayChoice(
            "until",
            t("Both are there until"),
            usual,
            draft.until,
            lambda day: change(until=day),
            today=today,
            first=today,
        ),
        choice(
            t("What you would do next"),
            offered(t, RECOMMENDS),
            draft.recommends,
            lambda value: change(recommends=value),
            key="recommends",
        ),
        several(
            [("yes", t("She knows who comes"))],
            {"yes"} if draft.she_knows else set(),
            lambda _, yes: change(she_knows=yes),
            key="knows",
        ),
    ]
    return screen(
        t("Hand the file over"),
        parts,
        t=t,
        path=f"/cases/{mentee.id}/handover",
        under=t.isolated(mentee.name),
        back=back,
        foot=[keep_button(t("Hand over"), keep)],
    )


def _paper(t: Words, ports: Ports, over: HandOver, names: dict[str, str], gone: str, *, ending: bool) -> ft.Control:
    """One hand-over: from whom to whom, how long both, what was recommended and what became of it.

    `gone` = why it can be taken no more, while it was not.
    """
    today = ports.today()
    # Words: somebody hands a file to somebody: two names
    who = t("%(giver)s to %(taker)s", giver=_name(t, names, over.giver), taker=_name(t, names, over.taker))
    lines: list[ft.Control] = [body(who, strong=True)]
    if over.begins_on and over.until:
        days = t(
            "From %(first)s, both until %(last)s", first=t.day(over.begins_on, today), last=t.day(over.until, today)
        )
        lines.append(quiet(days))
    if over.recommends in RECOMMENDS:
        lines.append(body(t("Recommends: %(words)s", words=t(RECOMMENDS[over.recommends]))))
    if over.told_her_on is None:
        knows = quiet_button(t("She knows who comes"), lambda: say_she_knows(ports, shown=over), key=f"told-{over.id}")
        lines.append(ft.Row([knows]))
    else:
        lines.append(quiet(t("She knows who comes")))
    if over.taken_on is None and gone:
        lines.append(quiet(t(gone)))
    elif over.taken_on is None and over.taker == ports.me.person.hex():
        lines.append(keep_button(t("I take it over"), lambda: take_over_file(ports, shown=over), key=f"take-{over.id}"))
    elif over.taken_on is None:
        lines.append(quiet(t("Not taken over yet")))
    elif asks_what_became(over, today):
        lines.append(
            choice(
                t("Was the recommendation followed?"),
                offered(t, FOLLOWED),
                over.followed,
                lambda value: say_followed(ports, shown=over, followed=value),
                key=f"followed-{over.id}",
            )
        )
    if may_take_back(ports, over):
        saw = ports.store.seen(over)
        # Words: a small button on a file that was offered to a colleague, who has not taken it: I do not hand it over
        back = quiet_button(
            t("Not after all"), lambda: not_handed_over(ports, shown=over, saw=saw), key=f"back-{over.id}"
        )
        lines.append(ft.Row([back]))
    if ending:
        after = [(who or NOBODY, _name(t, names, who) if who else t("Nobody")) for who in deputies_after(over)]
        lines.append(
            choice(
                t("The time with both is over. Who is the deputy now?"),
                after,
                "",
                lambda who: end_overlap(ports, shown=over, deputy="" if who == NOBODY else who),
                key=f"deputy-{over.id}",
            )
        )
    return card(stack(lines), key=f"over-{over.id}")


def _name(t: Words, names: dict[str, str], person: str) -> str:
    return names.get(person) or t("Somebody")
