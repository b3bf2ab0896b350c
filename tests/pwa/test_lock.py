"""The lock is there before everything else, waits when it must, and lets nobody behind it."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import Begun

SHOWN = "document.querySelector('#lock')?.hidden === false"
DOTS = "document.querySelector('#lock output').innerText"


def locked(phone: Phone, url: str) -> Phone:
    phone.open(url, semantics=False).until(SHOWN, "the lock")
    return phone


def test_a_wrong_pin_shakes_and_counts_down_and_the_right_one_opens(phone: Phone, hub: RunningHub) -> None:
    locked(phone, hub.url).pin("654321", opens=False)
    phone.until("document.querySelector('#lock output').classList.contains('wrong')", "the shake")
    phone.until(f"/^[12]$/.test({DOTS})", "the seconds left")
    phone.page.keyboard.type("123456")
    assert phone.ask("document.querySelectorAll('#lock i.full').length") == 0  # nothing is taken while it waits
    phone.until("!document.querySelector('#lock').hasAttribute('data-waiting')", "the end of the wait")

    phone.pin("123456").sees("taps 0")


def test_digits_of_any_script_are_the_same_pin(phone: Phone, hub: RunningHub) -> None:
    locked(phone, hub.url)
    for digit in "١٢٣۴۵۶":
        phone.page.evaluate("(key) => dispatchEvent(new KeyboardEvent('keydown', {key}))", digit)
    phone.page.keyboard.press("Enter")

    phone.opened().sees("taps 0")


def test_nothing_behind_the_lock_can_be_reached(phone: Phone, hub: RunningHub) -> None:
    locked(phone, hub.url)
    phone.until("!!document.querySelector('flutter-view')", "Flutter behind the lock")
    for _ in range(20):
        phone.page.keyboard.press("Tab")
        assert phone.ask("document.activeElement === document.body || !!document.activeElement.closest('#lock')")

    assert phone.ask("[...document.body.children].every((each) => each.id === 'lock' || each.inert)")


def test_targets_are_large_and_named_in_her_language(
    new_phone: Callable[..., Phone], begun: Begun, hub: RunningHub
) -> None:
    phone = locked(new_phone(like=begun.profile, locale="ar"), hub.url)
    sizes = phone.ask(
        "[...document.querySelectorAll('#lock button')].map((b) => Math.min(b.offsetWidth, b.offsetHeight))"
    )
    names = phone.ask("[...document.querySelectorAll('#lock button')].map((b) => b.ariaLabel ?? b.innerText)")

    assert min(sizes) >= 48
    assert all(names)
    assert phone.ask("document.querySelector('#lock').lang") == "ar"
    first, second = (phone.page.locator(f"#lock [data-key='{digit}']").bounding_box() for digit in "12")
    assert first
    assert second
    assert first["x"] < second["x"]  # digits stand as on every phone


def test_lock_now_forgets_everything_and_shows_the_lock(phone: Phone) -> None:
    phone.tap("button", "Lock").until(SHOWN, "the lock")
    phone.pin("123456").sees("taps 0")
