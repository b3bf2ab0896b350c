"""Drives the real app in process: a real Flet session, a silent connection, no Flutter. About 0.3 s a walk."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any, Self

import flet as ft
import msgpack
from flet.components.component import Component
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page, context
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    RegisterClientResponseBody,
    configure_encode_object_for_msgpack,
    decode_ext_from_msgpack,
)
from flet.pubsub.pubsub_hub import PubSubHub

from tests.watchful import WatchfulSession

SETTLE_S = 0.004


def _uppermost(views: Any) -> Any:
    while not isinstance(views, ft.View):
        views = views._b if isinstance(views, Component) else views[-1]
    return views


class SilentConnection(Connection):
    """Encodes as the real transports do (which also takes the snapshots that diffs need), and sends nowhere."""

    def __init__(self, loop: asyncio.AbstractEventLoop, answers: dict[tuple[str, str], Callable[..., Any]]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Flet gives it no signature
        self.loop = loop
        self.executor = ThreadPoolExecutor(1)
        self.pubsubhub = PubSubHub(loop=loop, executor=self.executor)
        self.page_url = "http://test/"
        self.errors: list[str] = []
        self.answers = answers
        self.session: Any = None
        self.bytes_sent = 0
        self.messages = 0
        self._encode = configure_encode_object_for_msgpack(BaseControl)

    def send_message(self, message: Message) -> None:
        packed = msgpack.packb([message.action, message.body], default=self._encode)
        self.bytes_sent += len(packed)
        self.messages += 1
        action, body = msgpack.unpackb(packed, ext_hook=decode_ext_from_msgpack, strict_map_key=False)
        if action == MessageAction.SESSION_CRASHED.value:
            self.errors.append(body["message"])
        if action == MessageAction.INVOKE_METHOD.value:
            self.loop.call_soon(self._answer, body)

    def _answer(self, asked: dict[str, Any]) -> None:
        control = self.session.index.get(asked["control_id"])
        answer = self.answers.get((type(control).__name__, asked["name"]))
        result = answer(**(asked["args"] or {})) if answer else None
        self.session.handle_invoke_method_results(asked["control_id"], asked["call_id"], result, None)
        if type(control).__name__ == "Page" and asked["name"] == "push_route":  # a browser echoes the route
            self.session.apply_patch(control._i, {"route": asked["args"]["route"]})
            echo = self.session.dispatch_event(control._i, "route_change", {"route": asked["args"]["route"]})
            self.loop.create_task(echo)

    def dispose(self) -> None:
        self.executor.shutdown(wait=False)


class Screen:
    """`async with Screen(begin) as screen: await screen.tap("keep")`. `begin(page)` draws the app."""

    def __init__(
        self,
        begin: Callable[[ft.Page], Any],
        *,
        route: str = "/",
        width: int = 390,
        answers: dict[tuple[str, str], Callable[..., Any]] | None = None,
    ) -> None:
        self._begin, self._route, self._width, self._answers = begin, route, width, answers or {}
        self.taps = 0  # so far

    async def __aenter__(self) -> Self:
        self.connection = SilentConnection(asyncio.get_running_loop(), self._answers)
        self.connection.session = WatchfulSession(self.connection)
        self.session: Any = self.connection.session
        self.page: ft.Page = self.session.page
        _context_page.set(self.page)
        seen = {"route": self._route, "width": self._width, "height": 844, "web": True, "platform": "android"}
        self.session.apply_page_patch(seen)
        hello = RegisterClientResponseBody(
            session_id=self.session.id, page_patch=self.session.get_page_patch(), error=""
        )
        self.connection.send_message(Message(MessageAction.REGISTER_CLIENT, hello))
        context.reset_auto_update()
        begun = self._begin(self.page)
        self.app = await begun if inspect.isawaitable(begun) else begun
        await self.session.after_event(self.page)
        await self.settle()
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in (getattr(self.app, "listening", None),):
            if task is not None:
                task.cancel()
        if getattr(self.app, "syncing", None) is not None:
            self.app.syncing.end()
            self.app.carrying.end()
        if self.app is not None and self.app.ports.open:
            self.app.ports.store._watchers.clear()  # a closed session runs no cleanups
        self.session.close()
        await asyncio.sleep(0)
        self.connection.dispose()

    async def settle(self, turns: int = 40) -> None:
        """Lets everything that is due happen; what somebody else brings about takes nothing from under a finger."""
        self.session.lost.clear()
        await self._settle(turns)
        assert not self.session.lost, f"made anew while it stood there, a tap on them is lost: {self.session.lost}"

    async def _settle(self, turns: int = 40) -> None:
        for _ in range(2):
            for _ in range(turns):
                await asyncio.sleep(0)
            await asyncio.sleep(SETTLE_S)
            self.session.stands()
        drawing = self.session._Session__updates_task
        if drawing is not None and drawing.done() and not drawing.cancelled() and drawing.exception():
            raise AssertionError("a screen broke") from drawing.exception()
        if self.connection.errors:
            raise AssertionError(self.connection.errors[-1])

    async def until(self, true: Callable[[], bool], tries: int = 400, *, anew: bool = False) -> None:
        """Waits for what another coroutine brings about; `anew`: another screen comes in the place of this one."""
        for _ in range(tries):
            if true():
                return
            await (self._settle if anew else self.settle)(5)
        raise AssertionError(f"it never came; on the screen: {self.texts()}")

    # --- what is on the screen

    def shown(self) -> list[Any]:
        """The uppermost view, and what lies over it."""
        return [_uppermost(self.page.views), self.page._dialogs]

    def walk(self, node: Any = None, seen: set[int] | None = None) -> Iterator[BaseControl]:
        """Every control of the uppermost view and of open dialogs."""
        seen = set() if seen is None else seen
        if node is None:
            for each in self.shown():
                yield from self.walk(each, seen)
            return
        if id(node) in seen or (isinstance(node, ft.Control) and not node.visible):
            return
        seen.add(id(node))
        if isinstance(node, BaseControl):
            yield node
        if isinstance(node, Component):
            for each in node._b if isinstance(node._b, list) else [node._b]:
                if each is not None:
                    yield from self.walk(each, seen)
            return
        for field in dataclasses.fields(node):
            if field.name == "_parent" or field.metadata.get("skip"):
                continue
            value = getattr(node, field.name, None)
            for one in value if isinstance(value, (list, tuple)) else [value]:
                if dataclasses.is_dataclass(one) and not isinstance(one, type):
                    yield from self.walk(one, seen)

    def keyed(self, key: str) -> list[BaseControl]:
        return [each for each in self.walk() if getattr(each.key, "value", each.key) == key]

    def has(self, key: str) -> bool:
        return bool(self.keyed(key))

    def texts(self) -> list[str]:
        """All that can be read, in order: texts, labels of fields and buttons, hints."""
        said: list[str] = []
        for control in self.walk():
            for name in ("value", "label", "content", "hint_text", "helper", "tooltip", "help_text", "text"):
                text = getattr(control, name, None)
                if isinstance(text, str) and text and not (name == "value" and isinstance(control, ft.TextField)):
                    said.append(text)
        return said

    def sees(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    # --- what a person does

    async def fire(self, control: BaseControl, event: str, value: Any = None) -> None:
        assert not getattr(control, "disabled", False), f"{control.key} cannot be tapped now"
        await self.session.dispatch_event(control._i, event, value)
        await self._settle()

    async def tap(self, key: str) -> None:
        self.taps += 1
        control = self._one(key)
        chip = isinstance(control, ft.Chip)
        await self.fire(control, "select" if chip else "click", True if chip else None)

    async def begin_to_tap(self, key: str) -> asyncio.Task[None]:
        """A tap that takes its time, because something is said or recorded."""
        tap = asyncio.create_task(self.tap(key))
        await self._settle()
        assert not tap.done() or tap.exception() is None
        return tap

    async def hold(self, words: str) -> None:
        """A long press on exactly that text."""
        held = [one for one in self.walk() if isinstance(one, ft.GestureDetector) and one.on_long_press]
        found = next((one for one in held if getattr(one.content, "value", None) == words), None)
        assert found, f"nothing to hold says {words!r}; on the screen: {self.texts()}"
        await self.fire(found, "long_press")

    async def double_tap(self, key: str) -> None:
        """Two taps before anything was redrawn."""
        control = self._one(key)
        await asyncio.gather(*(self.session.dispatch_event(control._i, "click", None) for _ in range(2)))
        await self._settle()

    async def write(self, key: str, text: str) -> None:
        control = self._one(key)
        self.session.apply_patch(control._i, {"value": text})
        await self.fire(control, "change", text)

    async def pick_day(self, day: date) -> None:
        """In the calendar that is open."""
        (calendar,) = [each for each in self.walk() if isinstance(each, ft.DatePicker)]
        noon = datetime(day.year, day.month, day.day, 12).astimezone(UTC)
        self.session.apply_patch(calendar._i, {"value": noon})
        await self.fire(calendar, "change", noon)

    def busy(self, key: str) -> bool:
        """Nothing to tap: it cannot be tapped now."""
        control = self._one(key)
        return bool(getattr(control, "disabled", False)) or getattr(control, "on_click", True) is None

    async def go(self, path: str) -> None:
        self.page.navigate(path)
        await self.settle()

    def _one(self, key: str) -> BaseControl:
        found = self.keyed(key)
        assert found, f"nothing is called {key!r}; on the screen: {self.texts()}"
        return found[0]
