"""Whatever a stranger sends: a small clear refusal, never a fault, and nothing about anybody in the log."""

from __future__ import annotations

import asyncio
import logging
import os
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import msgpack
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sync.chunk import name_of
from sync.codes import answer_parts, pack_request
from sync.entry import space_of
from sync.errors import Busy, Malformed, TooOld
from sync.hub.answer import Answers
from sync.hub.verify import verify
from sync.packing import pack
from sync.wire import SyncRequest
from tests.hub.conftest import Organisation
from tests.hub.phones import PLENTY, Hub, row

PATHS = ("/found", "/join", "/enrol", "/hello", "/login", "/invite", "/sync", "/lack", "/put", "/get", "/drop")

leaves = (
    some.none()
    | some.booleans()
    | some.integers(-(2**63), 2**64 - 1)
    | some.floats()
    | some.text(max_size=20)
    | some.binary(max_size=70)
    | some.sampled_from([bytes(16), bytes(32), bytes(64), 1, 0, b"", []])
)
values = some.recursive(
    leaves,
    lambda inner: some.lists(inner, max_size=9) | some.dictionaries(some.text(max_size=4), inner, max_size=3),
    max_leaves=30,
)


def near_misses(token: bytes, good: list[bytes]) -> some.SearchStrategy[bytes]:
    """Nothing like a request, nearly one, or a good one with bytes changed."""
    shaped = some.lists(values, max_size=9).map(lambda rest: msgpack.packb([1, *rest], use_bin_type=True))
    logged_in = some.lists(values, max_size=7).map(lambda rest: msgpack.packb([1, token, *rest], use_bin_type=True))
    changed = some.builds(_changed, some.sampled_from(good), some.integers(0, 5_000), some.binary(max_size=3))
    cut = some.builds(lambda body, at: body[: at % len(body)], some.sampled_from(good), some.integers(0, 5_000))
    return some.binary(max_size=300) | values.map(_packed) | shaped | logged_in | changed | cut


def _packed(value: Any) -> bytes:
    return bytes(msgpack.packb(value, use_bin_type=True))


def _changed(body: bytes, at: int, other: bytes) -> bytes:
    place = at % len(body)
    return body[:place] + other + body[place + len(other) :]


def test_two_thousand_bodies_of_garbage_are_refused_in_small_words(organisation: Organisation) -> None:
    karen, clock = organisation.karen, organisation.hub.clock
    answers = Answers(organisation.hub.store, clock, verify, PLENTY)
    push = karen.push_of(organisation.area, 0, (row("a"), b"one"), (row("b"), b"two"))
    entry = karen.grant_entry(organisation.area, os.urandom(16))
    good = [
        SyncRequest(
            karen.token, clock(), karen.cursor, entries=(entry.raw,), pushes=(push,), loads=((organisation.file, b""),)
        ).pack(),
        pack_request("0000-0000-0000-0000", karen.found_entry().raw),
        pack_request(karen.token, bytes(16), bytes(32), b"package", 900),
        pack_request(bytes(16), [entry.raw]),
        pack_request(karen.token, space_of(organisation.area, 0), [bytes(32)]),
        pack_request(karen.token, space_of(organisation.area, 0), name_of(b"chunk"), b"chunk"),
    ]
    seen: dict[int, int] = {}
    bodies = 2_000 if isinstance(organisation.hub.database, Path) else 300

    @settings(
        max_examples=bodies,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(path=some.sampled_from(PATHS), body=near_misses(karen.token, good))
    def never_a_fault(path: str, body: bytes) -> None:
        status, answer = answers.answer(path, body, "203.0.113.7")
        version, code, *rest = msgpack.unpackb(answer, raw=False)
        seen[code] = seen.get(code, 0) + 1
        assert status in {200, 400, 413}
        assert (version, status) == (1, 400) or code != 9
        assert code != 8, "a fault of ours"
        assert code == 0 or len(answer) < 200
        assert len(rest) <= 7

    never_a_fault()

    assert seen[9] > bodies // 4
    karen.sync_all()  # and the hub is as before for those who belong there


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "body", [b"", b"\xc1", b"\x91" * 5_000, b"\xdd\xff\xff\xff\xff", b"\x92\x01", b"{}", pack([1]), pack(1)]
)
def test_garbage_over_http_is_a_400_with_a_word(hub_file: Hub, path: str, body: bytes) -> None:
    answer = hub_file.post(path, body)

    assert answer.status_code == 400
    with pytest.raises(Malformed):
        answer_parts(answer.content, 0)


