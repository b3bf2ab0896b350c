"""The hub as one ASGI app: the protocol on its paths, then whatever else is mounted, then the PWA."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any  # Any: what Starlette takes

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from sync.ciphers import Verify
from sync.codes import CONTENT_TYPE, REQUEST_MAX, pack_error
from sync.errors import Busy, Malformed, TooLarge
from sync.hub.answer import Answers
from sync.hub.chunks import counted
from sync.hub.deadlines import TooMuch, TooSlow, read_body
from sync.hub.headers import ANSWER, Guarded
from sync.hub.limits import Rates, Room
from sync.hub.metrics import Metrics
from sync.hub.pages import Pages
from sync.hub.store import Away, Store, wall_clock
from sync.hub.verify import verify as ed25519
from sync.hub.workers import Workers

log = logging.getLogger("brobygger.hub")

WAITING_MAX = 400  # requests in line for the one writer
WAIT_S = 5


def hub(
    store: Store,
    pwa: Path | None = None,
    now: Callable[[], int] = wall_clock,
    extra_routes: Sequence[BaseRoute] = (),
    rates: Rates | None = None,
    verify: Verify = ed25519,
    metrics: str | None = None,
    room: Room | None = None,
    *,
    erases: bool = False,
) -> Starlette:
    """The app over an open store. `now` = ms since 1970; `pwa` = the folder to hand out; `extra_routes` come first.

    `metrics` = the token that opens /metrics; without it there is no such page. `erases`: see `Answers`.
    """
    figures = Metrics()
    door = Door(Answers(store, now, verify, rates or Rates(), room, figures.answered, erases=erases), figures)
    routes: list[BaseRoute] = [Route("/health", health(store))]
    if metrics:
        figures.stores(lambda: _attachments(store))
        routes.append(Route("/metrics", figures.page(metrics)))
    routes += extra_routes
    if pwa is not None:
        routes.append(Route("/{path:path}", Pages(pwa).__call__, methods=["GET"]))
    app = Front(door, routes=routes, middleware=[Middleware(Guarded)], exception_handlers={404: nowhere, 405: nowhere})
    app.router.redirect_slashes = False
    return app


def _attachments(store: Store) -> float:
    """Not a number while the database is away: the other figures are shown all the same."""
    try:
        with store.read() as sql:
            return counted(sql)
    except Away:
        return float("nan")


class Front(Starlette):
    """Who speaks the protocol is at the door at once; everybody else is shown round."""

    def __init__(self, door: Door, **rest: Any) -> None:
        super().__init__(**rest)
        self._door = door
        self._paths = frozenset(door.paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        at_door = scope["type"] == "http" and scope["path"] in self._paths
        await (self._door(scope, receive, send) if at_door else super().__call__(scope, receive, send))


class Door:
    """Reads a bounded body in bounded time and hands it to the one who answers."""

    def __init__(self, answers: Answers, figures: Metrics) -> None:
        self._answers = answers
        self._figures = figures
        self._workers = Workers(answers)
        figures.waits_on(lambda: self._workers.waiting)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the protocol."""
        return self._answers.paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        await (await self._answer(Request(scope, receive)))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method != "POST":
            return packed(pack_error(Malformed("post")), 405)
        declared = request.headers.get("content-length", "")
        try:
            body = await read_body(request.receive, int(declared) if declared.isdecimal() else None, REQUEST_MAX)
        except TooMuch:
            return packed(pack_error(TooLarge("too large")), 413, close=True)
        except TooSlow:
            return packed(pack_error(Malformed("too slow")), 408, close=True)
        if self._workers.waiting >= WAITING_MAX:
            return packed(pack_error(Busy(WAIT_S)))
        began = perf_counter()
        address = request.client.host if request.client else ""
        status, answer = await self._workers.answer(request.url.path, body, address)
        self._figures.took(perf_counter() - began, len(body), len(answer))
        return packed(answer, status)


def packed(answer: bytes, status: int = 200, *, close: bool = False) -> Response:
    """An answer of the protocol; `close` when the rest of the request is not worth reading."""
    return Response(answer, status, {**ANSWER, "connection": "close"} if close else ANSWER, CONTENT_TYPE)


def health(store: Store) -> Callable[[Request], Response]:
    """`GET /health`: the hub answers and its database does."""

    def check(_: Request) -> Response:
        said, status = "ok", 200
        try:
            with store.read() as sql:
                sql("SELECT 1 FROM hub")
        except Away:
            said, status = "the database is away", 503
        except Exception as fault:  # noqa: BLE001 - each database has its own kinds of fault, and this page is for them
            log.error("/health: %s", type(fault).__name__)  # noqa: TRY400 - no more of it: see answer.py
            said, status = "the database does not answer as it should", 503
        return PlainTextResponse(said, status, headers={"cache-control": "no-store"})

    return check


def nowhere(request: Request, fault: Exception) -> Response:
    """No such path, or not that way."""
    status = getattr(fault, "status_code", 404)
    if request.method == "POST":
        return packed(pack_error(Malformed("no such path")), status, close=True)
    return PlainTextResponse("not found", status)
