"""One start of a page in a new browser process, and what it marked on its way: name → ms since the navigation."""

from __future__ import annotations

import contextlib
import json
import statistics
import time
from collections.abc import Callable, Collection, Iterable

from playwright.sync_api import Error as BrowserError

from tests.bench.slowly import slowed
from tests.e2e.browser import NotSeen, Phone
from tests.e2e.person import PIN

Marks = dict[str, float]
LOOK_S = 0.2
PATIENCE_S = 120

TWO_FRAMES_LATER = """
const twoFramesLater = (name) =>
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(name)));
const when = (mark, act) => new PerformanceObserver((list, self) => {
  if (!list.getEntriesByName(mark).length) return;
  self.disconnect();
  act();
}).observe({ type: "mark", buffered: true });
"""
PAINTED = f"""(() => {{ {TWO_FRAMES_LATER}
when("lock-usable", () => twoFramesLater("lock-painted"));
}})()"""
"""The keypad is there when it has been painted, not when its markup is."""

HELLO = f"""(() => {{ {TWO_FRAMES_LATER}
const text = new TextEncoder().encode("hello");
const tells = (bytes) => bytes.some((_, at) => text.every((byte, further) => bytes[at + further] === byte));
const canvas = ImageBitmapRenderingContext.prototype, hand = canvas.transferFromImageBitmap;
let drawsApart = false, waits = false;
canvas.transferFromImageBitmap = function (picture) {{
  hand.call(this, picture);
  drawsApart = true;
  if (waits) performance.mark("hello-drawn");
  waits = false;
}};
const drawn = () => drawsApart ? (waits = true) : twoFramesLater("hello-drawn");
const Stock = globalThis.Worker;
globalThis.Worker = class extends Stock {{
  constructor(...how) {{
    super(...how);
    this.addEventListener("message", ({{ data }}) => {{
      if (data instanceof Uint8Array && tells(data)) drawn();
    }});
  }}
}};
}})()"""
"""The stock page marks nothing. As with ours: the first picture on the glass after the message that draws its one text,
or two frames later where Flutter draws within the frame."""


def typed(mark: str = "lock-usable", wait_ms: int = 0) -> str:
    """Her PIN, typed so long after that mark."""
    keys = json.dumps([*PIN, "Enter"])
    return f"""(() => {{ {TWO_FRAMES_LATER}
const type = () => {{
  for (const key of {keys}) {{
    document.body.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true, cancelable: true }}));
  }}
}};
when("{mark}", () => {wait_ms} ? setTimeout(type, {wait_ms}) : type());
}})()"""


def snapshots(version: str, *, used: bool) -> str:
    """The page's own note on snapshots of that version: all is well, or: do without."""
    note = json.dumps({"version": version, "tries": 0, "fails": 0 if used else 2})
    return f"""try {{ localStorage.setItem("snapshot", {json.dumps(note)}); }} catch {{ /* not our page */ }}"""


def start(
    phone: Phone,
    url: str,
    scripts: Collection[str],
    awaited: Collection[str],
    *,
    times: int = 1,
    then: Callable[[], None] | None = None,
) -> Marks:
    """A new process goes there, `times` slower; gives the marks when all `awaited` are there, `then` looks around."""
    phone.start()
    try:
        for script in scripts:
            phone.page.context.add_init_script(script)
        with slowed(phone.profile, times) if times > 1 else contextlib.nullcontext():
            phone.page.goto(url, wait_until="commit", timeout=PATIENCE_S * 1000)
            marks = _marks(phone, awaited)
        if then:
            then()
        return marks
    finally:
        phone.close()


def _marks(phone: Phone, awaited: Collection[str]) -> Marks:
    deadline = time.monotonic() + PATIENCE_S
    marks: Marks = {}
    while set(awaited) - set(marks):
        if time.monotonic() > deadline:
            raise NotSeen(f"of {awaited} there came {sorted(marks)}; errors: {phone.errors[-5:]}")
        phone.page.wait_for_timeout(LOOK_S * 1000)
        with contextlib.suppress(BrowserError):
            marks = phone.marks()
    return marks


def median_s(all_marks: Iterable[Marks], mark: str, since: str | None = None) -> float:
    """Seconds from the navigation, or from another mark."""
    return statistics.median(marks[mark] - (marks[since] if since else 0) for marks in all_marks) / 1000
