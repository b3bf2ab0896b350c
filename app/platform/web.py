"""The browser: the worker's object `brobygger` (build/web/worker) as a Platform. fetch_web and keys.web touch it."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable
from typing import Any

import httpx
import js  # type: ignore[import-not-found, unused-ignore]
from pyodide.ffi import JsException, create_proxy, to_js  # type: ignore[import-not-found, unused-ignore]

from app.platform import Photo, Profile, Recording, Scanned
from app.platform.chunks_web import WebChunks
from app.platform.fetch_web import FetchTransport
from app.platform.lock_web import WebLockPage, from_here
from app.platform.recorder_web import WebRecorder
from app.platform.voice_web import WebVoice


class WebPlatform:
    """One per page. Settings live in the page's localStorage, journals on OPFS, the device's secret in IndexedDB."""

    kind = "web"
    scans = True

    def __init__(self) -> None:
        self._page = js.brobygger
        self._settings: dict[str, str] = {key: str(value) for key, value in self._page.settings.to_py().items()}
        self._secret = str(self._page.startSecret)
        self._listening: dict[str, Callable[[], None]] = {}
        self._offered = False
        self._picked: asyncio.Future[tuple[str, bytes] | OSError | None] | None = None
        self._photo: asyncio.Future[Photo | OSError | None] | None = None
        self._scanned: asyncio.Future[Scanned] | None = None
        self._passkey: asyncio.Future[dict[str, Any]] | None = None
        self._proof = b""  # of the passkey, as the page was given it; used once
        self.lock_page = WebLockPage(self._send)
        self.voice = WebVoice(self._send, lambda nth, content: self._page.sendSound(nth, to_js(content)))
        self.recorder = WebRecorder(self._send)
        self._page.listen(create_proxy(self._hear))

    def profiles(self) -> list[Profile]:
        return [Profile(**each) for each in json.loads(self._page.profiles())]

    def new_profile(self, picture: str) -> Profile:
        profile = Profile(secrets.token_hex(8), picture)
        self._page.addProfile(profile.id, profile.picture)
        return profile

    async def show_picture(self, profile_id: str, picture: str) -> None:
        await self._page.showPicture(profile_id, picture)

    async def show_lock(self, profile_id: str, kind: str, passkey: str) -> None:
        await self._page.showLock(profile_id, kind, passkey)

    async def open_profile(self, profile_id: str) -> str:
        if profile_id not in {each.id for each in self.profiles()}:
            raise FileNotFoundError("no such profile")
        try:
            return str(await self._page.mount(profile_id))
        except JsException as no:
            if "held" in str(no):
                raise PermissionError("another tab has this journal") from no
            raise OSError(str(no)) from no

    async def close_profile(self) -> None:
        self._page.unmount()

    async def device_secret(self, profile_id: str, salt: bytes) -> bytes:
        return bytes((await self._page.deviceSecret(profile_id, to_js(salt))).to_py())

    async def passkeys_there(self) -> bool:
        return bool((await self._ask_passkey("there")).get("there"))

    async def new_passkey(self) -> bytes:
        made = await self._ask_passkey("make")
        self._proof = bytes.fromhex(made.get("secret", ""))
        return bytes.fromhex(made.get("id", "")) if self._proof else b""

    async def passkey_secret(self, passkey: bytes) -> bytes:
        proof, self._proof = self._proof, b""
        return proof or bytes.fromhex((await self._ask_passkey("secret", passkey.hex())).get("secret", ""))

    async def _ask_passkey(self, how: str, passkey: str = "") -> dict[str, Any]:
        _settle(self._passkey, {})
        self._passkey = asyncio.get_running_loop().create_future()
        self._send({"t": "passkey", "ask": how, "id": passkey})
        return await self._passkey

    async def asset(self, path: str) -> bytes:
        try:
            answer = await js.fetch(f"/{path}")
            content = bytes((await answer.arrayBuffer()).to_py())
        except JsException as no:
            raise OSError(str(no)) from no
        if not answer.ok:
            raise OSError(f"{path}: {answer.status}")
        return content

    def transport(self) -> httpx.AsyncBaseTransport | None:
        return FetchTransport()

    def hub_url(self) -> str:
        return str(self._page.origin)

    def start_secret(self) -> str:
        secret, self._secret = self._secret, ""
        return secret

    def drop_start_secret(self) -> None:
        self._send({"t": "joined"})

    def ask_durable(self) -> None:
        self._send({"t": "durable"})

    def save_file(self, name: str, mime: str, content: bytes) -> None:
        self._page.sendFile(name, mime, to_js(content))

    def lend_letters(self, size: str | None) -> None:
        self._send({"t": "letters", "size": size})

    def hold_back(self, asked: Callable[[], Any] | None) -> None:
        self._listening["back"] = from_here(asked) if asked else lambda: None
        self._send({"t": "hold", "held": asked is not None})

    def show_paper(self, html: str, *, print_words: str, close_words: str) -> None:
        self._send({"t": "paper", "html": html, "print": print_words, "close": close_words})

    async def pick_file(self, *, most_bytes: int) -> tuple[str, bytes] | None:
        _settle(self._picked, None)
        self._picked = asyncio.get_running_loop().create_future()
        self._send({"t": "pick", "most": most_bytes})
        picked = await self._picked
        if isinstance(picked, OSError):
            raise picked
        return picked

    async def pick_photo(self) -> Photo | None:
        _settle(self._photo, None)
        self._photo = asyncio.get_running_loop().create_future()
        self._send({"t": "photo"})
        taken = await self._photo
        if isinstance(taken, OSError):
            raise taken
        return taken

    def chunks(self) -> WebChunks:
        return WebChunks(self._page.chunks, to_js)

    def network(self) -> str:
        return str(self._page.network())

    def network_is(self, kind: str) -> None:  # noqa: ARG002 - in a browser Flutter only guesses
        return

    async def scan(self) -> Scanned:
        if self._scanned is None or self._scanned.done():
            self._scanned = asyncio.get_running_loop().create_future()
            self._send({"t": "scan"})
        return await self._scanned

    def device_language(self) -> str:
        return str(self._page.locale)

    def version(self) -> tuple[str, str]:
        return str(self._page.version), str(self._page.hash)

    def remember(self, key: str, value: str) -> None:
        self._settings[key] = value
        self._send({"t": "settings", "all": self._settings})

    def recall(self, key: str) -> str:
        return self._settings.get(key, "")

    def update_offered(self, callback: Callable[[], Any]) -> None:
        self._listening["update"] = from_here(callback)
        if self._offered:
            self._by_itself("update")

    def take_update(self) -> None:
        self._send({"t": "take-update"})

    def _send(self, message: dict[str, Any]) -> None:
        self._page.send(json.dumps(message))

    def _hear(self, said: Any) -> None:
        """What the page says: JSON text, or a JS object when it carries a file."""
        if not isinstance(said, str):
            self._take(said)
            return
        message = json.loads(said)
        if message["t"] == "pin":
            self._proof = bytes.fromhex(message.get("proof", ""))
            self.lock_page.tried(message["profile"], message["pin"])
        elif message["t"] == "passkey-said":
            _settle(self._passkey, message)
        elif message["t"] == "scanned":
            _settle(self._scanned, Scanned(str(message["text"]), str(message["why"])))
        elif message["t"] == "voices":
            self.voice.found(message["tags"])
        elif message["t"] == "said":
            self.voice.ended(int(message["nth"]), whole=bool(message["whole"]))
        elif message["t"] == "played":
            self.voice.played(int(message["nth"]), str(message["how"]))
        elif message["t"] == "level":
            self.recorder.level(float(message["now"]), float(message["seconds"]))
        else:
            self._by_itself(message["t"])

    def _by_itself(self, word: str) -> None:
        """A newer app lies ready, or she wants to go back: nobody had asked the page."""
        self._offered |= word == "update"
        if word in self._listening:
            self._listening[word]()

    def _take(self, said: Any) -> None:
        """What carries bytes."""
        if said.t == "reply-photo":
            photo = Photo(bytes(said.body.to_py()), bytes(said.thumb.to_py()))
            _settle(self._photo, OSError(str(said.why)) if said.why else photo if photo.content else None)
        elif said.t == "recorded":
            self.recorder.recorded(int(said.nth), _recording(said))
        elif said.why:
            _settle(self._picked, OSError(str(said.why)))
        else:
            _settle(self._picked, (str(said.name), bytes(said.body.to_py())) if said.name else None)


def _recording(said: Any) -> Recording:
    told = {key: value for key, value in said.object_entries().to_py() if key != "body"}
    if told.get("why"):
        return Recording(why=str(told["why"]))
    return Recording(
        bytes(said.body.to_py()), str(told["kind"]), float(told["seconds"]), told.get("db"), told.get("clipped", 0)
    )


def _settle(waiting: asyncio.Future[Any] | None, said: object) -> None:
    """Whoever asked, if anybody still does."""
    if waiting is not None and not waiting.done():
        waiting.set_result(said)
