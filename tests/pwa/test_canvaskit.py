"""Where skwasm cannot be used (Safari, Firefox) Flutter draws with canvaskit: the app begins, and needs no network."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import WHOLE, again, begin

SAFARI = "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' })"
"""By this word Flutter's loader knows a browser, and whether to try skwasm there."""
LOADED = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)"


def test_with_canvaskit_somebody_begins_and_starts_again_without_a_hub(
    new_phone: Callable[..., Phone], hub: RunningHub
) -> None:
    phone = new_phone()
    phone.page.add_init_script(SAFARI)

    begin(phone, hub.url).tap("button", "Keep").sees("taps 1")
    loaded = phone.ask(LOADED)
    assert {"/main.dart.js", "/canvaskit/canvaskit.wasm"} <= set(loaded)
    assert not [path for path in loaded if "skwasm" in path or path == "/main.dart.wasm"]

    phone.until(WHOLE, "a version kept whole", 60)
    hub.kill()
    again(phone, hub.url).sees("taps 1")
    assert "/main.dart.js" in phone.ask(LOADED)
    assert phone.foreign == []
