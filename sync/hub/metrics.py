"""Figures for whoever watches the hub, in Prometheus' own writing: how often, how long, what went wrong; never who."""

from __future__ import annotations

from collections.abc import Callable
from hmac import compare_digest

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

CONTENT = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)


class Metrics:
    """Of this process alone; each worker has its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry(auto_describe=False)
        self._answers = Counter(
            "brobygger_hub_answers", "Answers by path and outcome.", ["path", "outcome"], registry=self._registry
        )
        self._seconds = Histogram(
            "brobygger_hub_seconds", "From the whole request to its answer.", registry=self._registry, buckets=SECONDS
        )
        self._waiting = Gauge("brobygger_hub_waiting", "Requests in line or at work.", registry=self._registry)
        self._bytes = Counter("brobygger_hub_bytes", "Bytes of bodies.", ["way"], registry=self._registry)

    def stores(self, attachments: Callable[[], float]) -> None:
        """Where the bytes of attachments are read, of the whole database."""
        Gauge(
            "brobygger_hub_attachment_bytes", "Bytes of attachments, as they count.", registry=self._registry
        ).set_function(attachments)

    def waits_on(self, waiting: Callable[[], int]) -> None:
        """Where the number of requests in line is read."""
        self._waiting.set_function(waiting)

    def answered(self, path: str, outcome: str) -> None:
        """One more: `ok`, or what kind of thing went wrong."""
        self._answers.labels(path, outcome).inc()

    def took(self, seconds: float, asked: int, answer: int) -> None:
        """How long it took, and the bytes of both bodies."""
        self._seconds.observe(seconds)
        self._bytes.labels("in").inc(asked)
        self._bytes.labels("out").inc(answer)

    def page(self, token: str) -> Callable[[Request], Response]:
        """`GET /metrics` for who brings the token; for everybody else there is no such page."""

        def show(request: Request) -> Response:
            brought = request.headers.get("authorization", "").encode()
            if not compare_digest(brought, b"Bearer " + token.encode()):
                return PlainTextResponse("not found", 404)
            return Response(generate_latest(self._registry), headers={"cache-control": "no-store"}, media_type=CONTENT)

        return show
