"""The `/demo` page as an ASGI app around the hub: loopback only, without a script, one invitation a tap."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from build.demo_content import PEOPLE, PIN
from build.pwa.places import ASSETS

HERE = Path(__file__).parent
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",  # else a form says it comes from nowhere
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
Invitation = Callable[[str], Awaitable[str]]
"""Who (a key of the demo people) → the secret behind `#join=`."""


class DemoSite:
    """`/demo` is answered here, everything else by `hub`. A page of another site cannot ask for invitations."""

    def __init__(self, hub: ASGIApp, invitation: Invitation) -> None:
        self._hub = hub
        self._invitation = invitation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http" and (scope["path"] == "/demo" or scope["path"].startswith("/demo/")):
            answer = await self._answer(Request(scope, receive))
            answer.headers.update(HEADERS)
            await answer(scope, receive, send)
        else:
            await self._hub(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if not _from_here(request):
            return PlainTextResponse("only on this machine", 403)
        name = request.url.path.removeprefix("/demo").strip("/")
        if request.method == "POST" and name in {person.key for person in PEOPLE}:
            return RedirectResponse(f"/#join={await self._invitation(name)}", 303)
        if request.method != "GET":
            return PlainTextResponse("not found", 404)
        if not name:
            return HTMLResponse(page())
        if name == "page.css":
            return FileResponse(HERE / "page.css", media_type="text/css; charset=utf-8")
        pictures = {f"{person.picture}.svg" for person in PEOPLE}
        if name in pictures:
            return FileResponse(ASSETS / "pictures" / name, media_type="image/svg+xml")
        return PlainTextResponse("not found", 404)


def page() -> str:
    """Four people and a PIN to begin with."""
    cards = "".join(
        f'<li><form method="post" action="/demo/{person.key}"><button>'
        f'<img src="/demo/{person.picture}.svg" alt="" width="64" height="64">'
        f"<span><strong>{escape(person.name)}</strong><span>{escape(person.called)}</span>"
        f"<small>{escape(person.does)}</small></span></button></form></li>"
        for person in PEOPLE
    )
    return Template((HERE / "page.html").read_text("utf-8")).substitute(people=cards, pin=PIN)


def _from_here(request: Request) -> bool:
    """The address is this machine's own, and a form that is sent comes from this page."""
    if urlsplit(f"//{request.headers.get('host', '')}").hostname not in LOOPBACK:
        return False
    if request.method == "GET":
        return True
    site, origin = request.headers.get("sec-fetch-site", "same-origin"), request.headers.get("origin")
    return site == "same-origin" and origin in {None, f"http://{request.headers['host']}"}
