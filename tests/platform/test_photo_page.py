"""How the page takes a photo, in node: only the browser's decoder stands in here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.platform.page_in_node import node

SCRIPT = Path(__file__).resolve().parents[2] / "build" / "web" / "page" / "photo.mjs"
CHOSEN = """
const how = process.argv[2];
globalThis.createImageBitmap = async () => { throw new DOMException("HEIC", "InvalidStateError"); };
const page = await import(process.argv[1]);
const { body, thumb, why } = await page.photoOf(how === "cancelled" ? null : new Blob(["a photo of a newer kind"]));
console.log(JSON.stringify([body.length, thumb.length, why]));
"""


@pytest.mark.parametrize(("how", "why"), [("cancelled", ""), ("undecodable", "InvalidStateError")])
def test_a_file_that_the_browser_cannot_decode_is_told_apart_from_none(how: str, why: str) -> None:
    run = [node(), "--input-type=module", "--eval", CHOSEN, SCRIPT.as_uri(), how]
    done = subprocess.run(run, capture_output=True, check=False, timeout=30, text=True)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [0, 0, why]
