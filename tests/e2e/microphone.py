"""A browser whose microphone hears one pure tone."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.voices import tone

HERTZ = 440


def microphone(path: Path) -> list[str]:
    """What the browser is told so that its microphone hears this tone, and that it may listen."""
    path.write_bytes(tone(2.0, HERTZ, 48_000))
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={path}",
    ]
