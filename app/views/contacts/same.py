"""Two lines are one person: what was said of it, and another line to join with. Both stay; it can be unsaid."""

from __future__ import annotations

import flet as ft

from app.journeys.one_person import are_one, are_two, might_be, said_of
from app.records import Contact, SamePerson
from app.views.contacts.contact_words import called, one_line, outcome_sign
from app.views.forms import use_doing
from app.views.gone import nobody_there
from app.views.kit import SearchField, problem, quiet, quiet_button, row, screen, section, sheet, stack
from app.views.session import go, use_live, use_ports, use_session

MOST = 12


@ft.component
def TheSamePerson() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params().get("id", "")
    path = f"/people/{asked}"
    search, set_search = ft.use_state("")
    doing = use_doing()
    shown = use_live(lambda: ports.store.get(Contact, asked), Contact, SamePerson)
    title = t("The same person")
    if shown is None:
        return nobody_there(t, title, path=f"{path}/same", back=path)
    pairs = said_of(ports, shown)
    told = {pair.one if pair.other == shown.id else pair.other: pair for pair in pairs}

    def joined(pair: SamePerson, row_id: str) -> ft.Control:
        other = ports.store.get(Contact, row_id)
        part = lambda: doing.do(lambda: are_two(ports, shown=pair, saw=ports.store.seen(pair)))
        name = called(t, other) if other else t("Without a name")
        line = row(
            name,
            under=one_line(t, other) if other else "",
            leading=outcome_sign(other.outcome if other else ""),
            on_tap=(lambda: go(f"/people/{row_id}")) if other else None,
            key=f"open-{row_id}",
            arrow=other is not None,
        )
        # Words: a button: these two lines are two people after all
        return stack([line, quiet_button(t("They are two people"), part, key=f"two-{row_id}")], spacing=0)

    def candidate(other: Contact) -> ft.Control:
        def join() -> None:
            if doing.do(lambda: are_one(ports, one=shown, other=other)):
                go(path)

        return row(
            called(t, other),
            under=one_line(t, other),
            leading=outcome_sign(other.outcome),
            on_tap=join,
            key=f"one-{other.id}",
        )

    found = [one for one in might_be(ports, shown, matching=search, limit=MOST) if one.id not in told]
    parts: list[ft.Control] = [problem(doing.trouble)]
    if told:
        lines = [joined(pair, row_id) for row_id, pair in told.items()]
        # Words: heading over lines that are about the same person
        parts.append(section(t("Is also"), [sheet(lines)]))
    parts.append(SearchField(t("Search by name, street or number"), set_search))
    if found:
        # Words: heading over lines that might be about the same person; a tap says that they are
        parts.append(section(t("Tap the one who is the same"), [sheet([candidate(one) for one in found])]))
    elif not search:
        parts.append(quiet(t("Search for the other line.")))
    else:
        parts.append(quiet(t("Nobody found for “%(words)s”.", words=search)))
    parts.append(quiet(t("Both lines stay. You can part them again.")))
    return screen(title, parts, t=t, path=f"{path}/same", under=called(t, shown), back=path)
