"""What a phone may ask before it is logged in: to found, to join, to enrol, to log in."""

from __future__ import annotations

from sync.codes import pack_answer, request_parts
from sync.entry import ENTRY_MAX, Entry
from sync.errors import Refused
from sync.hub import doors
from sync.hub.audit import note
from sync.hub.house import House
from sync.hub.store import code_hash
from sync.packing import blob, blob_upto, parts, word

ENROL_MAX = 2_048  # entries of one joining device


def found(house: House, body: bytes, address: str, now: int) -> bytes:
    """[code, entry] → [organisation]: the first entry of a root, once per founder code."""
    house.founds.take(address, now)
    code, raw = request_parts(body, 2)
    hashed, entry = code_hash(word(code)), Entry.read(raw)
    house.store.collect_codes()
    with house.store.write() as sql:
        organisation, again = house.held(sql, lambda: doors.founding(sql, hashed, entry, now))
        if not again:
            turn = house.turn(sql, organisation, now)
            turn.add_entry(entry, founds_root=True)
            turn.write(house.tag())
            doors.founded(sql, hashed, organisation, entry.circle)
    return pack_answer(organisation)


def join(house: House, body: bytes, address: str, now: int) -> bytes:
    """[name] → [package, tips]: an invitation, and where its logs stand."""
    house.knocks.take(address, now)
    name = blob(request_parts(body, 1)[0], 16)
    with house.store.read() as sql:
        organisation, once, package = doors.invitation(sql, name, now)
        tips = doors.tips_for(sql, house.turn(sql, organisation, now), organisation, once)
    return pack_answer(package, [list(tip) for tip in tips])


def enrol(house: House, body: bytes, address: str, now: int) -> bytes:
    """[name, [entry, …]] → []: a new device enters; nothing of it is kept unless all of it is good."""
    house.knocks.take(address, now)
    name, raws = request_parts(body, 2)
    name = blob(name, 16)
    entries = [Entry.read(blob_upto(raw, ENTRY_MAX, 1)) for raw in parts(raws, 1, ENROL_MAX)]
    try:
        with house.store.write() as sql:
            found = house.held(sql, lambda: doors.enrolling(sql, name, entries, now))
            if found is None:
                return pack_answer()
            organisation, once, _ = found
            turn = house.turn(sql, organisation, now)
            device = doors.enrol(sql, turn, organisation, once, entries)
            turn.write(house.tag())
            doors.heard(sql, device, now)
            doors.spend(sql, organisation, name, once)
    except Refused as no:
        with house.store.write() as sql:
            if home := house.held(sql, lambda: doors.home_of_invitation(sql, name)):
                doors.count_try(sql, name)
                note(sql, home[0], now, f"refused: {no.reason}", about=name)
        raise
    return pack_answer()


def hello(house: House, body: bytes, address: str, now: int) -> bytes:
    """[device] → [nonce] to be signed."""
    house.knocks.take(address, now)
    device = blob(request_parts(body, 1)[0], 32)
    return pack_answer(doors.hello(house.store.secret, device, now, house.store.chance(4)))


def login(house: House, body: bytes, address: str, now: int) -> bytes:
    """[device, nonce, signature] → [token]."""
    house.knocks.take(address, now)
    device, nonce, signature = request_parts(body, 3)
    device, nonce, signature = blob(device, 32), blob(nonce, 16), blob(signature, 64)
    token = house.store.chance(16)
    with house.store.write() as sql:
        house.held(sql, lambda: doors.home_of(sql, device))
        doors.login(sql, house.store.secret, house.verify, device, nonce, signature, now, token)
    return pack_answer(token)
