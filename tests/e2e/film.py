"""A film for the browser's camera: QR codes on grey, uncompressed (Y4M), each for some seconds, over and over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import segno

WIDE, HIGH, A_SECOND = 640, 480, 4
TABLE, PAPER, INK = 150, 225, 45
"""Brightness: no camera sees pure black on pure white."""

MODULE, BORDER, SECONDS = 7, 3, 3
FIRST_SECONDS = 12
"""A busy machine begins late to look."""
CHROMA = bytes([128]) * (WIDE * HIGH // 2)


def film(path: Path, texts: Sequence[str]) -> list[str]:
    """Writes it; gives what a browser is told so that this is what its camera sees, and that it may look."""
    with path.open("wb") as out:
        out.write(f"YUV4MPEG2 W{WIDE} H{HIGH} F{A_SECOND}:1 Ip A1:1 C420jpeg\n".encode())
        for at, text in enumerate(texts):
            out.write((b"FRAME\n" + picture(text) + CHROMA) * ((SECONDS if at else FIRST_SECONDS) * A_SECOND))
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={path}",
    ]


def picture(text: str) -> bytes:
    """The brightness of every pixel; the code a little beside the middle, as a hand holds it."""
    rows = [bytearray([TABLE]) * WIDE for _ in range(HIGH)]
    code = [list(row) for row in segno.make(text, error="m").matrix_iter(scale=MODULE, border=BORDER)]
    left, top = (WIDE - len(code)) // 2 + 17, (HIGH - len(code)) // 2 - 11
    for at, row in enumerate(code):
        rows[top + at][left : left + len(row)] = bytes(INK if dark else PAPER for dark in row)
    return b"".join(rows)
