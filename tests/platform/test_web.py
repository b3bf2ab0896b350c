"""The browser as a platform, without a browser: what goes to the page, and what its answers do."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from contextvars import ContextVar, copy_context
from types import ModuleType
from typing import Any

import pytest


class Settings:
    def to_py(self) -> dict[str, str]:
        return {}


class Page:
    """The worker's object `brobygger`, as far as it is asked here."""

    settings, startSecret = Settings(), ""  # noqa: N815 - its own names

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    def listen(self, hear: Any) -> None:
        self.say = hear

    def send(self, text: str) -> None:
        self.sent.append(json.loads(text))


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    page, js, pyodide, ffi = Page(), ModuleType("js"), ModuleType("pyodide"), ModuleType("pyodide.ffi")
    vars(js).update(brobygger=page)
    vars(ffi).update(JsException=Exception, create_proxy=lambda each: each, to_js=lambda each: each)
    vars(pyodide).update(ffi=ffi)
    for name, module in (("js", js), ("pyodide", pyodide), ("pyodide.ffi", ffi)):
        monkeypatch.setitem(sys.modules, name, module)
    yield page
    for name in ("app.platform.web", "app.platform.fetch_web"):
        sys.modules.pop(name, None)  # it holds this page


def test_who_asks_the_phones_safe_anew_leaves_nobody_waiting(page: Page) -> None:
    from app.platform.web import WebPlatform

    async def going() -> None:
        platform = WebPlatform()
        first = asyncio.ensure_future(platform.new_passkey())
        await asyncio.sleep(0)
        second = asyncio.ensure_future(platform.new_passkey())
        await asyncio.sleep(0)
        assert await asyncio.wait_for(first, 1) == b""

        page.say(json.dumps({"t": "passkey-said", "id": "0a", "secret": "0b"}))
        assert await second == b"\x0a"
        assert [each["ask"] for each in page.sent] == ["make", "make"]

    asyncio.run(going())


@pytest.mark.parametrize("word", ["update", "back"])
def test_what_the_page_says_by_itself_is_heard_where_somebody_asked_for_it(page: Page, word: str) -> None:
    """Else the screen it draws on is unknown, and the whole app goes down (a newer version came while one typed)."""
    from app.platform.web import WebPlatform

    screen: ContextVar[str] = ContextVar("screen", default="nowhere")
    heard: list[str] = []
    platform = WebPlatform()

    def asks() -> None:
        screen.set("hers")
        listen = {"update": platform.update_offered, "back": platform.hold_back}[word]
        listen(lambda: heard.append(screen.get()))

    copy_context().run(asks)
    page.say(json.dumps({"t": word}))

    assert heard == ["hers"]
