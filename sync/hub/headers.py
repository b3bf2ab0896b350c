"""What every answer carries so that a page of ours can do nothing but what is ours."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What Flutter lays over its fields, twice in each kind of browser (Blink, WebKit, Gecko); tests/pwa sees them change.
STYLES = (
    "quEZTjRzgvQYGviYWByjJgKZ/NbzuCmZuJz4oKH92lc=",
    "yfIPOfm2j+95mdSFRKtHD+weGaJNlJyzgEhboQ4WsDA=",
    "CCNlQB4n2yV+kpblVxCg1CPdS/azQfc966N89UgaYs4=",
    "VEH2FxdW2Q4z1unMJqqt0UH0BHh5vEfAYRSvZ8RBw6c=",
    "fZHbopTuEB9rOa4sFajsL99Oz43fhnOFJ4Zj62iJRiU=",
    "s4yQAruZSjIEYHkPO8ehTfzlcsl7trhH8zHgKmbVxp8=",
)
ALSO = "".join(f" 'sha256-{style}'" for style in STYLES)
# Found by trying: skwasm with its thread, canvaskit, Firefox. Workers take it from their own response.
CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; "
    "img-src 'self' blob: data:; "
    f"style-src 'self'{ALSO}; font-src 'self'; manifest-src 'self'; base-uri 'self'; "
    "form-action 'none'; frame-ancestors 'none'"
)
PAGE = {
    "content-security-policy": CSP,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self)",  # an invitation's QR is scanned by the page itself
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
# Sealed bytes for our own code; short, for an idle sync is to stay under 400 bytes with everything.
ANSWER = {
    "content-security-policy": "default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
HSTS = "max-age=31536000"


class Guarded:
    """Puts a page's headers on every answer; the protocol's own come with `ANSWER`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in PAGE.items():
                    headers[name] = value
                if scope["scheme"] == "https":
                    headers["strict-transport-security"] = HSTS
            await send(message)

        await self._app(scope, receive, guarded)
