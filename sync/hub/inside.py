"""What a phone may ask with its token."""

from __future__ import annotations

from sync.codes import Reason, error_parts, pack_answer, request_parts
from sync.errors import ClockBent, Refused, Untold
from sync.hub import doors, leaving, restored
from sync.hub.again import Again
from sync.hub.audit import note, note_refusals
from sync.hub.have import have
from sync.hub.house import House
from sync.hub.pull import Had, Pull
from sync.hub.store import Sql
from sync.hub.turn import Turn, verdict
from sync.packing import blob, blob_upto, number, parts
from sync.wire import CLOCK_SLACK_MS, PACKAGE_MAX, AgainRequest, SyncAnswer, SyncRequest

HEADS_MAX = 1_024  # authors asked about at once
COMPARED_MAX = 16  # circles


def sync(house: House, body: bytes, address: str, now: int) -> bytes:
    """The whole exchange: entries and rows up, what the phone lacks down (`SyncRequest`, `SyncAnswer`)."""
    asked = SyncRequest.unpack(body)
    if not asked.entries and not asked.pushes:
        with house.store.read() as sql:
            return _synced(house, sql, asked, house.who(sql, asked.token, address, now), now)[0]
    with house.store.write() as sql:
        who = house.held(sql, lambda: house.who(sql, asked.token, address, now))
        packed, turn = _synced(house, sql, asked, who, now)
    turn.written()
    return packed


def _synced(house: House, sql: Sql, asked: SyncRequest, who: tuple[bytes, bytes], now: int) -> tuple[bytes, Turn]:
    organisation, device = who
    house.syncs.take(device, now)
    if abs(asked.now - now) > CLOCK_SLACK_MS:
        raise ClockBent(now)
    if restored.must_offer_again(sql, organisation, device):
        raise Untold
    pull = Pull(sql, organisation, device)
    pull.seq(asked.cursor)
    pull.seq(asked.newest)
    turn = house.turn(sql, organisation, now)
    entry_answers = tuple(verdict(turn.carry, device, raw) for raw in asked.entries)
    push_answers = tuple(verdict(turn.add_push, device, push) for push in asked.pushes)
    turn.write(house.tag())
    note_refusals(sql, organisation, now, device, (*entry_answers, *push_answers), house.refusals)
    had = Had(asked, push_answers, turn.numbers)
    pulled = pull.pull(asked.cursor, asked.loads, had, lambda: turn.is_out(device))
    answer = SyncAnswer(
        cursor=b"" if pulled.cursor == asked.cursor else pulled.cursor,
        newest=b"" if pulled.newest == pulled.cursor else pulled.newest,
        more=pulled.more,
        pieces=pulled.pieces,
        entry_answers=entry_answers,
        push_answers=push_answers,
        loads=pulled.loads,
        ahead=pulled.ahead,
    )
    return answer.pack(), turn


def heads(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, [[circle, author], …]] → the heads of those authors, for who closes them."""
    token, asked = request_parts(body, 2)
    pairs = [parts(one, 2) for one in parts(asked, 1, HEADS_MAX)]
    wanted = [(blob(circle, 16), blob(author, 16)) for circle, author in pairs]
    with house.store.read() as sql:
        organisation, device = house.member(sql, token, address, now)
        return pack_answer(leaving.heads(sql, house.turn(sql, organisation, now), organisation, device, wanted))


def late(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, [circle, …]] → what closed authors handed in afterwards, for stewards."""
    token, asked = request_parts(body, 2)
    circles = [blob(circle, 16) for circle in parts(asked, 1, HEADS_MAX)]
    with house.store.read() as sql:
        organisation, device = house.member(sql, token, address, now)
        return pack_answer(leaving.late_lane(sql, organisation, device, circles))


def devices(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token] → the devices that are this phone's to see, with their last contact."""
    with house.store.read() as sql:
        organisation, device = house.member(sql, request_parts(body, 1)[0], address, now)
        return pack_answer(leaving.devices(sql, house.turn(sql, organisation, now), organisation, device))


def erased(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, [circle, …]] → []: the phone says that it holds nothing of these circles any more."""
    token, told = request_parts(body, 2)
    circles = [blob(circle, 16) for circle in parts(told, 1, HEADS_MAX)]
    with house.store.write() as sql:
        organisation, device = house.held(sql, lambda: house.who(sql, blob(token, 16), address, now))
        house.syncs.take(device, now)
        for circle in leaving.erased(sql, organisation, device, circles, now):
            note(sql, organisation, now, "erased", device, circle)
    return pack_answer()


def invite(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, name, once, package, seconds] → []: leaves an invitation, sealed for who knows its code."""
    token, name, once, package, lives_s = request_parts(body, 5)
    token, name, once = blob(token, 16), blob(name, 16), blob(once, 32)
    package, lives_s = blob_upto(package, PACKAGE_MAX, 1), number(lives_s)
    with house.store.write() as sql:
        organisation, device = house.held(sql, lambda: house.who(sql, token, address, now))
        house.invites.take(device, now)
        if house.turn(sql, organisation, now).is_out(device):
            raise Refused(Reason.STEWARD)
        doors.leave_invitation(sql, organisation, device, name, once, package, lives_s, now)
        note(sql, organisation, now, "invited", device, about=name)
    return pack_answer()


def have_of(house: House, body: bytes, address: str, now: int) -> bytes:
    """[token, [circle, …]] → [newest, what this hub has of them], for a phone that compares after a restore."""
    token, asked = request_parts(body, 2)
    circles = [blob(circle, 16) for circle in parts(asked, 0, COMPARED_MAX)]
    with house.store.read() as sql:
        organisation, device = house.who(sql, blob(token, 16), address, now)
        house.syncs.take(device, now)
        here = have(sql, house.turn(sql, organisation, now), organisation, device, circles)
        return pack_answer(Pull(sql, organisation, device).newest(), here)


def again(house: House, body: bytes, address: str, now: int) -> bytes:
    """What a member has and this hub, which was restored, has not. Entries are taken from whoever brings them."""
    asked = AgainRequest.unpack(body)
    with house.store.write() as sql:
        if asked.token:
            organisation, device = house.held(sql, lambda: house.who(sql, asked.token, address, now))
            house.syncs.take(device, now)
        else:
            house.knocks.take(address, now)
            organisation, device = house.held(sql, lambda: (doors.home(sql, asked.entries), b""))
        turn = Again(sql, house.circles, house.roots, house.verify, organisation, now)
        answers = turn.bring(device, asked)
        turn.end(device, asked, house.tag)
    turn.written()
    return pack_answer(*([error_parts(no) for no in some] for some in answers))
