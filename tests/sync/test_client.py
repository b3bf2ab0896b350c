"""A conversation over HTTP: what the network does wrong has a name, and what it did is not lost."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from sync.client import ask, talk
from sync.codes import ANSWER_MAX, pack_error
from sync.conversation import Outcome, converse
from sync.entry import space_of
from sync.errors import Busy, Malformed, NotFound, SentTooMuch, SyncError, TooLarge, Unreachable
from sync.hub.app import hub
from sync.hub.verify import verify
from sync.wire import PIECE_MAX
from tests.sync.phones import PLENTY, Phone, World

ROW = b"r" * 16
Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def over_http(phone: Phone, transport: httpx.AsyncBaseTransport) -> Outcome:
    async def once() -> Outcome:
        async with httpx.AsyncClient(transport=transport) as http:
            conversation = converse(phone.journal, phone.keys, phone.keys, verify, phone.now)
            return await talk(conversation, http, "https://the.hub/")

    return asyncio.run(once())


def test_two_phones_meet_over_the_real_app(world: World) -> None:
    karen, omar = world.founder, world.joins("Omar")
    area = world.circle(karen)
    world.grant(area, omar)
    space = space_of(area, 0)
    karen.write(space, ROW, name="فاطمة", note="æøå")
    app = httpx.ASGITransport(hub(world.hub.store, now=world.clock, rates=PLENTY))

    assert over_http(karen, app).pushed == 1
    over_http(omar, app)

    assert karen.shown(space) == omar.shown(space)
    assert omar.read(space)[ROW].fields["name"].word.value == "فاطمة"


def unplugged(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no network")


def slow(_: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("too slow")


@pytest.mark.parametrize(
    ("handler", "error"),
    [
        (unplugged, Unreachable),
        (slow, Unreachable),
        (lambda _: httpx.Response(502, text="bad gateway"), Unreachable),
        (lambda _: httpx.Response(200, text="<html>log in to this Wi-Fi</html>"), Malformed),
        (lambda _: httpx.Response(302, headers={"location": "http://portal/"}), Malformed),
        (lambda _: httpx.Response(200, content=b""), Malformed),
        (lambda _: httpx.Response(200, content=bytes(ANSWER_MAX + 1)), TooLarge),
        (lambda _: httpx.Response(200, content=pack_error(Busy(30))), Busy),
        (lambda _: httpx.Response(200, content=pack_error(NotFound())), NotFound),
        (lambda _: httpx.Response(400, content=pack_error(Malformed("what?"))), Malformed),
    ],
)
def test_whatever_the_network_does_has_a_name_and_loses_nothing(
    world: World, handler: Handler, error: type[SyncError]
) -> None:
    karen = world.founder
    space = space_of(world.root, 0)
    karen.write(space, ROW, name="Fatima")

    with pytest.raises(error):
        over_http(karen, httpx.MockTransport(handler))

    assert len(karen.journal.waiting()) == 1
    assert karen.sync().pushed == 1


def test_a_line_on_which_no_answer_came_is_given_more_time_until_one_comes(world: World) -> None:
    karen, waited = world.founder, list[float]()
    karen.sync()
    app = httpx.ASGITransport(hub(world.hub.store, now=world.clock, rates=PLENTY))

    class Line(httpx.AsyncBaseTransport):
        cut = True

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/sync":
                waited.append(request.extensions["timeout"]["read"])
                if self.cut:
                    raise httpx.ReadTimeout("too slow")
            return await app.handle_async_request(request)

    line = Line()
    for _ in range(2):
        with pytest.raises(Unreachable):
            over_http(karen, line)
    line.cut = False
    over_http(karen, line)
    over_http(karen, line)

    at_first, then, answered, after = waited
    assert then == answered >= at_first + PIECE_MAX / 8_000, "a whole piece at 64 kbit/s"
    assert after == at_first


def test_a_piece_that_somebody_before_the_hub_finds_too_long_goes_in_smaller_ones(world: World) -> None:
    karen, most = world.founder, 40_000
    space = space_of(world.circle(karen), 0)
    karen.sync()
    for number in range(200):
        karen.write(space, bytes([number]) * 16, note=random.Random(number).randbytes(600).hex())
    app, lengths = httpx.ASGITransport(hub(world.hub.store, now=world.clock, rates=PLENTY)), []

    class Narrow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            lengths.append(len(await request.aread()))
            if lengths[-1] > most:
                return httpx.Response(413, text="<html>Request Entity Too Large</html>")
            return await app.handle_async_request(request)

    assert over_http(karen, Narrow()).pushed == 200
    assert max(lengths) > most
    assert karen.journal.waiting() == []


def test_what_is_too_long_in_the_smallest_piece_is_said(world: World) -> None:
    karen = world.founder
    karen.write(space_of(world.circle(karen), 0), ROW, name="Fatima")

    with pytest.raises(SentTooMuch):
        over_http(karen, httpx.MockTransport(lambda _: httpx.Response(413)))

    assert len(karen.journal.waiting()) == 1


def test_a_single_question_has_a_single_answer(world: World) -> None:
    async def once() -> list[object]:
        app = httpx.ASGITransport(hub(world.hub.store, now=world.clock, rates=PLENTY))
        async with httpx.AsyncClient(transport=app) as http:
            return await ask(http, "http://the.hub", "/hello", [world.founder.keys.device])

    (nonce,) = asyncio.run(once())

    assert isinstance(nonce, bytes)
    assert len(nonce) == 16
