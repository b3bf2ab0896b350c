"""How the page holds *back* while something is half written, in node: only the browser's history stands in here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.platform.page_in_node import node

SCRIPT = Path(__file__).resolve().parents[2] / "build" / "web" / "page" / "hold.mjs"
GOING = """
let at = 0, asked = 0;
const heard = [], listeners = [];
const entries = [{ serialCount: 0 }, { serialCount: 1 }, { serialCount: 2 }];
globalThis.addEventListener = (_kind, listener) => listeners.push(listener);
globalThis.history = {
  get state() { return entries[at]; },
  go(steps) {
    at = Math.max(0, Math.min(entries.length - 1, at + steps));
    let stopped = false;
    const event = { stopImmediatePropagation: () => { stopped = true; } };
    for (const listener of listeners) if (!stopped) listener(event);
  },
};
const { hold, listenBack } = await import(process.argv[1]);
listenBack(() => (asked += 1));
listeners.push(() => heard.push(at));      // Flutter, which listens last
at = 2;
hold(true);
history.go(-1);
history.go(-1);
const stays = [at, asked, [...heard]];
hold(false);
history.go(-1);
console.log(JSON.stringify({ stays, then: [at, asked, heard] }));
"""


def test_back_stays_and_asks_while_something_is_half_written_and_leads_back_after() -> None:
    run = [node(), "--input-type=module", "--eval", GOING, SCRIPT.as_uri()]
    done = subprocess.run(run, capture_output=True, check=False, timeout=30, text=True)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"stays": [2, 2, []], "then": [1, 2, [1]]}
