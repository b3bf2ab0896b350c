"""What a phone may ask about the chunks of attachments: which are lacking, take one, give one, erase some."""

from __future__ import annotations

import logging

from sync.chunk import ASKED_MAX, SEALED_MAX, name_of
from sync.codes import pack_answer, request_parts
from sync.errors import NotFound
from sync.hub import chunks
from sync.hub.house import House
from sync.hub.store import Sql
from sync.packing import blob, blob_upto, parts

log = logging.getLogger("brobygger.hub")


def lack(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, space, [hash, …]] → [[hash, …]]: those of them that are not here."""
    token, space, asked = request_parts(body, 3)
    space, names = blob(space, 16), _names(asked)
    with house.store.read() as sql:
        organisation, device = house.member(sql, token, address, now)
        chunks.circle_of(sql, organisation, device, space)
        return pack_answer([name for name in names if not chunks.is_here(sql, organisation, space, name)])


def put(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, space, hash, sealed] → []: one chunk, taken once, from who writes there."""
    token, space, name, sealed = request_parts(body, 4)
    token, space, name, sealed = blob(token, 16), blob(space, 16), blob(name, 32), blob_upto(sealed, SEALED_MAX, 1)
    with house.store.write() as sql:
        organisation, device = _writer(house, sql, token, address, now)
        chunks.circle_of(sql, organisation, device, space)
        chunks.keep(sql, house.room, organisation, device, space, name, sealed)
    return pack_answer()


def get(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, space, hash] → [sealed]: one chunk, for who reads there; what the disk spoilt is given to nobody."""
    token, space, name = request_parts(body, 3)
    space, name = blob(space, 16), blob(name, 32)
    with house.store.read() as sql:
        organisation, device = house.member(sql, token, address, now)
        chunks.circle_of(sql, organisation, device, space)
        sealed = chunks.read(sql, organisation, space, name)
    if name_of(sealed) == name:
        return pack_answer(sealed)
    log.warning("a part of an attachment was spoilt on the disk; phones that have it bring it again")
    with house.store.write() as sql:
        house.store.hold(sql, organisation)
        chunks.forget_spoilt(sql, organisation, space, name)
    raise NotFound


def drop(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, space, [hash, …]] → []: erases those that she brought; a steward of the circle any."""
    token, space, asked = request_parts(body, 3)
    token, space, names = blob(token, 16), blob(space, 16), _names(asked)
    with house.store.write() as sql:
        organisation, device = _writer(house, sql, token, address, now)
        circle = chunks.circle_of(sql, organisation, device, space)
        chunks.drop(sql, house.turn(sql, organisation, now), organisation, device, circle, space, names)
    return pack_answer()


def _names(asked: object) -> list[bytes]:
    return [blob(name, 32) for name in parts(asked, 1, ASKED_MAX)]


def _writer(house: House, sql: Sql, token: bytes, address: str, now: int) -> tuple[bytes, bytes]:
    """(organisation, device), with the organisation's head lock taken. Raises `LoginNeeded`, `NotFound`, `Busy`."""
    organisation, device = house.held(sql, lambda: house.who(sql, token, address, now))
    house.syncs.take(device, now)
    if house.turn(sql, organisation, now).is_out(device):
        raise NotFound
    return organisation, device
