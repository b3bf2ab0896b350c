"""What the bench wishes of the door in its page (worker_door.py), and what the door said."""

from __future__ import annotations

import json
from typing import Any

from tests.bench.worker_door import SAID, WISH
from tests.e2e.browser import Phone

TOLD = f"JSON.parse(localStorage.getItem('settings') ?? '{{}}')[{json.dumps(SAID)}] ?? ''"


def wish(words: str) -> str:
    """A script for the page."""
    return f"""try {{
  const settings = JSON.parse(localStorage.getItem("settings") ?? "{{}}");
  Object.assign(settings, {json.dumps({WISH: words, SAID: ""})});
  localStorage.setItem("settings", JSON.stringify(settings));
}} catch {{ /* not our page */ }}"""


def granted(phone: Phone, patience_s: float = 120) -> Any:
    """What the door told when it was done; an assertion when it could not."""
    phone.until(f"{TOLD} !== ''", "what was wished for", patience_s)
    said = json.loads(phone.ask(TOLD))
    assert "no" not in said, said
    return said
