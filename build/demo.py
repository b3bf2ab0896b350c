"""A fictional organisation, made by the journeys that people use, on a clock that stands still while it is made.

Its people's own phones stay in a folder, so that each tap on the demo page makes a fresh invitation.
"""

from __future__ import annotations

import asyncio
import json
import shutil
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import httpx
from starlette.types import ASGIApp

from app.domain.roles import COORDINATOR, FILE_RUNGS, WORKER
from app.journeys.agreements import keep_agreement
from app.journeys.cohorts import new_cohort
from app.journeys.contacts import log_contact
from app.journeys.errands import keep_errand
from app.journeys.found import found_organisation
from app.journeys.invite import DAY_S, Place, invite, places_for
from app.journeys.join import enrol, join
from app.journeys.lock import lock, unlock
from app.journeys.meetings import change_meeting, log_meeting, plan_meeting
from app.journeys.open_file import open_file
from app.journeys.rooms import keep_room
from app.journeys.safe_contact import keep_reach
from app.journeys.sparring import ask
from app.journeys.studio import trust
from app.journeys.sync import sync_now
from app.keys.enrolment import Card
from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import Clock, DeviceClock, Ports
from app.records import Mentee
from build.demo_content import (
    AGREEMENT,
    AHEAD,
    AREA,
    CANCELLED,
    CONTACTS,
    ERRAND,
    HELD,
    ORGANISATION,
    PEOPLE,
    PIN,
    QUESTION,
    REACH,
    ROOMS,
    DemoPerson,
)
from build.demo_desk import desk
from build.demo_groups import groups
from build.demo_letters import carry_photos, photograph, read_letters
from build.demo_mentors import found_mentors, is_a_mentor, mentors_meet, takes_a_time
from build.demo_outreach import nearby, places, rounds, said_yeses
from build.demo_plan import lay_plan, speak_up
from build.demo_practice import practises, words_chosen
from build.demo_work import places_of_work
from sync.hub.app import hub
from sync.hub.store import HubStore

HUB = "http://demo.invalid"
"""What the demo phones call the hub: they reach it inside this process, whatever its port is today."""

MADE = "made.json"
"""Written last: without it the organisation is half made and is made anew."""


@dataclass(frozen=True)
class StandingClock:
    """Whatever is made while it is asked is made at one moment."""

    at: datetime

    def now(self) -> int:
        return int(self.at.astimezone().timestamp() * 1000)

    def today(self) -> date:
        return self.at.date()

    def local_now(self) -> datetime:
        return self.at


class DemoPhones:
    """The four people's phones over a running hub. `invitation(key)` is what the demo page asks for."""

    def __init__(self, folder: Path, app: ASGIApp, clock: Clock | None = None) -> None:
        self._folder = folder / "phones"
        self._transport = httpx.ASGITransport(app)
        self._clock = clock or DeviceClock()
        self._turn = asyncio.Lock()
        self._phones: dict[str, Ports] = {}

    def new(self, key: str) -> Ports:
        """A phone without anybody in it yet, or with the person it has had."""
        platform = NativePlatform(self._folder / key, hub_url=HUB, transport=self._transport)
        self._phones[key] = Ports(platform, NativeProvider(), self._clock)
        return self._phones[key]

    async def open(self, key: str) -> Ports:
        """That person's phone, unlocked; it stays so while this lives."""
        ports = self._phones.get(key) or self.new(key)
        if not ports.open:
            await unlock(ports, profile_id=ports.platform.profiles()[0].id, pin=PIN)
        return ports

    async def invitation(self, key: str) -> str:
        """The secret of a fresh invitation for that person, as it stands behind `#join=`; good for one day, once."""
        async with self._turn:
            pseudonym, file = self._made(key)
            person, phone = _named(key), await self.open(_host(key))
            await sync_now(phone)
            ticket = await invite(
                phone,
                member=_card(person),
                grants=_places(phone, person.role, file),
                lives_s=DAY_S,
                person=pseudonym,
            )
            return ticket.link.partition("#join=")[2]

    async def close(self) -> None:
        """Every phone locked, its journal closed."""
        for ports in self._phones.values():
            await lock(ports)
        self._phones.clear()

    def _made(self, key: str) -> tuple[bytes, bytes]:
        """(her pseudonym, the circle of the one file)"""
        made = json.loads((self._folder.parent / MADE).read_text("utf-8"))
        return bytes.fromhex(made["people"][key]), bytes.fromhex(made["file"])


def is_made(folder: Path) -> bool:
    """Is there a whole demo organisation in that folder?"""
    return (folder / MADE).is_file()


