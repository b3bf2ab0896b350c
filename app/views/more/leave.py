"""She leaves, or a phone was lost: first what would end, in words; then every door is shut, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flet as ft

from app.i18n import Words
from app.journeys.closing import Shut, shut_out
from app.journeys.people import Person
from app.journeys.phones import Phone, WhatEnds, what_ends
from app.ports import Ports
from app.views.forms import use_doing
from app.views.kit import body, good_news, keep_button, problem, quiet, screen, section, stack
from app.views.more.circle_words import circles_said, paper
from app.views.more.known import called, loses_access, may_be_unsent, use_device, use_person, use_phones
from app.views.more.person import lost
from app.views.session import go, use_ports, use_session


@ft.component
def Leave() -> ft.View:
    ports, session = use_ports(), use_session()
    t, person = session.words, use_person()
    phones, _why = use_phones()
    device = use_device()
    doing = use_doing()
    progress, set_progress = ft.use_state("")
    shut: tuple[Shut | None, Any] = ft.use_state(None)
    ended, set_ended = shut
    if person is None:
        return lost(t)
    path = f"/more/person/{person.person.hex()}"

    def tell(done: int, of: int) -> None:
        if done:
            # Words: progress: so many doors of so many are shut
            set_progress(t("%(done)d of %(all)d", done=done, all=of))

    async def step() -> None:
        set_progress("")
        set_ended(await shut_out(ports, person.person, device, tell))

    async def end() -> None:
        await doing.wait_for(step)

    title = t("A phone was lost") if device else t("She leaves")
    parts: list[ft.Control] = [problem(doing.trouble)]
    foot: list[ft.Control] = []
    if ended is not None:
        parts += _became(t, ended)
        foot.append(keep_button(t("Done"), lambda: go(path), key="done"))
    else:
        theirs = [one for one in (phones or {}).get(person.person, []) if not one.shut and device in {b"", one.device}]
        parts += _dry_run(t, ports, person, what_ends(ports, person.person, device), theirs, device)
        # Words: a button: somebody leaves, from now on she cannot read anything new
        end_words = t("Shut this phone out") if device else t("End her access")
        words = progress or t("One moment") if doing.busy else end_words
        foot.append(keep_button(words, end, key="end", busy=doing.busy))
    return screen(title, parts, t=t, path=path, under=called(t, person), back=path, foot=foot)


def _dry_run(
    t: Words, ports: Ports, person: Person, ends: WhatEnds, phones: Sequence[Phone], device: bytes
) -> list[ft.Control]:
    """In words, while nothing has happened yet. `phones` = those that would be shut out, as far as the hub told."""
    name = called(t, person)
    first = t("That phone of %(name)s loses access.", name=name) if device else loses_access(t, name, ends.phones)
    parts: list[ft.Control] = [body(first, size=18, strong=True)]
    lines = circles_said(t, ends.circles, person.card.role)
    if lines:
        no_longer = t("What that phone no longer reads") if device else t("What she no longer reads")
        parts.append(section(no_longer, [paper(lines, key="ends")]))
    said = may_be_unsent(t, phones, ports.today()) if ends.phones else []
    said.append(t("What she has read, nobody can take back."))
    if device and len(person.devices) > 1:
        said.append(t("Other phones of hers stay."))
    elif device:
        said.append(t("She can be let in again with a new phone."))
    return [*parts, stack([quiet(each, size=15) for each in said], spacing=4)]


def _became(t: Words, shut: Shut) -> list[ft.Control]:
    """What was done now, and what another steward's phone does."""
    now = t.many("%(num)d door is shut now.", "%(num)d doors are shut now.", shut.done)
    parts = [good_news(now, key="shut")]
    if shut.left:
        parts.append(
            quiet(
                t.many(
                    "%(num)d more is shut by another coordinator's phone when it syncs.",
                    "%(num)d more are shut by other coordinators' phones when they sync.",
                    shut.left,
                ),
                size=15,
            )
        )
    parts.append(quiet(t("The phone erases what belongs to others when it has a connection."), size=15))
    return parts
