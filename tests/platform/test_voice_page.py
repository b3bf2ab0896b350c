"""What the page's own script says of what was said, in node: only the device's voices stand in here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.platform.page_in_node import node

SCRIPT = Path(__file__).resolve().parents[2] / "build" / "web" / "page" / "voice.mjs"
DEVICE = """
const how = JSON.parse(process.argv[2]);
globalThis.setTimeout = (done) => how === "never" || how === "begins" ? queueMicrotask(done) : 0;
globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
let now = null;
globalThis.speechSynthesis = {
  getVoices: () => ["ar-SA", "da-DK"].map((lang) => ({ lang, localService: true })),
  speak(words) {
    now = words;
    const fails = how === "fails" && words.lang === "ar-SA";
    if (how === "begins") words.onstart({});
    if (how === "ends" || how === "fails") queueMicrotask(() => fails ? words.onerror({}) : words.onend({}));
    if (how === "hushed") queueMicrotask(() => page.hush());
  },
  cancel: () => now?.onerror({}),
};
const page = await import(process.argv[1]);
console.log(JSON.stringify(await page.say(JSON.parse(process.argv[3]))));
"""
HERS, DANISH, OF_NOBODY = ("نعم", "ar-SA"), ("Ja", "da-DK"), ("Haa", "so-SO")


@pytest.mark.parametrize(
    ("how", "parts", "whole"),
    [
        ("ends", [HERS, DANISH], True),
        ("begins", [HERS, DANISH], True),  # some never tell that they are done
        ("never", [HERS, DANISH], False),
        ("fails", [HERS, DANISH], False),  # it is listed and not installed
        ("ends", [OF_NOBODY, DANISH], False),
        ("ends", [DANISH, OF_NOBODY], False),
        ("hushed", [HERS, DANISH], False),
    ],
)
def test_it_was_said_when_each_part_was_said_to_its_end(how: str, parts: list[tuple[str, str]], *, whole: bool) -> None:
    assert said(how, parts) is whole


def said(how: str, parts: list[tuple[str, str]]) -> bool:
    asked = [SCRIPT.as_uri(), json.dumps(how), json.dumps(parts)]
    run = [node(), "--input-type=module", "--eval", DEVICE, *asked]
    done = subprocess.run(run, capture_output=True, check=True, timeout=30, text=True)
    return bool(json.loads(done.stdout))
