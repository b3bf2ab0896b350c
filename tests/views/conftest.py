"""An organisation of four on a real hub in process, and the real screens of each of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.journeys.contacts import log_contact
from app.journeys.meetings import log_meeting, plan_meeting
from app.main import begin
from tests.ready import organised
from tests.screen import Screen
from tests.views.her_life import live
from tests.world import Organisation, Phone, World

Walk = Callable[[Callable[[Screen], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def world() -> Iterator[World]:
    with World(seed=8) as world:
        yield world


@pytest.fixture
def org(world: World) -> Organisation:
    """With a contact that waits, one interested without a day, a meeting held and one to come."""
    return organised(world, busy)


@pytest.fixture
def lived(org: Organisation) -> Organisation:
    """With all that her face may show."""
    live(org)
    return org


def busy(world: World) -> Organisation:
    org = world.organisation()
    today = org.worker.ports.today()
    for name, days in (("Fadumo", 6), ("أمينة السورية", 11)):
        log_contact(
            org.worker.ports,
            row=org.worker.ports.new_row(),
            name=name,
            address="Egeparken 12, 2. tv",
            phone="+45 20 30 40 50",
            outcome="interested",
            met_on=today - timedelta(days=days + 1),
            followup_on=today - timedelta(days=days),
            note="efter Eid",
        )
    mentor = org.mentor.ports
    cover = org.cover(org.mentor)
    log_meeting(
        mentor, row=mentor.new_row(), mentee=cover, held_on=today - timedelta(days=7), minutes=55, note="took the bus"
    )
    starts = f"{(today + timedelta(days=1)).isoformat()}T10:00"
    plan_meeting(mentor, row=mentor.new_row(), mentee=cover, starts=starts, place="Caféen")
    world.sync_all()
    return org


def walked(phone: Phone, walk: Callable[[Screen], Coroutine[Any, Any, None]]) -> None:
    """That person's screens, from the first one on, for one walk through them."""

    async def going() -> None:
        async with Screen(lambda page: begin(page, phone.ports)) as screen:
            await walk(screen)

    asyncio.run(going())


def show(phone: Phone, walk: Callable[[Screen], Coroutine[Any, Any, None]], *, language: str = "en") -> None:
    """The same in that language."""
    phone.ports.platform.remember("language", language)
    walked(phone, walk)
