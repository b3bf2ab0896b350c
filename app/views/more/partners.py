"""Partners - a municipality, a company: who there reads, what was shared with them, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.domain.roles import PARTNER
from app.i18n import N_
from app.journeys.partners import begin_with, consent, consented, partners, share, shared_with, unshare
from app.journeys.readers import readers
from app.ports import Ports
from app.records import Consent, Mentee, Shared
from app.storage.order import by_name
from app.storage.places import Place
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.guest import paper_of
from app.views.interpreter import interpreter
from app.views.kit import (
    Field,
    body,
    card,
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    tonal_button,
)
from app.views.more.few import names_said
from app.views.session import go, use_live, use_ports, use_session
from app.views.talk_words import SPOKEN

PATH = "/more/partners"
READS_ONLY = N_("A municipality or a company reads only what you share, one thing at a time, when she has said yes.")
MAY_THEY = N_("May %(partner)s read something about you? We show you each thing first.")
MAY_SAY_NO = N_("You may say no. You may take it back on any day, and nothing else changes.")
NEVER_A_CHILD = N_("A child never asks this for you.")
SHOW_HER = N_("Show it to her before you share it.")
TAKE_BACK = N_("Take it back")


@ft.component
def Partners() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    known = use_live(lambda: partners(ports), Shared)
    draft, doing = use_once(lambda: {"name": ""}), use_doing()

    def line(place: Place) -> ft.Control:
        return row(
            place.name,
            under=names_said(t, ports, place),
            leading=ft.Icon(ft.Icons.HANDSHAKE_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{PATH}/{place.space}"),
            key=f"partner-{place.space}",
            arrow=True,
        )

    async def begin() -> None:
        async def step() -> None:
            go(f"{PATH}/{await begin_with(ports, name=draft['name'])}")

        if await doing.wait_for(step):
            session.syncing.soon(ports)

    hint = t(READS_ONLY)
    parts = [sheet([line(place) for place in known])] if known else []
    parts += interpreter(t, [READS_ONLY])
    parts.append(quiet(hint) if known else empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("None yet"), hint))
    name = Field("name", "", lambda text: draft.__setitem__("name", text), label=t("What the partner is called"))
    add = tonal_button(t("Add a partner"), begin, key="add", icon=ft.Icons.ADD)
    parts.append(section(t("A new partner"), [problem(doing.trouble), name, add]))
    return screen(t("Partners"), parts, t=t, path=PATH, back=session.trail.tab)


@ft.component
def PartnerPage() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    place = _place(ports)
    shared = use_live(lambda: shared_with(ports, place) if place else [], Shared)
    doing = use_doing()
    if place is None:
        lost = empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("There is nothing here."))
        return screen(t("Partners"), [lost], t=t, path=PATH, back=PATH)

    def paper(one: Shared) -> ft.Control:
        seen = ports.store.seen(one)
        back = quiet_button(
            t(TAKE_BACK), lambda: doing.do(lambda: unshare(ports, shown=one, saw=seen)), key=f"back-{one.id}"
        )
        return paper_of(t, ports, one, back)

    theirs = [one for one in readers(ports, place) if one.role == PARTNER]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        section(t("Who reads it"), [body(names_said(t, ports, place))]),
    ]
    if not theirs:
        parts.append(quiet(t("Nobody of theirs is in yet. Invite somebody, and choose Partner.")))
    papers = [paper(one) for one in shared] or [quiet(t("Nothing is shared."))]
    # Words: heading over what a partner may read
    parts.append(section(t("What they read"), [*(interpreter(t, [TAKE_BACK]) if shared else []), *papers]))
    path = f"{PATH}/{place.space}"
    foot = [keep_button(t("Share one thing"), lambda: go(f"{path}/share"), key="share")]
    return screen(place.name, parts, t=t, path=path, back=PATH, foot=foot)


@dataclass
class Draft:
    """Whose, what she is called there, the words, and how she was asked."""

    mentee: str = ""
    about: str = ""
    text: str = ""
    explained: str = ""


@ft.component
def ShareWith() -> ft.View:
    ports, session = use_ports(), use_session()
    t, place = session.words, _place(ports)
    draft, change = use_draft(Draft)
    new, yes = use_once(ports.new_row), use_once(ports.new_row)
    doing = use_doing()
    mentees = use_live(lambda: ports.store.find(Mentee, order_by=by_name(Mentee.name)), Mentee, Consent)
    mentee = next((one for one in mentees if one.id == draft.mentee), None)
    path = f"{PATH}/{place.space if place else ''}"
    if place is None or not mentees:
        nobody = empty_state(ft.Icons.FOLDER_SHARED_OUTLINED, t("You share no file yet."))
        return screen(t("Share one thing"), [nobody], t=t, path=f"{path}/share", back=path)

    def choose(row_id: str) -> None:
        change(mentee=row_id, explained="", about=next(one.name for one in mentees if one.id == row_id))

    def keep() -> None:
        if mentee and doing.do(
            lambda: share(ports, row=new, mentee=mentee, partner=place, about=draft.about, text=draft.text)
        ):
            go(path)

    def said_yes() -> None:
        if mentee:
            doing.do(lambda: consent(ports, row=yes, mentee=mentee, partner=place, explained=draft.explained))

    whose = [(one.id, one.name or t("Without a name")) for one in mentees]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        choice(t("About whom"), whose, draft.mentee, choose, key="whose", may_be_none=False),
    ]
    foot: list[ft.Control] = []
    if mentee and consented(ports, mentee, place) is None:
        parts += interpreter(t, [MAY_THEY, MAY_SAY_NO, NEVER_A_CHILD])
        asks: list[ft.Control] = [body(t(MAY_THEY, partner=place.name), size=20), body(t(MAY_SAY_NO), size=20)]
        question = ft.Column(asks, spacing=12)
        parts.append(section(t("Ask her first, in these words"), [card(question, padding=20, key="question")]))
        how = lambda value: change(explained=value)
        parts.append(choice(t("How you asked"), offered(t, SPOKEN), draft.explained, how, key="explained"))
        parts.append(quiet(t(NEVER_A_CHILD)))
        foot.append(keep_button(t("She said yes"), said_yes, key="yes"))
        foot.append(quiet_button(t("She said no"), lambda: go(path), key="no"))
    elif mentee:
        parts += [
            Field(
                "about", draft.about, lambda text: setattr(draft, "about", text), label=t("What she is called there")
            ),
            Field("text", "", lambda text: setattr(draft, "text", text), label=t("What they may read"), lines=6),
            *interpreter(t, [SHOW_HER]),
            quiet(t(SHOW_HER)),
        ]
        foot.append(keep_button(t("Share it"), keep, key="keep"))
    return screen(t("Share one thing"), parts, t=t, path=f"{path}/share", under=place.name, back=path, foot=foot)


def _place(ports: Ports) -> Place | None:
    asked = ft.use_route_params().get("id", "")
    return next((one for one in partners(ports) if one.space == asked), None)
