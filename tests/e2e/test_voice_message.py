"""She says something into her phone, her mentor hears it on another: real browsers, with a tone for a microphone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.browser import Phone
from tests.e2e.microphone import HERTZ, microphone
from tests.e2e.organisation import Organisation
from tests.e2e.person import Person

EAR = """(() => {
  const start = AudioBufferSourceNode.prototype.start;
  globalThis.played = [];
  AudioBufferSourceNode.prototype.start = function (when, from, lasts) {
    const samples = this.buffer.getChannelData(0);
    const [first, last] = [from, from + lasts].map((at) => Math.floor(at * this.buffer.sampleRate));
    const waves = [];
    for (let at = first + 1, began = 0; at < last; at += 1) {
      if (samples[at - 1] >= 0 || samples[at] < 0) continue;
      waves.push(at - began);
      began = at;
    }
    const usual = waves.sort((one, other) => one - other)[Math.floor(waves.length / 2)];  // a busy machine drops some
    globalThis.played.push({ lasts, hertz: this.buffer.sampleRate / usual });
    return start.call(this, when, from, lasts);
  };
})()"""
MICROPHONES_OFF = "globalThis.tracks.length > 0 && globalThis.tracks.every(({ readyState }) => readyState === 'ended')"
MICROPHONES = """(() => {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  globalThis.tracks = [];
  navigator.mediaDevices.getUserMedia = async (how) => {
    const stream = await ask(how);
    globalThis.tracks.push(...stream.getTracks());
    return stream;
  };
})()"""
CHROMIUMS_OWN = "optimizationguide"  # the browser's own question, at its own time; none of ours


def test_what_she_says_is_heard_on_her_mentors_phone(
    organisation: Organisation, new_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    organisation.hub.kill()
    links = {key: organisation.link(key) for key in ("amina", "karen")}
    organisation.hub.start()
    amina = Person(new_phone("amina", arguments=microphone(tmp_path / "tone.wav")), "ar")
    amina.phone.page.add_init_script(MICROPHONES)
    amina.begin(links["amina"]).settled()
    phone = amina.phone

    amina.speaks_to("Karen Østerby")
    assert phone.ask(MICROPHONES_OFF)
    phone.sees(amina.t("Sent"), patience_s=90)  # this browser does not tell that it is on Wi-Fi: it goes all the same

    karen = Person(new_phone("karen"))
    karen.phone.page.add_init_script(EAR)
    karen.begin(links["karen"]).synced()
    karen.sees("Said something to you")
    karen.phone.press("button", karen.t("Said something to you"), exact=False)
    heard = karen.t("From %(name)s", name="Amina Haddad")
    karen.phone.sees(heard)
    karen.phone.press("button", karen.t("Listen: %(what)s", what=heard), exact=False)
    karen.phone.until("globalThis.played.length === 1", "her voice")
    (played,) = karen.phone.ask("globalThis.played")
    assert abs(played["hertz"] - HERTZ) < HERTZ * 0.1
    assert 1.5 < played["lasts"] < 6
    karen.phone.sees_no(karen.t("New"))
    assert [asked for asked in karen.phone.foreign if CHROMIUMS_OWN not in asked] == []
