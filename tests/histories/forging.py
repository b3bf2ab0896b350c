"""What members with patched apps and a lying hub try at the doors: none of it may open one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.recovery import RECOVERY
from app.journeys.entries import offer_until_taken
from app.journeys.invite import SHORT_S, invite, places_for
from app.journeys.late import late_work
from app.journeys.people import people
from app.journeys.refusals import NotSteward
from app.keys.enrolment import Card, sign_in
from app.keys.invitation import Once
from app.keys.keyring import Keyring
from app.ports import Refusal
from sync.codes import answer_parts, pack_answer
from sync.entry import Entry
from sync.errors import SyncError
from sync.membership import Membership
from tests.histories import patched
from tests.histories.oracle import NOTES
from tests.histories.swift import SwiftPhone as Phone
from tests.readmitting import let_in_again

if TYPE_CHECKING:
    from tests.histories.history import History

WORDS = (Card("Amina", "coordinator"), Card("", RECOVERY), Card("Nobody", "partner"), Card("", "mentee"))


def call_names(history: History, _: Phone) -> None:
    """Amina lets herself, or another, in again and says who that is; for her phone, theirs, or a lost one."""
    if history.waits():
        return
    amina, chance, oracle = history.world.phone("Amina"), history.chance, history.oracle
    patched.sync(amina)
    root = amina.ports.keyring.me.root
    whom = chance.choice(["Amina", "Maja", "Sofie", "Karen"])
    theirs = [amina] if whom == "Amina" else oracle.phones[whom]
    phone = chance.choice([amina, *theirs]).ports.keyring
    where = [root, history.org.file] if whom == "Amina" else [root]
    card = chance.choice(WORDS)
    try:
        let_in_again(amina, theirs[0].ports.me.person, where, card, devices=[(phone.device, phone.box)])
    except (NotSteward, SyncError):
        return  # it is no place of hers to give, or no phone of theirs
    phones = [one for one in [amina, *theirs] if one.ports.keyring.device == phone.device]
    assert not (amina in phones and whom != "Amina"), "she has the place of another on her phone"
    assert amina in phones or any(one.name in oracle.reads for one in phones), "a phone that was shut out is in again"


def spend_late(history: History, _: Phone) -> None:
    """An invitation to the file runs out; whoever photographed it has Amina carry what its one-time key signs."""
    hosts = [phone for phone in history.oracle.live("Sofie") if NOTES in history.oracle.reads[phone.name]]
    if history.waits() or not hosts or not history.is_worker(hosts[0]):
        return
    host, amina, file = hosts[0], history.world.phone("Amina"), history.org.file
    try:
        host.sync()
        places = places_for(host.ports, "mentor", file)
        given = history.world.run(invite(host.ports, member=Card("Ida", "mentor"), grants=places, lives_s=SHORT_S))
    except (Refusal, SyncError):
        return  # her clock is bent, or the line is bad
    history.world.later(seconds=SHORT_S + 1)
    patched.sync(amina)
    once = Once(given.secret)
    spy = Keyring.fresh(amina.ports.provider, amina.ports.keyring.me)
    spy.hold(amina.ports.keyring.circles[file])
    key = amina.ports.provider.ed_public(once.seed)

    def entry(told: Membership) -> Entry:
        grant = next((name for name, one in told.once.items() if one == key), b"")
        if not grant:
            raise NotSteward
        return sign_in(spy, once.seed, (told.circle, told.number, told.tip), grant)

    try:
        history.world.run(offer_until_taken(amina.ports, [file], entry))
    except (Refusal, SyncError):
        return
    raise AssertionError("an invitation whose time was over let somebody in")


def trim_late_work(history: History, phone: Phone) -> None:
    """The hub shows a steward less of what was handed in than it names: she is told so, or nothing was left out."""
    left_out = 0

    def trim(path: str, ask: Callable[[], bytes]) -> bytes:
        nonlocal left_out
        if path != "/late":
            return ask()
        told = []
        for space, author, n, name, rows, pushes in answer_parts(ask(), 1)[0]:
            shown = [list(push) for push in pushes]
            if shown:
                left_out += 1
                shown[-1][3] = shown[-1][3][:-1]
            told.append([space, author, n, name, rows - bool(shown), shown])
        return pack_answer(told)

    phone.fate = trim
    try:
        history.world.run(late_work(phone.ports))
    except Refusal:
        assert left_out, (phone.name, "is told of something that was not so")
    else:
        assert not left_out, (phone.name, "would let count what she was not shown")
    finally:
        phone.fate = None


def judge_roles(history: History) -> None:
    """Everybody is who a coordinator made her, on every phone, whatever Amina said."""
    oracle = history.oracle
    for name in ("Karen", "Bente", "Sofie", "Maja"):
        for phone in oracle.live(name):
            role = history.role_of(phone)
            assert phone.ports.me.role == role, (phone.name, phone.ports.me.role)
    amina = history.world.phone("Amina")
    assert amina.ports.me.role == "mentee"
    assert {place.kind for place in amina.store.places()} == {"public", "plan", "own"}
    for steward in oracle.live("Karen") + oracle.live("Bente"):
        roles = {one.person: one.card.role for one in people(steward.ports)}
        assert roles[amina.ports.me.person] == "mentee", steward.name
        for name in ("Karen", "Bente", "Maja"):
            for phone in oracle.live(name):
                assert roles[phone.ports.me.person] == history.role_of(phone), (steward.name, name)
