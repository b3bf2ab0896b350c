"""The lock is there before everything else, waits when it must, and lets nobody behind it."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import Begun

SHOWN = "document.querySelector('#lock')?.hidden === false"
TYPES_WHILE_IT_COUNTS = """(() => {
  const lock = document.querySelector("#lock"), said = lock.querySelector("output");
  globalThis.taken = [];
  new MutationObserver(() => {
    if (taken.length || !/^[12]$/.test(said.innerText)) return;
    for (const key of "123456") dispatchEvent(new KeyboardEvent("keydown", { key }));
    taken.push(lock.querySelectorAll("i.full").length);
  }).observe(lock, { subtree: true, childList: true, characterData: true });
})()"""
"""In the page, for the two seconds that it counts are over before a busy machine has asked it again."""


def locked(phone: Phone, url: str) -> Phone:
    phone.open(url, semantics=False).until(SHOWN, "the lock")
    return phone


def test_a_wrong_pin_shakes_and_counts_down_and_the_right_one_opens(phone: Phone, hub: RunningHub) -> None:
    locked(phone, hub.url).ask(TYPES_WHILE_IT_COUNTS)
    phone.pin("654321", opens=False)
    phone.until("document.querySelector('#lock output').classList.contains('wrong')", "the shake")
    phone.until("taken.length > 0", "the seconds left")
    assert phone.ask("taken") == [0]  # nothing is taken while it waits
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


def test_pictures_stand_where_digits_would_and_open_at_the_sixth(phone: Phone, hub: RunningHub) -> None:
    phone.tap("button", "By pictures").sees("locked by pictures")
    phone.ask("localStorage.removeItem('profiles')")  # a browser writes it late: the device itself knows
    locked(phone, hub.url).until("document.querySelectorAll('#lock .pad img').length === 12", "twelve pictures")
    shown = phone.page.locator("#lock .pad")
    phone.until("[...document.querySelectorAll('#lock .pad img')].every((one) => one.complete)", "their pictures")
    sizes = phone.ask(
        "[...document.querySelectorAll('#lock .pad button')].map((b) => Math.min(b.offsetWidth, b.offsetHeight))"
    )
    assert min(sizes) >= 64
    assert phone.ask("[...document.querySelectorAll('#lock .pad button')].every((b) => b.ariaLabel)")
    assert phone.page.get_by_role("button", name="a boat").count() == 1
    for name in ("boat", "cup", "cup", "cup", "cup", "cup"):
        shown.locator(f"[data-key={name}]").click()
    phone.until("document.querySelector('#lock output').classList.contains('wrong')", "the shake")
    phone.until("!document.querySelector('#lock').hasAttribute('data-waiting')", "the end of the wait")
    for name in ("boat", "sun", "kite", "back", "sun", "tree", "cup", "bird"):
        shown.locator(f"[data-key={name}]").click()

    phone.opened().sees("taps 0")


def test_words_are_typed_as_one_likes_and_open(phone: Phone, hub: RunningHub) -> None:
    phone.tap("button", "By words").sees("locked by words")
    locked(phone, hub.url).page.locator("#lock textarea").fill("blå SKY  fløjte")
    assert phone.page.locator("#lock [data-key=done]").is_disabled()
    phone.page.locator("#lock textarea").fill(" Blå SKY  fløjte æble\u00a0vandkande ")
    phone.page.keyboard.press("Enter")

    phone.opened().sees("taps 0")


def test_a_kind_of_a_newer_app_is_drawn_as_digits(phone: Phone, hub: RunningHub) -> None:
    phone.tap("button", "By eyes").sees("locked by eyes")
    locked(phone, hub.url).pin("123456").sees("taps 0")


NUMBERS = """[...document.querySelectorAll('#lock .numbers a')]
  .map((a) => [a.getAttribute('href'), a.innerText, a.offsetHeight, a.querySelector('img').naturalWidth])"""


def test_numbers_that_help_are_one_tap_away_locked_and_without_a_network(phone: Phone, hub: RunningHub) -> None:
    hub.kill()
    locked(phone, hub.url).page.locator("#lock .help").click()
    phone.until(f"{NUMBERS}.every(([,,, width]) => width > 0)", "their pictures")
    links = phone.ask(NUMBERS)
    assert [link[0] for link in links] == ["tel:112", "tel:114", "tel:1813", "tel:1888"]
    assert all(height >= 64 for _, _, height, _ in links)
    assert not any(word in link[1].lower() for link in links for word in ("vold", "violence", "danner", "mentee"))
    phone.page.keyboard.type("123456")
    assert phone.ask("document.querySelectorAll('#lock i.full').length") == 0  # nothing is typed that cannot be seen
    assert phone.page.get_by_role("button", name="Numbers that help").get_attribute("aria-expanded") == "true"

    phone.page.locator("#lock .help").click()
    phone.pin("123456").sees("taps 0")


def test_with_the_largest_letters_every_number_can_still_be_reached_and_read(phone: Phone, hub: RunningHub) -> None:
    locked(phone, hub.url).page.set_viewport_size({"width": 320, "height": 640})
    phone.ask("document.documentElement.style.fontSize = '32px'")
    phone.page.locator("#lock .help").click()
    phone.until(f"{NUMBERS}.length === 4", "the numbers")

    top, across, wide = phone.ask(
        """(() => {
          const lock = document.querySelector("#lock");
          lock.scrollTop = 0;
          const first = document.querySelector("#lock .numbers a").getBoundingClientRect();
          return [first.top, lock.scrollWidth, lock.clientWidth];
        })()"""
    )
    assert top >= 0
    assert across <= wide
