"""Flutter's drawing that spoilt its memory stands still for good: the page sees it, and begins anew on one thread."""

from __future__ import annotations

import pytest

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import PIN

SECOND = "skwasm.ww.js"
TRAP = """setTimeout(() => {
  const head = [0, 97, 115, 109, 1, 0, 0, 0], type = [1, 4, 1, 96, 0, 0], of = [3, 2, 1, 0];
  const named = [7, 5, 1, 1, 102, 0, 0], body = [10, 5, 1, 3, 0, 0, 11], module = [head, type, of, named, body].flat();
  new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(module))).exports.f();
}, 100) && undefined"""
"""A real one: a module whose only function ends in `unreachable`."""


def threads(phone: Phone) -> int:
    """How many Flutter draws on."""
    return 1 + any(worker.url.endswith(SECOND) for worker in phone.page.workers)


@pytest.mark.parametrize("where", ["page", "second thread"])
def test_where_the_drawing_is_spoilt_the_app_begins_anew_on_one_thread(phone: Phone, where: str) -> None:
    phone.tap("button", "Keep").sees("taps 1")
    assert threads(phone) == 2

    broken = phone.page if where == "page" else next(one for one in phone.page.workers if one.url.endswith(SECOND))
    with phone.page.expect_navigation(wait_until="commit"):
        broken.evaluate(TRAP)

    phone.pin(PIN).sees("taps 1")
    assert threads(phone) == 1
    phone.tap("button", "Keep").sees("taps 2")


def test_on_one_thread_already_it_does_not_begin_again_and_again(phone: Phone, hub: RunningHub) -> None:
    phone.ask("localStorage.setItem('drawing', JSON.stringify('one thread'))")
    phone.open(hub.url, semantics=False).pin(PIN).sees("taps 0")
    assert threads(phone) == 1

    phone.ask("void (globalThis.same = true)")
    phone.page.evaluate(TRAP)
    phone.page.wait_for_timeout(1_000)
    assert phone.ask("globalThis.same") is True
