"""A desktop, or a test: everything lies in one folder."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import httpx

from app.platform import LockPage, Photo, Profile, Recorder, Scanned, Voice
from app.platform.chunk_folder import ChunkFolder
from app.platform.nothing import NoRecorder, NoVoice


class NativePlatform:
    """`folder/profiles/<id>/` per person, `folder/settings.json`, `folder/files/` for what is handed out."""

    kind = "native"
    lock_page: LockPage | None = None
    scans = False

    def __init__(
        self,
        folder: Path,
        *,
        hub_url: str = "",
        transport: httpx.AsyncBaseTransport | None = None,
        start_secret: str = "",
    ) -> None:
        self.folder = folder
        self._hub_url = hub_url
        self._transport = transport
        self._start_secret = start_secret
        self.voice: Voice = NoVoice()
        self.recorder: Recorder = NoRecorder()
        self.to_scan = Scanned(why="none")  # and what the camera sees next, once `scans`
        self.to_pick: tuple[str, bytes] | None = None  # a test lays here what the person chooses next
        self.to_photograph: Photo | None = None
        self.on_network = ""
        self.lent_size: str | None = None
        self.held_back: Callable[[], Any] | None = None
        self._open = ""
        folder.mkdir(parents=True, exist_ok=True)

    def profiles(self) -> list[Profile]:
        return [Profile(*each) for each in self._settings().get("profiles", [])]

    def new_profile(self, picture: str) -> Profile:
        profile = Profile(secrets.token_hex(8), picture)
        (self.folder / "profiles" / profile.id).mkdir(parents=True, mode=0o700)
        self._keep_profiles([*self.profiles(), profile])
        return profile

    async def show_picture(self, profile_id: str, picture: str) -> None:
        self._keep_profiles([replace(one, picture=picture) if one.id == profile_id else one for one in self.profiles()])

    async def show_lock(self, profile_id: str, kind: str, passkey: str) -> None:
        seen = [replace(one, lock=kind, passkey=passkey) if one.id == profile_id else one for one in self.profiles()]
        if seen != self.profiles():
            self._keep_profiles(seen)

    async def open_profile(self, profile_id: str) -> str:
        if profile_id not in {each.id for each in self.profiles()}:
            raise FileNotFoundError("no such profile")
        self._open = profile_id
        return str(self.folder / "profiles" / profile_id / "journal.db")

    async def close_profile(self) -> None:
        return

    def chunks(self) -> ChunkFolder:
        return ChunkFolder(self.folder / "profiles" / self._open / "chunks")

    def lend_letters(self, size: str | None) -> None:
        self.lent_size = size

    def hold_back(self, asked: Callable[[], Any] | None) -> None:
        self.held_back = asked

    def network(self) -> str:
        return self.on_network

    def network_is(self, kind: str) -> None:
        self.on_network = kind

    async def pick_photo(self) -> Photo | None:
        taken, self.to_photograph = self.to_photograph, None
        return taken

    async def device_secret(self, profile_id: str, salt: bytes) -> bytes:
        path = self.folder / "profiles" / profile_id / "device.key"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_bytes(secrets.token_bytes(32))
        return hmac.digest(path.read_bytes(), salt, "sha256")

    async def passkeys_there(self) -> bool:
        return False

    async def new_passkey(self) -> bytes:
        return b""

    async def passkey_secret(self, passkey: bytes) -> bytes:  # noqa: ARG002 - none is ever made here
        return b""

    async def asset(self, path: str) -> bytes:
        return (Path(__file__).parents[2] / "assets" / path).read_bytes()

    def transport(self) -> httpx.AsyncBaseTransport | None:
        return self._transport

    def hub_url(self) -> str:
        return self._hub_url

    def start_secret(self) -> str:
        secret, self._start_secret = self._start_secret, ""
        return secret

    def drop_start_secret(self) -> None:
        return

    def ask_durable(self) -> None:
        return

    def save_file(self, name: str, mime: str, content: bytes) -> None:  # noqa: ARG002
        files = self.folder / "files"
        files.mkdir(exist_ok=True)
        (files / Path(name).name).write_bytes(content)

    def show_paper(self, html: str, *, print_words: str, close_words: str) -> None:  # noqa: ARG002 - the browser has them
        self.save_file("paper.html", "text/html", html.encode())

    async def pick_file(self, *, most_bytes: int) -> tuple[str, bytes] | None:
        picked, self.to_pick = self.to_pick, None
        return picked and (picked[0], picked[1][: most_bytes + 1])

    async def scan(self) -> Scanned:
        return self.to_scan

    def device_language(self) -> str:
        return ""

    def version(self) -> tuple[str, str]:
        return "0", ""

    def remember(self, key: str, value: str) -> None:
        self._keep("remembered", {**self._settings().get("remembered", {}), key: value})

    def recall(self, key: str) -> str:
        return str(self._settings().get("remembered", {}).get(key, ""))

    def update_offered(self, callback: Callable[[], Any]) -> None:  # noqa: ARG002 - a desktop app is updated from outside
        return

    def take_update(self) -> None:
        return

    def _keep_profiles(self, profiles: list[Profile]) -> None:
        self._keep("profiles", [astuple(each) for each in profiles])

    def _settings(self) -> dict[str, Any]:
        path = self.folder / "settings.json"
        return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}

    def _keep(self, key: str, value: object) -> None:
        path = self.folder / "settings.json"
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps({**self._settings(), key: value}), "utf-8")
        beside.replace(path)
