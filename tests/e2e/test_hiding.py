"""The corner of her face: one tap, one frame, and nothing of hers is to be read; the lock comes only when she asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.browser import Phone
from tests.e2e.conftest import LetIn
from tests.e2e.microphone import microphone
from tests.e2e.organisation import Organisation
from tests.e2e.person import Person

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
SOUNDS = """(() => {
  globalThis.sounds = [];
  const noted = (kind, act, said) => {
    const real = kind.prototype[act];
    kind.prototype[act] = function (...how) {
      globalThis.sounds.push(said);
      return real.apply(this, how);
    };
  };
  noted(AudioBufferSourceNode, 'start', 'heard');
  noted(AudioBufferSourceNode, 'stop', 'still');
  noted(MediaRecorder, 'start', 'listening');
  noted(MediaRecorder, 'stop', 'deaf');
})()"""
HIDDEN = "(() => { document.querySelector('#corner').click(); return globalThis.sounds; })()"
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


def test_one_tap_silences_a_recording_and_lets_go_of_the_microphone_in_the_same_moment(
    organisation: Organisation, new_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    organisation.hub.kill()
    link = organisation.link("amina")
    organisation.hub.start()
    amina = Person(new_phone("amina", arguments=microphone(tmp_path / "tone.wav")), "ar")
    phone = amina.phone
    phone.page.add_init_script(SOUNDS)
    amina.begin(link).settled()

    amina.speaks_to("Karen Østerby")
    phone.tap("button", amina.t("Listen: %(what)s", what=amina.t("From you")), exact=False)
    phone.until("globalThis.sounds.at(-1) === 'heard'", "her own voice")
    assert phone.ask(HIDDEN)[-2:] == ["heard", "still"]

    phone.until("globalThis.sounds?.length === 0 && !!document.querySelector('#sheet')", "the sheet of a new page")
    phone.page.locator("#corner").click()
    phone.until("document.querySelector('#lock')?.hidden === false", "the lock")
    phone.pin("246810")
    phone.awake()
    phone.press("button", amina.t("My people and times"), exact=False)
    phone.press("button", amina.t("Speak to %(name)s", name="Karen Østerby"))
    amina.sees("I am listening")
    assert phone.ask(HIDDEN)[-2:] == ["listening", "deaf"]
