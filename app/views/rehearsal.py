"""Draws the first screens once, for nobody: what is made at first use is there when somebody comes.

Mappers, the SQL of each question, what Flet finds out about its controls: half of what a first drawing takes. It is
done before the browser keeps the heap (docs/decisions/0005). No loop is needed: Flet draws at once, and what it would
do later is never done.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, cast

import msgpack
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    RegisterClientResponseBody,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session as Drawing
from flet.pubsub.pubsub_hub import PubSubHub

from app.domain.roles import MENTEE, WORKER
from app.i18n import Words
from app.journeys.members import LogMembers
from app.keys.keyring import Keyring, Self
from app.platform.nothing import NoRecorder, NoVoice
from app.ports import DeviceClock, Me, Ports
from app.storage.memory import Memory
from app.storage.store import Store
from app.views.app import App
from app.views.session import OPEN, Session, dress
from app.views.syncing import Syncing
from sync.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from app.keys.provider import Provider
    from app.platform import Platform

FACES = (WORKER, MENTEE)
"""All others see what the first of them sees, or less of it."""

NOBODY = bytes(32)
GLASS = {"route": "/", "width": 390, "height": 844, "web": True, "platform": "android"}


def rehearse(language: str) -> None:
    """In words of that language: whose phone it will be is not known yet."""
    Memory.asks_empty = True
    try:
        for role in FACES:
            ports = _opened(role)
            _draw(ports, Words(language))
            ports.store.close()
            ports.store.journal.connection.close()
    finally:
        Memory.asks_empty = False


def _opened(role: str) -> Ports:
    """The lock is open, and nothing lies behind it."""
    ports = Ports(cast("Platform", _NoDevice()), cast("Provider", _NoKeys()), DeviceClock())
    journal = Journal(sqlite3.connect(":memory:"))
    keyring = Keyring(ports.provider, Self(NOBODY, NOBODY, "", NOBODY, NOBODY, "", role=role), NOBODY, NOBODY)
    store = Store(journal, keyring, LogMembers(journal, keyring), ports.clock)
    _whole(store.open())
    ports.unlocked(keyring=keyring, store=store, me=Me(NOBODY, "", role), hub_url="")
    return ports


def _draw(ports: Ports, words: Words) -> None:
    drawing = _Once(_Nowhere())
    before = _context_page.set(drawing.page)
    drawing.apply_page_patch(GLASS)
    page: Any = drawing.get_page_patch()  # type: ignore[no-untyped-call]  # Flet gives it no signature
    hello = RegisterClientResponseBody(session_id=drawing.id, page_patch=page, error="")
    drawing.connection.send_message(Message(MessageAction.REGISTER_CLIENT, hello))  # what was sent is compared with
    session = Session(ports=ports, syncing=Syncing(), words=words, phase=OPEN)
    session.told.begin(ports)
    dress(drawing.page, words)
    drawing.page.render_views(App, session)
    _context_page.reset(before)


def _whole(step: Coroutine[Any, Any, None]) -> None:
    """To its end at once: nothing in it waits."""
    try:
        step.send(None)
    except StopIteration:
        return
    raise RuntimeError("it waits for something")


class _Once(Drawing):
    """What would be drawn afterwards never is."""

    def start_updates_scheduler(self) -> None:
        return


class _Nowhere(Connection):
    """Makes every message, and sends none."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Flet gives it no signature
        self.pubsubhub = PubSubHub()
        self._encode = configure_encode_object_for_msgpack(BaseControl)

    def send_message(self, message: Message) -> None:
        msgpack.packb([message.action, message.body], default=self._encode)


class _NoDevice:
    """As much of a platform as a first screen asks for."""

    lock_page, voice, recorder = None, NoVoice(), NoRecorder()

    def recall(self, _key: str) -> str:
        return ""


class _NoKeys:
    """As much of a provider as a keyring without secrets asks for."""

    def ed_public(self, _seed: bytes) -> bytes:
        return NOBODY

    x_public = ed_public
