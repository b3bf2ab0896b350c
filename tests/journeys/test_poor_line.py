"""At 64 kbit a second, over real HTTP: rows and the part of a photo arrive, in the time that their bytes take."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

import httpx
import pytest
import uvicorn

from app.journeys.attachments import how_far
from app.journeys.contacts import log_contact
from app.records import Contact
from sync.hub.serve import configured
from tests.bench.yard_relay import Network, Relay
from tests.journeys.lane import mentor_with_a_meeting, on_wifi, only, photograph, shown, step
from tests.world import Organisation, World

RATE = 64_000 / 8
LINE = Network(rtt_s=0.6, bytes_a_second=RATE)
ROWS = 200
PHOTO = bytes(place * 7 % 251 for place in range(60_000))
TURNS = 6  # round trips and handshakes that a sync may take
MORE = 1.15  # for headers, and a machine that is busy


@contextmanager
def behind(world: World, line: Network) -> Iterator[Relay]:
    """The hub listens on a port, and whoever speaks to it from now on does so over that line."""
    server = uvicorn.Server(configured(world.app))
    ready = threading.Thread(target=server.run, daemon=True)
    server.config.port = 0
    ready.start()
    while not server.started:
        sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with Relay(port, line) as relay, pytest.MonkeyPatch.context() as patched:

        async def serve(request: httpx.Request) -> httpx.Response:
            url = request.url.copy_with(scheme="http", host="127.0.0.1", port=relay.port)
            asked = httpx.Request(
                request.method, url, headers=request.headers, content=request.content, extensions=request.extensions
            )
            async with httpx.AsyncHTTPTransport() as wire:
                answer = await wire.handle_async_request(asked)
                await answer.aread()
                return answer

        patched.setattr(world, "serve", serve)
        yield relay
    server.should_exit = True
    ready.join()


def seconds(relay: Relay) -> float:
    """What the line itself takes for all that crossed it so far, one thing after the other."""
    return (relay.count.up + relay.count.down) / RATE


def test_some_hundred_rows_and_a_photo_arrive_in_the_time_that_their_bytes_take(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    for number in range(ROWS):
        log_contact(
            org.worker.ports,
            row=org.worker.ports.new_row(),
            name=f"Hodan {number}",
            outcome="interested",
            met_on=org.worker.ports.today(),
        )
    with behind(org.world, LINE) as relay:
        began = monotonic()
        org.worker.sync()
        pushed_s, pushed_line_s = monotonic() - began, seconds(relay)

        began = monotonic()
        org.coordinator.sync()
        pulled_s, pulled_line_s = monotonic() - began, seconds(relay) - pushed_line_s

        photo = photograph(mentor, meeting, PHOTO)
        began = monotonic()
        step(mentor)
        photo_s, photo_line_s = monotonic() - began, seconds(relay) - pushed_line_s - pulled_line_s

    print(f"{ROWS} rows up {pushed_s:.1f} s, down {pulled_s:.1f} s; a photo of {len(PHOTO)} bytes {photo_s:.1f} s")
    assert len(org.coordinator.store.find(Contact)) == ROWS
    assert how_far(mentor.ports, photo).there == 1
    for took, line in ((pushed_s, pushed_line_s), (pulled_s, pulled_line_s), (photo_s, photo_line_s)):
        assert line < took < line * MORE + TURNS * 2 * LINE.rtt_s
    assert pushed_line_s < ROWS * 400 / RATE
    assert photo_line_s < (len(PHOTO) * 1.2 + 12_000) / RATE
    step(org.worker)
    assert shown(org.worker, meeting) == [PHOTO]
    assert only(org.worker).id == photo.id
