"""What lies on paper, as pictures: printed to PDF by the browser, each sheet a PNG to be looked at."""

from __future__ import annotations

import struct
import zlib
from contextlib import closing
from pathlib import Path

import pypdfium2

from tests.e2e.person import Person

SCALE = 1.5  # 108 dots to the inch: the small print can be read
WHITE = 0xFF


class Papers:
    """`papers.printed("her-plan")` → `<folder>/her-plan-1.png`, -2 …; closes the paper and answers how many sheets."""

    def __init__(self, person: Person, folder: Path) -> None:
        self._person, self._folder = person, folder
        folder.mkdir(parents=True, exist_ok=True)

    def printed(self, name: str) -> int:
        """Of the paper on the screen; none of its sheets is empty."""
        page = self._person.phone.page
        paper = page.locator("#paper")
        paper.wait_for()
        for old in self._folder.glob(f"{name}-*.png"):
            old.unlink()
        with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as sheets:
            for nth, sheet in enumerate(sheets, start=1):
                self._kept(name, nth, sheet.render(scale=SCALE, rev_byteorder=True))
            there = len(sheets)
        self._person.puts_the_paper_away()
        return there

    def _kept(self, name: str, nth: int, drawn: pypdfium2.PdfBitmap) -> None:
        rows, width, wide = bytes(drawn.buffer), 3 * drawn.width, drawn.stride
        lines = [rows[at : at + width] for at in range(0, wide * drawn.height, wide)]
        assert any(line.strip(bytes([WHITE])) for line in lines), f"{name}: sheet {nth} is empty"
        (self._folder / f"{name}-{nth}.png").write_bytes(png(drawn.width, drawn.height, lines))


def png(width: int, height: int, lines: list[bytes]) -> bytes:
    """Of red, green, blue; the plainest kind there is."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in lines))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