async def make(folder: Path, clock: Clock) -> None:
    """The whole organisation in `folder`: `hub.db`, `phones/<key>/`, `made.json`. What was there goes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)  # noqa: ASYNC240 - nobody else waits on this loop
    with HubStore(folder / "hub.db") as store:
        phones = DemoPhones(folder, hub(store, now=clock.now), clock)
        try:
            made = await _live(phones, store.new_organisation(), clock.today())
        finally:
            await phones.close()
    (folder / MADE).write_text(json.dumps(made), "utf-8")


async def _live(phones: DemoPhones, code: str, today: date) -> dict[str, object]:
    """Three months in Egeparken."""
    sofie, henrik, karen, amina = PEOPLE
    founder = phones.new(henrik.key)
    await found_organisation(founder, code=code, name=ORGANISATION, area=AREA, member=_card(henrik), pin=PIN)
    worker = await _let_in(phones, founder, sofie, None)
    _contacts(worker, today)
    said_yeses(worker)
    spots = places(worker, today)
    rounds(worker, sofie.key, spots, today)
    nearby(worker, founder, today)
    rounds(founder, henrik.key, spots, today)
    file = await open_file(worker, row=worker.new_row(), name=amina.name, language="ar", picture=amina.picture)
    await sync_now(worker)
    mentor = await _let_in(phones, worker, karen, file)
    _meetings(mentor, today)
    _rooms(mentor, today)
    lay_plan(mentor, worker, today)
    await sync_now(worker)
    await sync_now(mentor)
    mentee = await _let_in(phones, worker, amina, file)
    speak_up(mentee)
    words_chosen(mentor)
    await practises(mentee)
    await photograph(mentee)
    await sync_now(mentee)
    await carry_photos(mentee)
    await sync_now(mentor)
    read_letters(mentor, today)
    await sync_now(mentor)
    for one in (mentee, founder, worker, mentor):
        await sync_now(one)
    people = {person.key: (await phones.open(person.key)).me.person.hex() for person in PEOPLE}
    desk(founder, people, today)
    found_mentors(founder)
    await sync_now(founder)
    await sync_now(worker)
    groups(worker, today)
    trust(founder, person=bytes.fromhex(people[sofie.key]), name=sofie.name, language="da")
    is_a_mentor(founder, karen.name, people[karen.key])
    mentors_meet(founder, today)
    await sync_now(founder)
    await sync_now(mentor)
    takes_a_time(mentor)
    places_of_work(worker, today)
    for one in (founder, worker, mentor):
        await sync_now(one)
    return {"people": people, "file": file.hex(), "on": today.isoformat()}


async def _let_in(phones: DemoPhones, host: Ports, person: DemoPerson, file: bytes | None) -> Ports:
    ticket = await invite(host, member=_card(person), grants=_places(host, person.role, file))
    phone = phones.new(person.key)
    await enrol(phone, await join(phone, secret=ticket.secret), pin=PIN)
    await sync_now(phone)
    return phone


def _contacts(worker: Ports, today: date) -> None:
    for met in reversed(CONTACTS):
        log_contact(
            worker,
            row=worker.new_row(),
            name=met.name,
            phone=met.phone,
            address=met.address,
            language=met.language,
            channel=met.channel,
            outcome=met.outcome,
            met_on=today - timedelta(days=met.days),
            followup_on=None if met.again is None else today + timedelta(days=met.again),
            note=met.note,
        )


def _rooms(mentor: Ports, today: date) -> None:
    name, held = ROOMS
    cohort = new_cohort(mentor, row=mentor.new_row(), name=name)
    for days, minutes, heads in held:
        day = today - timedelta(days=days)
        keep_room(mentor, row=mentor.new_row(), cohort=cohort, held_on=day, minutes=minutes, heads=heads)
    ask(mentor, row=mentor.new_row(), space=mentor.store.space("staff"), text=QUESTION, unnamed=True)


def _meetings(mentor: Ports, today: date) -> None:
    (mentee,) = mentor.store.find(Mentee)
    for told in HELD:
        log_meeting(
            mentor,
            row=mentor.new_row(),
            mentee=mentee,
            held_on=today - timedelta(days=told.days),
            minutes=told.minutes,
            place=told.place,
            place_kind=told.place_kind,
            topics=told.topics,
            note=told.note,
            succeeded=told.well,
        )
    days, place, notice = CANCELLED
    off = plan_meeting(mentor, row=mentor.new_row(), mentee=mentee, starts=_at(today, -days, "14:00"), place=place)
    change_meeting(mentor, shown=off, state="cancelled", notice=notice)
    planned = [
        plan_meeting(
            mentor,
            row=mentor.new_row(),
            mentee=mentee,
            starts=_at(today, away, hour),
            place=where,
            topics=what,
            place_kind=kind,
        )
        for away, hour, where, what, kind in AHEAD
    ]
    keep_errand(mentor, meeting=planned[-1], **ERRAND)
    keep_agreement(mentor, mentee=mentee, mentor=mentor.me.person.hex(), **AGREEMENT)
    keep_reach(mentor, shown=mentee, **REACH)


def _places(host: Ports, role: str, file: bytes | None) -> list[Place]:
    """What that person is let into, as she was the first time."""
    places = places_for(host, role, file)
    if file is not None and role == WORKER:
        places.append(Place(file, 0, steward=True))
    if file is not None and role == COORDINATOR:
        places.append(Place(file, FILE_RUNGS.index("case"), steward=True))
    return places


def _host(key: str) -> str:
    """Whose phone invites her: nobody lets in somebody to a rung above the own."""
    return PEOPLE[1].key if _named(key).role == COORDINATOR else PEOPLE[0].key


def _named(key: str) -> DemoPerson:
    return next(person for person in PEOPLE if person.key == key)


def _card(person: DemoPerson) -> Card:
    return Card(person.name, person.role, person.picture)


def _at(today: date, away: int, hour: str) -> str:
    return f"{(today + timedelta(days=away)).isoformat()}T{hour}"
