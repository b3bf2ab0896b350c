"""Her phone: from a tap on its icon to the next appointment on the screen and speaking, Karen's face, and its memory.

Of the demo organisation, in the browser that joined through the real door; then the hub is gone.
"""

from __future__ import annotations

import asyncio
import json
import re
import statistics
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.journeys.carrying import carry
from app.journeys.greeting import greet, show_face
from app.journeys.sync import sync_now
from app.platform import Photo, Recording
from app.ports import DeviceClock
from build.demo import DemoPhones
from build.pwa.__main__ import make_page, own_version
from build.pwa.places import OUT
from sync.hub.app import hub
from sync.hub.store import HubStore
from tests.bench.measure_browser import SETTLED_MS, pss_mb
from tests.bench.office import SNAPSHOT_MADE, installed
from tests.bench.starts import PATIENCE_S, TWO_FRAMES_LATER, Marks, median_s, start, typed
from tests.e2e.browser import Phone, phones
from tests.e2e.hub import RunningHub
from tests.e2e.organisation import make_organisation
from tests.e2e.person import Person
from tests.journeys.voices import tone

ROUNDS, SLOWER = 3, 4
FACE = Path(__file__).parents[2] / "build" / "demo_page" / "letter-thumb.jpg"
"""As many bytes as the photo of a person."""

VOICES = """(() => {
  const voices = ["ar-SA", "da-DK"].map((lang) => ({ lang, localService: true }));
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const device = {
    getVoices: () => voices,
    addEventListener: () => {},
    speak: (words) => { if (words.text) performance.mark("speaks"); },
    cancel: () => {},
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: device });
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (...how) {
    performance.mark("plays");
    return start.apply(this, how);
  };
})()"""
"""Headless Chromium has no voice: the device's part stands in; what is recorded really plays."""

FACE_DRAWN = f"""(() => {{ {TWO_FRAMES_LATER}
const decode = ImageDecoder.prototype.decode;
ImageDecoder.prototype.decode = async function (...how) {{
  const frame = await decode.apply(this, how);
  if (this.type === "image/jpeg") twoFramesLater("face-drawn");
  return frame;
}};
}})()"""
"""On her first screen nothing else is a JPEG."""


def tapped(mark: str, place: tuple[float, float]) -> str:
    """A finger there as soon as that is marked."""
    return f"""(() => {{ {TWO_FRAMES_LATER}
const touch = ([x, y]) => {{
  for (const [type, buttons] of [["pointerdown", 1], ["pointerup", 0]]) {{
    document.querySelector("flutter-view").dispatchEvent(new PointerEvent(type, {{
      bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y,
      pointerId: 7, pointerType: "touch", isPrimary: true, button: 0, buttons,
    }}));
  }}
}};
when("{mark}", () => touch({json.dumps(place)}));
}})()"""


def measure(folder: Path) -> dict[str, float]:
    """Medians of `ROUNDS`; the slowed ones with the whole browser `SLOWER` times slower."""
    page = OUT / "pwa"
    make_page(page, own_version())
    make_organisation(folder / "demo")
    with phones() as new_phone, RunningHub(folder / "demo", page) as running:
        running.kill()
        with ThreadPoolExecutor(1) as aside:  # Playwright's loop runs in this thread
            link = f"{running.url}/#join={aside.submit(lambda: asyncio.run(invited(folder / 'demo'))).result()}"
        running.start()
        phone = new_phone(folder / "phone")
        phone.page.context.add_init_script(VOICES)
        appointment, hello = let_in(Person(phone), link)
        phone.close()
        running.kill()
        heard = [VOICES, FACE_DRAWN, typed(), tapped("unlocked", appointment)]
        awaited = ["unlocked", "face-drawn", "speaks"]
        slow = [start(phone, running.url, heard, awaited, times=SLOWER) for _ in range(ROUNDS)]
        voice = [VOICES, FACE_DRAWN, typed(), tapped("face-drawn", hello)]
        played = [start(phone, running.url, voice, [*awaited[:2], "plays"]) for _ in range(ROUNDS)]
        return {
            "start_slow_her_s": median_s(slow, "speaks"),
            "start_slow_her_drawn_s": median_s(slow, "unlocked"),
            "her_face_ms": _ms(played, "face-drawn"),
            "her_face_slow_ms": _ms(slow, "face-drawn"),
            "her_voice_ms": _ms(played, "plays"),
            "her_renderer_mb": memory(phone, running.url, heard),
        }


async def invited(folder: Path) -> str:
    """Karen shows her face and says who she is; then a fresh invitation for Amina, as it stands behind `#join=`."""
    with HubStore(folder / "hub.db") as store:
        theirs = DemoPhones(folder, hub(store), DeviceClock())
        try:
            karen = await theirs.open("karen")
            await sync_now(karen)
            show_face(karen, Photo(FACE.read_bytes()))
            said = Recording(tone(3.0), "audio/webm", 3.0, -20.0)
            await greet(karen, row=karen.new_row(), recording=said)
            await sync_now(karen)
            await carry(karen, asked=True)
            return await theirs.invitation("amina")
        finally:
            await theirs.close()


def let_in(amina: Person, link: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Until all is there that a start without a network needs; where the appointment and Karen are to be tapped."""
    phone = amina.begin(link).settled().phone
    prefix = re.escape(amina.t("Listen: %(what)s", what=""))
    hello = _middle(phone, re.compile(f"{prefix}.*Karen"))
    while not phone.ask("performance.getEntriesByName('plays').length"):  # her voice comes behind the rows
        phone.page.touchscreen.tap(*hello)
        phone.page.wait_for_timeout(SETTLED_MS)
    installed(phone)
    phone.until(SNAPSHOT_MADE, "the heap snapshot", PATIENCE_S)
    return _middle(phone, re.compile(rf"{prefix}.*\d\d:\d\d")), hello


def memory(phone: Phone, url: str, scripts: Sequence[str]) -> float:
    """PSS of the renderer some seconds after her first screen spoke."""
    found: list[float] = []

    def look() -> None:
        phone.page.wait_for_timeout(SETTLED_MS)
        found.append(pss_mb(phone.profile))

    for _ in range(ROUNDS):
        start(phone, url, scripts, ["unlocked", "speaks", "from-snapshot"], then=look)
    return statistics.median(found)


def _middle(phone: Phone, name: re.Pattern[str]) -> tuple[float, float]:
    found = phone.page.get_by_role("button", name=name)
    phone.comes(lambda: found.count() > 0, name.pattern)
    box = found.first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _ms(all_marks: Sequence[Marks], mark: str) -> float:
    """From the open lock on; what is there before it counts as at once."""
    return max(0.0, 1000 * median_s(all_marks, mark, "unlocked"))
