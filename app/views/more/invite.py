"""Invite somebody: name, role, what she will read in words; then a link to hand over, once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from app.domain.roles import COORDINATOR, MENTEE, MENTOR, PARTNER, STEWARDS, WORKER
from app.i18n import N_, Words
from app.journeys.areas import areas
from app.journeys.invite import DAY_S, SHORT_S, WEEK_S, Invitation, invite, places_for
from app.journeys.partners import partners
from app.journeys.people import people
from app.keys.enrolment import Card
from app.ports import Ports, Refusal
from app.records import MemberCard, Mentee
from app.storage.order import by_name
from app.views import qr
from app.views.areas import areas_chips
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    Field,
    body,
    card,
    choice,
    good_news,
    keep_button,
    number,
    problem,
    quiet,
    screen,
    section,
    stack,
    tonal_button,
)
from app.views.more.role_words import READS, ROLES
from app.views.session import go, use_live, use_ports, use_session

LOOK_OUT_S = 5.0


@dataclass
class Draft:
    """What is being typed."""

    name: str = ""
    role: str = ""
    mentee: str = ""
    partner: str = ""
    lives: str = str(DAY_S)
    areas: set[str] = field(default_factory=set)  # circles

    def circle(self, ports: Ports) -> bytes | None:
        """The one she is let into by name: the chosen mentee's file, the partner's."""
        if self.role == PARTNER:
            return bytes.fromhex(self.partner) or None
        if self.role not in (MENTOR, MENTEE):
            return None
        chosen = ports.store.get(Mentee, self.mentee) if self.mentee else None
        circles = {place.space: place.circle for place in ports.store.places("case")}
        return bytes.fromhex(circles[chosen.space]) if chosen and chosen.space in circles else None


@ft.component
def Invite() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    draft, change = use_draft(Draft)
    doing = use_doing()
    made: tuple[Invitation | None, Any] = ft.use_state(None)
    invitation, set_invitation = made
    mentees = use_live(lambda: ports.store.find(Mentee, order_by=by_name(Mentee.name)), Mentee)
    in_file = draft.role in (MENTOR, MENTEE)
    here = use_live(lambda: areas(ports), MemberCard)
    which_areas = draft.role in STEWARDS and len(here) > 1

    async def step() -> None:
        if not draft.role:
            raise Refusal(N_("Choose what she will be here."))
        if draft.role == MENTEE and not draft.mentee:
            raise Refusal(N_("Choose whose file it is. Open one first if there is none."))
        if draft.role == PARTNER and not draft.partner:
            raise Refusal(N_("Choose the partner. Add one first, under Partners, if there is none."))
        if which_areas and not draft.areas:
            raise Refusal(N_("Choose the areas she works in."))
        chosen = {bytes.fromhex(circle) for circle in draft.areas} if which_areas else None
        grants = places_for(ports, draft.role, draft.circle(ports), chosen)
        card_ = Card(draft.name, draft.role)
        set_invitation(await invite(ports, member=card_, grants=grants, lives_s=int(draft.lives)))

    async def send() -> None:
        await doing.wait_for(step)

    if invitation is not None:
        return screen(
            t("Hand it over"),
            [HandOver(invitation, draft.name)],
            t=t,
            path="/more/invite",
            back=session.trail.tab,
        )
    roles = [(role, t(ROLES[role])) for role in (WORKER, MENTOR, COORDINATOR, MENTEE, PARTNER)]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        Field("name", draft.name, lambda text: setattr(draft, "name", text), label=t("Her or his name")),
        choice(t("Role"), roles, draft.role, lambda value: change(role=value), key="role", may_be_none=False),
    ]
    if draft.role:
        parts.append(
            card(
                ft.Row([ft.Icon(ft.Icons.VISIBILITY_OUTLINED), ft.Text(t(READS[draft.role]), expand=True)], spacing=12)
            )
        )
    if in_file and mentees:
        whose = [(one.id, one.name or t("Without a name")) for one in mentees]
        parts.append(choice(t("Whose file"), whose, draft.mentee, lambda value: change(mentee=value), key="whose"))
    if which_areas:
        parts.append(areas_chips(t, here, draft.areas, lambda circle: change(areas=draft.areas ^ {circle})))
    if draft.role == PARTNER:
        which = [(place.circle, place.name) for place in partners(ports)]
        parts.append(
            choice(t("Which partner"), which, draft.partner, lambda value: change(partner=value), key="partner")
        )
    lives = [(str(SHORT_S), t("15 minutes")), (str(DAY_S), t("One day")), (str(WEEK_S), t("One week"))]
    parts.append(
        choice(t("It works for"), lives, draft.lives, lambda value: change(lives=value), key="lives", may_be_none=False)
    )
    words = t("One moment") if doing.busy else t("Make the invitation")
    return screen(
        t("Invite somebody"),
        parts,
        t=t,
        path="/more/invite",
        back=session.trail.tab,
        foot=[keep_button(words, send, key="make", busy=doing.busy)],
    )


@ft.component
def HandOver(invitation: Invitation, name: str) -> ft.Control:
    """The link, to copy or to read out. Whoever has it can be that person, once."""
    ports, session = use_ports(), use_session()
    t = session.words
    copied, set_copied = ft.use_state("")
    before = use_once(lambda: _phones(ports, invitation))
    joined = use_live(lambda: _phones(ports, invitation), MemberCard) - before

    async def look_out() -> None:
        """She may stand beside, scanning: as long as this is shown, it is looked whether she is in."""
        while ports.open and not _phones(ports, invitation) - before:
            await asyncio.sleep(LOOK_OUT_S)
            await session.syncing.now(ports)

    ft.use_effect(look_out, [])

    async def copy() -> None:
        await ft.Clipboard().set(invitation.link)
        set_copied(t("Copied."))

    if joined:
        compare = keep_button(
            t("Compare pictures"), lambda: go(f"/more/person/{invitation.person.hex()}/compare"), key="compare"
        )
        return stack([good_news(t("%(name)s is in.", name=name), key="joined"), compare], spacing=16)
    return stack(
        [
            body(t("For %(name)s alone. It works once.", name=name), size=18),
            ft.Container(
                content=ft.Semantics(
                    image=True,
                    label=t("The invitation as a QR code"),
                    content=ft.Image(src=qr.png(invitation.link), width=220, height=220, border_radius=12),
                ),
                alignment=ft.Alignment.CENTER,
            ),
            tonal_button(t("Copy the link"), copy, key="copy", icon=ft.Icons.COPY),
            good_news(copied, key="copied"),
            card(ft.Text(t.isolated(invitation.link), key="link", size=14)),
            section(t("Or read it out"), [_read_out(t, invitation)]),
        ],
        spacing=16,
    )


def _read_out(t: Words, invitation: Invitation) -> ft.Control:
    """Others hear it, too: so only of one that is over soon."""
    if invitation.lives_s > SHORT_S:
        return quiet(t("To read a code out, make an invitation for 15 minutes."))
    return card(ft.Container(content=number(t.isolated(invitation.spoken), size=20), key="spoken"))


def _phones(ports: Ports, invitation: Invitation) -> set[tuple[bytes, bytes]]:
    """The phones that the invited person is signed in with, as far as this phone was told."""
    return {device for one in people(ports) if one.person == invitation.person for device in one.devices}
