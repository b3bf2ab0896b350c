"""Hands out the PWA: files of one folder, packed ones where the browser takes them, the start page for its routes."""

from __future__ import annotations

import asyncio
import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".so": "application/wasm",
    ".zip": "application/zip",
    ".whl": "application/zip",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".webp": "image/webp",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
HASHED = re.compile(r"[.-][0-9a-f]{8,64}\.")  # main-3f9a1c2b.js: another content has another name
PACKINGS = {"br": ".br", "gzip": ".gz"}
"""By what HTTP calls them, the smallest first: the ending of the packed copy beside a file."""

ASK_AGAIN = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"


class Pages:
    """GET and HEAD below one folder. Files may change while the hub runs: a file's tag is the hash of its content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._tags: dict[tuple[str, int, int], str] = {}

    async def __call__(self, request: Request) -> Response:
        """The file, 304, the start page for a path without an extension, or 404."""
        path = request.url.path.lstrip("/")
        packings = accepted(request.headers.get("accept-encoding", ""))
        found = await run_in_threadpool(self._find, path, packings)
        if found is None:
            return PlainTextResponse("not found", 404)
        name, packing, file, stat, tag = found
        headers = {"etag": tag, "cache-control": FOR_EVER if HASHED.search(name) else ASK_AGAIN}
        if any((self._folder / f"{name}{ending}").is_file() for ending in PACKINGS.values()):
            headers["vary"] = "accept-encoding"
        if packing:
            headers["content-encoding"] = packing
        if tag in [known.strip() for known in request.headers.get("if-none-match", "").split(",")]:
            return Response(status_code=304, headers=headers)
        kind = TYPES.get(Path(name).suffix.lower(), "application/octet-stream")
        return Handed(file, headers=headers, media_type=kind, stat_result=stat)

    def _find(self, path: str, packings: list[str]) -> tuple[str, str, Path, os.stat_result, str] | None:
        """(name asked for, how it is packed, file to send, its stat, tag)."""
        for name in (path or "index.html", *(() if Path(path).suffix else ("index.html",))):
            if self._inside(name) is None:
                continue
            for packing in (*packings, ""):
                if (file := self._inside(name + PACKINGS.get(packing, ""))) is not None:
                    stat = file.stat()
                    return name, packing, file, stat, self._tag(file, stat)
        return None

    def _inside(self, name: str) -> Path | None:
        """A plain file below the folder, no other: nothing hidden, nothing above it, no link out of it."""
        steps = name.split("/")
        if any(step in {"", ".", ".."} or step.startswith(".") or "\\" in step or "\0" in step for step in steps):
            return None
        try:
            file = self._folder.joinpath(*steps).resolve()
            return file if file.is_relative_to(self._folder) and file.is_file() else None
        except OSError:  # a name too long, a loop of links
            return None

    def _tag(self, file: Path, stat: os.stat_result) -> str:
        key = (str(file), stat.st_mtime_ns, stat.st_size)
        if key not in self._tags:
            if len(self._tags) > 5_000:
                self._tags.clear()
            self._tags[key] = f'"{sha256(file.read_bytes()).hexdigest()[:32]}"'
        return self._tags[key]


class Handed(FileResponse):
    """A file, for as long as somebody is there to take it; otherwise the rest of it would be read for nobody."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""

        async def stays() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass

        there = asyncio.ensure_future(stays())

        async def hand(message: Message) -> None:
            if there.done():
                raise ClientDisconnect
            await send(message)

        try:
            with suppress(ClientDisconnect):
                await super().__call__(scope, receive, hand)
        finally:
            there.cancel()


def accepted(header: str) -> list[str]:
    """Those of our packings that an Accept-Encoding allows, in our order."""
    said = {}
    for one in header.lower().split(","):
        name, _, quality = one.partition(";")
        said[name.strip()] = quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return [name for name in PACKINGS if said.get(name, said.get("*", False))]
