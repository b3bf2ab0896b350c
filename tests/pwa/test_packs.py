"""The packs of words: fetched once the app runs, kept from version to version, and there without any network."""

from __future__ import annotations

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub

MANY = 8
KEPT = f"caches.open('later').then(async (cache) => (await cache.keys()).length === {MANY})"
READ = """fetch('/decks/index.json').then((answer) => answer.json()).then(({decks}) => Promise.all(decks.map(
  async ({file, bytes}) => (await (await fetch(`/decks/${file}`)).arrayBuffer()).byteLength === bytes)))"""


def test_every_pack_is_kept_once_the_app_runs_and_is_read_without_a_hub(phone: Phone, hub: RunningHub) -> None:
    phone.until(KEPT, "all packs kept", 60)
    hub.kill()
    assert phone.ask(READ) == [True] * MANY
