"""Who works here and whose file is shared, as the logs tell it; below, who is no longer here."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.domain.recovery import RECOVERY
from app.domain.roles import MENTEE
from app.i18n import Words
from app.journeys.people import Person
from app.journeys.phones import Phone
from app.views.kit import picture, quiet, row, screen, section, sheet
from app.views.more.known import Phones, steward, use_people, use_phones
from app.views.more.role_words import role_of
from app.views.session import go, use_ports, use_session


@ft.component
def Team() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    known = use_people()
    phones, _why = use_phones(asked=steward(ports, known))
    staff = [one for one in known if one.card.role not in {MENTEE, RECOVERY} and not one.left]
    mentees = [one for one in known if one.card.role == MENTEE and one.card.name and not one.left]
    left = [one for one in known if one.left and one.card.name]
    named = [one for one in staff if one.card.name]
    unnamed = len(staff) - len(named)
    parts: list[ft.Control] = [_sheet(t, named)]
    if unnamed:
        parts.append(
            quiet(
                t.many(
                    "%(num)d person more, whose name you do not see.",
                    "%(num)d more, whose names you do not see.",
                    unnamed,
                )
            )
        )
    if mentees:
        parts.append(section(t("Mentees"), [_sheet(t, mentees)]))
    if left:
        # Words: heading over those who left the organisation
        parts.append(section(t("No longer here"), [_sheet(t, left, phones or {})]))
    return screen(t("People who work here"), parts, t=t, path="/more/team", back=session.trail.tab)


def _sheet(t: Words, persons: Sequence[Person], phones: Phones | None = None) -> ft.Control:
    def line(one: Person) -> ft.Control:
        role = role_of(t, one.card.role)
        invited = not (one.devices or one.left)
        return row(
            one.card.name,
            under=_unsaid(t, phones.get(one.person, [])) or role if phones is not None else role,
            leading=picture(one.card.picture, size=40),
            trailing=quiet(t("invited")) if invited else None,
            on_tap=lambda: go(f"/more/person/{one.person.hex()}"),
            key=f"person-{one.person.hex()}",
            arrow=True,
        )

    return sheet([line(one) for one in persons])


def _unsaid(t: Words, phones: Sequence[Phone]) -> str:
    """Of somebody who left: how many of her phones have not said yet that they erased."""
    missing = sum(not one.erased for one in phones)
    # Words: of phones of somebody who left: they have not said yet that they erased
    return t.many("%(num)d phone has not erased yet", "%(num)d phones have not erased yet", missing) if missing else ""
