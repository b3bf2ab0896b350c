"""What is recorded has no long silence before and after: a real microphone, recorder and decoder of a browser."""

from __future__ import annotations

import io
import wave
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

from build.pwa.places import WEB
from tests.e2e.browser import phones
from tests.journeys.voices import tone

HERE = "http://localhost:1/"
RATE = 48_000
BEFORE_S, TONE_S, AFTER_S = 2.0, 1.5, 2.5
RECORD = """async () => {
  const { record } = await import("./record.mjs");
  const { measure } = await import("./loudness.mjs");
  const made = await record(6, () => {});
  const read = await new AudioContext().decodeAudioData(made.body.slice().buffer);
  const { from, to } = measure(read.getChannelData(0), read.sampleRate);
  return { why: made.why ?? "", kind: made.kind, seconds: made.seconds, bytes: made.body.length,
    lasts: read.duration, from, to };
}"""


def said_late(path: Path) -> list[str]:
    """A microphone that hears nothing, a tone, and nothing again."""
    with wave.open(io.BytesIO(tone(TONE_S, 440, RATE))) as said:
        frames = said.readframes(said.getnframes())
        with wave.open(str(path), "wb") as file:
            file.setparams(said.getparams())
            file.writeframes(bytes(int(BEFORE_S * RATE) * 2) + frames + bytes(int(AFTER_S * RATE) * 2))
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={path}%noloop",
        "--autoplay-policy=no-user-gesture-required",
    ]


def give(route: Route) -> None:
    name = route.request.url.removeprefix(HERE)
    if not name:
        route.fulfill(content_type="text/html", body="<!doctype html><title>.</title>")
    else:
        route.fulfill(content_type="text/javascript", body=(WEB / "page" / name).read_text())


def test_silence_before_and_after_is_not_kept_and_what_was_said_is(tmp_path: Path) -> None:
    with phones() as new_phone:
        phone = new_phone(tmp_path / "phone", arguments=said_late(tmp_path / "late.wav"))
        phone.page.route(f"{HERE}**", give)
        phone.page.goto(HERE)
        made: dict[str, Any] = phone.page.evaluate(RECORD)

    assert made["why"] == ""
    assert made["kind"] == "audio/webm"
    assert made["to"] - made["from"] > TONE_S - 0.2
    assert made["lasts"] < made["to"] - made["from"] + 0.6
    assert made["lasts"] < BEFORE_S + TONE_S
    assert made["bytes"] > 1000