def test_another_protocol_is_told_so(hub: Hub) -> None:
    with pytest.raises(TooOld):
        answer_parts(hub.post("/sync", pack([2, bytes(16), 0])).content, 0)


def test_more_than_a_mebibyte_is_not_even_read(hub: Hub) -> None:
    read = 0

    async def endless() -> Any:
        nonlocal read
        for _ in range(100):
            read += 1
            yield bytes(64 * 1024)

    assert hub.http("POST", "/sync", content=endless()).status_code == 413
    assert read <= 18
    assert hub.http("POST", "/sync", content=bytes(2**20 + 1)).status_code == 413


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_the_protocol_is_only_posted(hub: Hub, method: str) -> None:
    assert hub.http(method, "/sync").status_code == 405


@pytest.mark.parametrize("path", ["/", "/sync/", "/syncs", "/sync/x", "/../etc/passwd", "/%00", "/Sync"])
def test_an_unknown_path_is_a_404(hub: Hub, path: str) -> None:
    answer = hub.post(path, pack([1]))

    assert answer.status_code == 404
    assert answer.content == pack([1, 9, "no such path"])


def test_every_answer_says_that_it_is_not_to_be_kept_or_guessed(hub: Hub) -> None:
    for path in (*PATHS, "/health"):
        for answer in (hub.post(path, b"x"), hub.http("GET", path)):
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert answer.headers.get("cache-control") == "no-store" or answer.status_code in {404, 405}


def test_a_fault_of_ours_asks_the_phone_to_wait_and_tells_the_log_nothing_of_it(
    organisation: Organisation, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    karen = organisation.karen
    canary = "Fatima has a secret"

    def broken(*_: Any) -> None:
        raise ValueError(canary, karen.token, karen.key.public.hex())

    monkeypatch.setattr("sync.hub.inside.Pull.pull", broken)
    with caplog.at_level(logging.DEBUG), pytest.raises(Busy):
        karen.sync(pushes=(karen.push_of(organisation.area, 0, (row("a"), b"one")),))

    assert "/sync failed: ValueError" in caplog.text
    assert canary not in caplog.text
    assert karen.key.public.hex() not in caplog.text


def test_the_log_is_silent_about_who_asks_for_what(
    organisation: Organisation, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="brobygger"):
        karen = organisation.karen
        karen.push(organisation.area, 0, (row("a"), b"one"))
        karen.login()
        organisation.member((organisation.area, 0, 0)).sync_all()

    assert [one for one in caplog.records if one.name.startswith("brobygger")] == []


def test_whoever_comes_when_the_line_is_full_is_asked_to_wait(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.hub.app.WAITING_MAX", 3)
    busy = Event()
    monkeypatch.setattr("sync.hub.doors.hello", lambda *_: busy.wait(10) and bytes(16))

    async def many() -> list[bytes]:
        transport = httpx.ASGITransport(hub.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
            asked = [asyncio.ensure_future(client.post("/hello", content=pack_request(bytes(32)))) for _ in range(8)]
            done: set[asyncio.Future[httpx.Response]] = set()
            while len(done) < 5:
                done, _ = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
            busy.set()
            return [(await one).content for one in asked]

    answers = asyncio.run(many())

    assert answers.count(pack([1, 8, 5])) == 5
    assert answers.count(pack([1, 0, bytes(16)])) == 3
