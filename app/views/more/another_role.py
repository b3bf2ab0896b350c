"""Another role for somebody: what she will read, what she no longer reads; nothing changes before it is confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flet as ft

from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.i18n import Words
from app.journeys.areas import areas
from app.journeys.change_role import areas_asked, change_role, places_then
from app.journeys.coordinated import coordinated
from app.journeys.people import Person
from app.journeys.phones import Phone, what_ends
from app.ports import Ports
from app.storage.places import Place
from app.views.areas import areas_chips
from app.views.forms import use_doing
from app.views.kit import choice, good_news, keep_button, problem, quiet, screen, section, stack, switch
from app.views.more.circle_words import circles_said, paper
from app.views.more.known import called, loses_access, may_be_unsent, use_person, use_phones
from app.views.more.person import lost
from app.views.more.role_words import READS, ROLES
from app.views.session import go, use_ports, use_session

ASIDE = {"file", "restricted", "partner", "own"}
"""They do not go with a role."""


@ft.component
def AnotherRole() -> ft.View:
    ports, session = use_ports(), use_session()
    t, person = session.words, use_person()
    phones, _why = use_phones()
    role, set_role = ft.use_state("")
    picked: tuple[frozenset[str], Any] = ft.use_state(frozenset())
    chosen, set_chosen = picked
    closes, set_closes = ft.use_state(True)
    doing = use_doing()
    done, set_done = ft.use_state(False)
    if person is None:
        return lost(t)
    path = f"/more/person/{person.person.hex()}"

    circles = [bytes.fromhex(one) for one in chosen]
    files = coordinated(ports, person.person) if role not in {"", COORDINATOR} and not done else []
    ended = [bytes.fromhex(file.circle) for file in files] if closes else []

    async def change() -> None:
        step = lambda: change_role(ports, person=person.person, role=role, chosen=circles, files=ended)
        if await doing.wait_for(step):
            set_done(True)

    roles = [(each, t(ROLES[each])) for each in (WORKER, MENTOR, COORDINATOR) if each != person.card.role or done]
    parts: list[ft.Control] = [problem(doing.trouble)]
    foot: list[ft.Control] = []
    if done:
        parts.append(good_news(t("The role is changed. Her phone shows it when it syncs."), key="role-changed"))
        foot.append(keep_button(t("Done"), lambda: go(path), key="done"))
    else:
        parts.append(choice(t("What she will be here"), roles, role, set_role, key="role", may_be_none=False))
        if role and areas_asked(ports, person.person, role):
            toggle = lambda circle: set_chosen(lambda now: now ^ {circle})
            parts.append(areas_chips(t, areas(ports), chosen, toggle))
        if role:
            parts += _dry_run(t, ports, person, role, (phones or {}).get(person.person, []))
            parts += _files(t, files, closes=closes, set_closes=set_closes)
            words = t("One moment") if doing.busy else t("Change the role")
            foot.append(keep_button(words, change, key="change-role", busy=doing.busy))
    return screen(t("Change the role"), parts, t=t, path=f"{path}/role", under=called(t, person), back=path, foot=foot)


def _dry_run(t: Words, ports: Ports, person: Person, role: str, phones: Sequence[Phone]) -> list[ft.Control]:
    """In words, before anything is done. `phones` = hers, as far as the hub told."""
    reads = paper([(ft.Icons.VISIBILITY_OUTLINED, t(READS[role]))], key="will-read")
    parts = [section(t("What she will read"), [reads])]
    lost_then = circles_said(t, _lost(ports, person, role))
    if lost_then:
        ends, theirs = what_ends(ports, person.person), [one for one in phones if not one.shut]
        said = [loses_access(t, called(t, person), ends.phones)]
        said += may_be_unsent(t, theirs, ports.today()) if ends.phones else []
        lines: list[ft.Control] = [quiet(each, size=15) for each in said]
        no_longer = [paper(lost_then, key="no-longer"), stack(lines, spacing=4)]
        parts.append(section(t("What she no longer reads"), no_longer))
    return parts


def _files(t: Words, files: Sequence[Place], *, closes: bool, set_closes: Any) -> list[ft.Control]:
    """Those she reads as a coordinator, by name, and whether they close to her as well."""
    if not files:
        return [quiet(t("Files she shares stay as they are."))]
    lines = circles_said(t, [("file", "")] * len(files))
    lines += [(ft.Icons.PERSON_OUTLINED, t.isolated(file.name)) for file in files]
    asked = switch(t("Close these files to her as well"), closes, set_closes, key="close-files")
    return [
        section(t("Files she reads as a coordinator"), [paper(lines, key="coordinated"), asked]),
        quiet(t("Other files she shares stay as they are.")),
    ]


def _lost(ports: Ports, person: Person, role: str) -> list[tuple[str, str]]:
    """(kind, name) of the circles that go with the role she has and not with that one."""
    kept = {ports.keyring.circles[place.circle].kind for place in places_then(ports, person.person, role)}
    return [(kind, name) for kind, name in what_ends(ports, person.person).circles if kind not in kept | ASIDE]
