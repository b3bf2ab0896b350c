"""A voice in the tests: a second of a tone, as a browser would hand it over."""

from __future__ import annotations

import math
import struct

from app.platform import Recording


def tone(seconds: float = 1.0, hertz: int = 440, rate: int = 16_000) -> bytes:
    """A WAV file of a pure tone at half of full scale."""
    samples = [round(16_000 * math.sin(2 * math.pi * hertz * at / rate)) for at in range(int(rate * seconds))]
    body = struct.pack(f"<{len(samples)}h", *samples)
    head = struct.pack("<4sI4s4sIHHIIHH", b"RIFF", 36 + len(body), b"WAVE", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16)
    return head + struct.pack("<4sI", b"data", len(body)) + body


def said(content: bytes = b"", *, seconds: float = 2.0, db: float | None = -20.0) -> Recording:
    """As the page hands it over."""
    return Recording(content or tone(), "audio/webm", seconds, db)
