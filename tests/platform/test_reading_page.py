"""How the page reads a file she chose, in node: only her choosing stands in here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.platform.page_in_node import node

SCRIPT = Path(__file__).resolve().parents[2] / "build" / "web" / "page" / "reading.mjs"
CHOSEN = """
const [how, most] = JSON.parse(process.argv[2]);
let read = 0;
const file = new File(["x".repeat(100)], "liste.csv");
const counted = (blob) => {
  const reads = blob.arrayBuffer.bind(blob), slices = blob.slice.bind(blob);
  blob.arrayBuffer = async () => {
    if (how === "unreadable") throw new DOMException("gone", "NotReadableError");
    read += blob.size;
    return reads();
  };
  blob.slice = (...part) => counted(slices(...part));
  return blob;
};
const page = await import(process.argv[1]);
const { name, body, why } = await page.contentOf(how === "none" ? null : counted(file), most);
console.log(JSON.stringify({ name, length: body.length, why, read }));
"""


@pytest.mark.parametrize(
    ("how", "most", "told"),
    [
        ("chosen", 100, {"name": "liste.csv", "length": 100, "why": "", "read": 100}),
        ("chosen", 20, {"name": "liste.csv", "length": 21, "why": "", "read": 21}),
        ("unreadable", 100, {"name": "", "length": 0, "why": "NotReadableError", "read": 0}),
        ("none", 100, {"name": "", "length": 0, "why": "", "read": 0}),
    ],
)
def test_no_more_of_a_file_is_read_than_may_be_and_one_that_cannot_be_read_is_answered_too(
    how: str, most: int, told: dict[str, Any]
) -> None:
    run = [node(), "--input-type=module", "--eval", CHOSEN, SCRIPT.as_uri(), json.dumps([how, most])]
    done = subprocess.run(run, capture_output=True, check=False, timeout=30, text=True)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == told
