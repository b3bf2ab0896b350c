"""The corner of her face: one tap, one frame, and nothing of hers is to be read; the lock comes only when she asks."""

from __future__ import annotations

from tests.e2e.conftest import LetIn

AT_THE_TAP = """(() => {
  document.querySelector('#corner').click();
  const upper = (x, y) => document.elementFromPoint(x, y).closest('#sheet, #corner') !== null;
  const places = [[5, 5], [innerWidth - 5, 5], [innerWidth / 2, innerHeight / 2], [5, innerHeight - 5]];
  return {
    covered: places.every(([x, y]) => upper(x, y)),
    left: [...document.body.children].map(({ id, localName }) => id || localName),
    read: document.body.innerText + document.title,
  };
})()"""
"""In the task of the tap itself: nothing is painted between it and this answer."""
ALL_TEXT = """(() => {
  const said = [];
  const walk = (root) => {
    for (const one of root.querySelectorAll('*')) {
      const names = ['aria-label', 'alt', 'title', 'content', 'placeholder'];
      said.push(...names.map((name) => one.getAttribute(name) ?? ''));
      if (one.shadowRoot) walk(one.shadowRoot);
    }
    said.push(root.textContent);
  };
  walk(document.body);
  return said.join(' ') + document.title + location.href;
})()"""
FIVE_MINUTES_PASS = """(() => {
  const real = globalThis.setTimeout;
  globalThis.setTimeout = (act, ms, ...given) => real(act, ms === 300000 ? 6000 : ms, ...given);
})()"""
HERS = ("Amina", "Karen", "Sofie", "bussen", "syværkstedet", "Café", "mentor", "مرشد", "Brobygger")


def test_one_tap_hides_all_within_a_frame_and_only_the_pin_brings_it_back(join: LetIn) -> None:
    (amina,) = join("amina", language="ar")
    phone = amina.phone
    phone.until("!!document.querySelector('#corner')", "the corner", 90)
    assert phone.ask("document.querySelector('#corner').ariaLabel") == amina.t("Hide everything")
    assert phone.ask("Math.min(corner.offsetWidth, corner.offsetHeight)") >= 64
    assert "Karen" in phone.ask(ALL_TEXT)  # what is asked below can be found

    phone.ask("globalThis.before = true")
    at_once = phone.ask(AT_THE_TAP)
    assert at_once["covered"]
    assert sorted(at_once["left"]) == ["corner", "sheet"]
    assert not [name for name in HERS if name in at_once["read"]]

    for _ in range(2):  # after the page forgot everything, and after a reload
        phone.until("!globalThis.before && !!document.querySelector('#sheet')", "the sheet of a new page")
        assert phone.ask("document.querySelector('#lock')?.hidden !== false")
        assert phone.ask("document.querySelector('flutter-view')") is None
        assert not [name for name in HERS if name in phone.ask(ALL_TEXT)]
        before = phone.ask("sheet.innerText")
        phone.page.locator("#sheet .next").click()
        assert phone.ask("sheet.innerText") != before  # it is a thing to do
        phone.page.reload()

    phone.page.locator("#corner").click()
    phone.until("document.querySelector('#lock')?.hidden === false", "the lock")
    phone.until("!!document.querySelector('flutter-view')", "Flutter behind it")
    assert not [name for name in HERS[:5] if name in phone.ask(ALL_TEXT)]
    phone.pin("246810")
    phone.awake()
    phone.sees(amina.t("My plan"), patience_s=90)

    phone.page.add_init_script(FIVE_MINUTES_PASS)
    phone.page.reload()
    phone.pin("246810")
    phone.ask("globalThis.before = true")
    phone.until("!globalThis.before && !!document.querySelector('#sheet')", "the sheet on a phone that lies untouched")
    assert not [name for name in HERS if name in phone.ask(ALL_TEXT)]
