"""Safety matters: which there are, who reads each, what was noted; a new one names its readers first."""

from __future__ import annotations

from dataclasses import dataclass, field

import flet as ft

from app.domain.roles import STEWARDS
from app.i18n import N_, Words
from app.journeys.among_few import begin, circles_of_few, may_be_named, note, noted_in, over
from app.journeys.readers import readers
from app.ports import Ports
from app.records import Matter, MemberCard
from app.storage.places import Place
from app.views.forms import use_doing, use_draft, use_once
from app.views.interpreter import interpreter
from app.views.kit import (
    Field,
    body,
    card,
    empty_state,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    several,
    sheet,
)
from app.views.more.role_words import role_of
from app.views.session import go, use_live, use_ports, use_session
from app.views.side_by_side import told

PATH = "/more/few"
WHO_READS = N_("What only a few may know stands here, and nobody else can read it: not other coordinators, not her.")
YOU_AND = N_("You and %(names)s read it. Nobody else.")


@dataclass
class Draft:
    """What is being typed, and who may read it."""

    name: str = ""
    text: str = ""
    persons: set[bytes] = field(default_factory=set)


@ft.component
def SafetyMatters() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    places = use_live(lambda: circles_of_few(ports), Matter)

    def line(place: Place) -> ft.Control:
        open_ones = sum(one.over_on is None for one in noted_in(ports, place.space))
        return row(
            place.name or t("Without a name"),
            under=names_said(t, ports, place),
            leading=ft.Icon(ft.Icons.HEALTH_AND_SAFETY_OUTLINED, color=ft.Colors.PRIMARY),
            trailing=quiet(str(open_ones)) if open_ones else None,
            on_tap=lambda: go(f"{PATH}/{place.space}"),
            key=f"few-{place.space}",
            arrow=True,
        )

    hint = t(WHO_READS)
    parts = [sheet([line(place) for place in places])] if places else []
    parts += interpreter(t, [WHO_READS])
    parts.append(quiet(hint) if places else empty_state(ft.Icons.HEALTH_AND_SAFETY_OUTLINED, t("None yet"), hint))
    foot = [keep_button(t("A new safety matter"), lambda: go(f"{PATH}/new"), key="new")]
    may = ports.me.role in STEWARDS
    return screen(t("Safety matters"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot if may else ())


@ft.component
def NewMatter() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    draft, change = use_draft(Draft)
    doing, new = use_doing(), use_once(ports.new_row)
    known = use_live(lambda: may_be_named(ports), MemberCard)
    options = [(one.person.hex(), f"{t.isolated(one.card.name)} · {role_of(t, one.card.role)}") for one in known]

    def choose(person: str, yes: bool) -> None:  # noqa: FBT001
        change(persons=draft.persons | {bytes.fromhex(person)} if yes else draft.persons - {bytes.fromhex(person)})

    async def keep() -> None:
        if await doing.wait_for(lambda: begin(ports, row=new, name=draft.name, text=draft.text, persons=draft.persons)):
            session.syncing.soon(ports)
            go(PATH)

    chosen = [t.isolated(one.card.name) for one in known if one.person in draft.persons]
    who = [*interpreter(t, [YOU_AND]), quiet(t(YOU_AND, names=t.listed(chosen)), size=15)] if chosen else []
    return screen(
        t("A new safety matter"),
        [
            problem(doing.trouble),
            # Words: the name of a small group and its matter, for a list; others never see it
            Field("name", draft.name, lambda text: setattr(draft, "name", text), label=t("What you call it among you")),
            Field(
                "text", draft.text, lambda text: setattr(draft, "text", text), label=t("What they must know"), lines=5
            ),
            section(t("Who may read it"), [several(options, {one.hex() for one in draft.persons}, choose, key="may")]),
            *who,
        ],
        t=t,
        path=f"{PATH}/new",
        back=PATH,
        foot=[keep_button(t("Keep it among us"), keep, busy=doing.busy)],
    )


@ft.component
def MattersOfFew() -> ft.View:
    ports, session = use_ports(), use_session()
    t, space = session.words, ft.use_route_params().get("id", "")
    noted = use_live(lambda: noted_in(ports, space), Matter)
    draft, change = use_draft(Draft)
    doing, new = use_doing(), use_draft(lambda: {"row": ports.new_row()})[0]
    place = next((one for one in circles_of_few(ports) if one.space == space), None)
    if place is None:
        return screen(
            t("Safety matters"),
            [empty_state(ft.Icons.HEALTH_AND_SAFETY_OUTLINED, t("There is nothing here."))],
            t=t,
            path=PATH,
            back=PATH,
        )

    def add() -> None:
        if doing.do(lambda: note(ports, row=new["row"], space=space, text=draft.text)):
            new["row"] = ports.new_row()
            change(text="")

    def paper(one: Matter) -> ft.Control:
        lines = told(t, ports.store, one)
        # Words: a button on a safety matter: it needs no more looking after; and the way back
        words = t("It is over") if one.over_on is None else t("It is not over")
        if "over_on" in ports.store.may_set(space, "matter"):
            seen, yes = ports.store.seen(one), one.over_on is None
            end = quiet_button(words, lambda: doing.do(lambda: over(ports, shown=one, saw=seen, yes=yes)), key=one.id)
            lines.append(end)
        faded = ft.Colors.SURFACE_CONTAINER_LOW if one.over_on else None
        return card(ft.Column(lines, spacing=8), key=f"matter-{one.id}", color=faded)

    return screen(
        place.name or t("Without a name"),
        [
            problem(doing.trouble),
            *(paper(one) for one in noted),
            Field(
                f"more-{new['row']}", "", lambda text: setattr(draft, "text", text), label=t("Something more"), lines=3
            ),
            keep_button(t("Add"), add, key="add"),
            section(t("Who reads it"), [body(names_said(t, ports, place))]),
        ],
        t=t,
        path=f"{PATH}/{space}",
        back=PATH,
    )


def names_said(t: Words, ports: Ports, place: Place) -> str:
    """Who reads there, herself first."""
    return t.listed(
        [t("You"), *(t.isolated(one.name) or role_of(t, one.role) or t("Somebody") for one in readers(ports, place))]
    )
