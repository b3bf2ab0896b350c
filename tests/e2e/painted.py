"""Every picture that a browser paints, on a slow machine; and which of them show nothing.

with Painted(phone, slower=4) as painted:
phone.open(url)
assert painted.empty() == []
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from tests.e2e.browser import Phone

WIDE, HIGH = 195, 422
NOTHING = 0.99
"""So much of a picture in one colour, and nothing is on it: a short word in the middle of an empty page is nothing
either; the splash's small bridge leaves 0.98."""
ONE_COLOUR = """async (packed) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${packed}`)).blob());
  const glass = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  glass.drawImage(picture, 0, 0);
  const dots = new Uint32Array(glass.getImageData(0, 0, picture.width, picture.height).data.buffer);
  const times = new Map();
  for (const dot of dots) times.set(dot, (times.get(dot) ?? 0) + 1);
  return Math.max(...times.values()) / dots.length;
}"""


class Painted:
    """`empty()`: seconds after the first picture that showed something, for each that showed nothing."""

    def __init__(self, phone: Phone, *, slower: float = 1) -> None:
        self._phone, self._slower = phone, slower
        self._pictures: list[tuple[float, str]] = []

    def __enter__(self) -> Self:
        page = self._phone.page
        self._tools = page.context.new_cdp_session(page)
        self._tools.on("Page.screencastFrame", self._painted)
        self._tools.send("Emulation.setCPUThrottlingRate", {"rate": self._slower})
        self._tools.send("Page.startScreencast", {"format": "png", "maxWidth": WIDE, "maxHeight": HIGH})
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._tools.send("Page.stopScreencast")
        self._tools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        self._tools.detach()

    def empty(self) -> list[float]:
        looked = self._phone.new_tab()  # an empty page, where our policy does not stand
        shares = [(at, looked.evaluate(ONE_COLOUR, packed)) for at, packed in self._pictures]
        looked.close()
        shown = [at for at, share in shares if share < NOTHING]
        assert shown, f"nothing was ever shown: {shares}"
        return [round(at - shown[0], 2) for at, share in shares if share >= NOTHING and at > shown[0]]

    def _painted(self, frame: dict[str, Any]) -> None:
        self._pictures.append((frame["metadata"]["timestamp"], frame["data"]))
        self._tools.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})
