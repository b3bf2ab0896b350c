"""The harmless sheet behind her corner: Danish to hear and to tap, without a lock, and nothing of it is kept."""

from __future__ import annotations

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub

KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
WORD = "document.querySelector('#sheet b').innerText"


def test_a_word_is_asked_and_only_its_own_picture_leads_on(phone: Phone, hub: RunningHub) -> None:
    phone.open(hub.url, semantics=False)
    phone.ask("sessionStorage.setItem('hidden', '1')")
    phone.page.reload()
    phone.until("!!document.querySelector('#sheet')", "the sheet")
    kept, word = phone.ask(KEPT), phone.ask(WORD)
    assert phone.ask("document.querySelector('#lock')?.hidden !== false")
    sizes = (
        "[...document.querySelectorAll('#sheet button, #corner')].map((b) => Math.min(b.offsetWidth, b.offsetHeight))"
    )
    assert min(phone.ask(sizes)) >= 64

    choices = phone.page.locator("#sheet .choices button")
    names = [each.get_attribute("aria-label") or "" for each in choices.all()]
    assert len(set(names)) == 3
    for name in sorted(names, key=lambda each: each == word):
        phone.page.locator(f"#sheet .choices [aria-label='{name}']").click()
        was = phone.ask(f"document.querySelector(`#sheet .choices [aria-label='{name}']`).dataset.was")
        assert was == ("right" if name == word else "other")
    phone.until(f"{WORD} !== '{word}'", "the next word")
    assert phone.ask(KEPT) == kept
