"""What was acknowledged is on the device: after a killed browser, with a full device, and in one tab only."""

from __future__ import annotations

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import again


def quota(phone: Phone, url: str, free_bytes: int | None) -> None:
    """As if the device had only so much left for this page."""
    used = phone.ask("navigator.storage.estimate().then(({usage}) => usage)")
    said = {"origin": url} if free_bytes is None else {"origin": url, "quotaSize": used + free_bytes}
    phone.page.context.new_cdp_session(phone.page).send("Storage.overrideQuotaForOrigin", said)


def test_what_was_kept_is_there_after_the_browser_was_killed(phone: Phone, hub: RunningHub) -> None:
    for number in range(1, 4):
        phone.tap("button", "Keep").sees(f"taps {number}")
        phone.kill()
        again(phone.start(), hub.url).sees(f"taps {number}")


def test_a_full_device_refuses_in_words_keeps_what_was_there_and_still_forgets(phone: Phone, hub: RunningHub) -> None:
    phone.tap("button", "Keep").sees("taps 1")
    quota(phone, hub.url, 20_000_000)
    phone.tap("button", "Fill").sees("full: database or disk is full")
    phone.tap("button", "Forget").sees("taps ")
    quota(phone, hub.url, None)

    left = int(phone.words().split("taps ")[1].split()[0])
    again(phone, hub.url).sees(f"taps {left}")
    phone.tap("button", "Keep").sees(f"taps {left + 1}")


def test_a_second_tab_says_so_and_can_take_over(phone: Phone, hub: RunningHub) -> None:
    phone.tap("button", "Keep").sees("taps 1")
    first, second = phone.page, phone.new_tab()
    second.goto(hub.url)
    second.get_by_role("button", name="Use it here").wait_for()
    phone.tap("button", "Keep").sees("taps 2")

    second.get_by_role("button", name="Use it here").click()
    first.get_by_role("button", name="Use it here").wait_for()
    phone.page = second
    phone.pin("123456").sees("taps 2")
    phone.tap("button", "Keep").sees("taps 3")
