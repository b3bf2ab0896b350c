"""The hub over the browser's fetch."""

from __future__ import annotations

import httpx
import js  # type: ignore[import-not-found, unused-ignore]
from pyodide.ffi import JsException, to_js  # type: ignore[import-not-found, unused-ignore]

UNSENT_HEADERS = {"host", "content-length", "connection", "user-agent", "accept-encoding"}
"""What a browser says itself, or not at all."""


class FetchTransport(httpx.AsyncBaseTransport):
    """httpx over the browser's fetch."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        options = js.Object.new()
        options.method = request.method
        options.credentials = "omit"
        options.cache = "no-store"
        options.redirect = "error"
        options.headers = js.Headers.new()
        for name, value in request.headers.items():
            if name.lower() not in UNSENT_HEADERS:
                options.headers.append(name, value)
        if body:
            options.body = to_js(body)
        timeout = request.extensions.get("timeout", {}).get("read")
        if timeout:
            options.signal = js.AbortSignal.timeout(int(timeout * 1000))
        try:
            answer = await js.fetch(str(request.url), options)
            content = bytes((await answer.arrayBuffer()).to_py())
        except JsException as no:
            name = str(getattr(no, "name", ""))
            if name == "TimeoutError":
                raise httpx.ReadTimeout("the hub took too long", request=request) from no
            raise httpx.ConnectError(str(no), request=request) from no
        headers = [
            (str(name), str(value))
            for name, value in js.Array.from_(answer.headers.entries()).to_py()
            if str(name).lower() not in {"content-encoding", "content-length"}
        ]
        return httpx.Response(int(answer.status), headers=headers, content=content, request=request)
