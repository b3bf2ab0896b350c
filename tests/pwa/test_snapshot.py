"""A snapshot that cannot be used is thrown away, and the app starts all the same."""

from __future__ import annotations

import pytest

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import again, wait_for_mark

HARM = """async (how) => {
  const root = await navigator.storage.getDirectory();
  for await (const [name, file] of root.entries()) {
    if (!name.startsWith("snapshot-")) continue;
    const whole = new Uint8Array(await (await file.getFile()).arrayBuffer());
    const writing = await file.createWritable({keepExistingData: true});
    if (how === "truncated") await writing.truncate(whole.length - 100_000);
    const at = 20_000_000;
    if (how === "one bit") await writing.write({type: "write", position: at, data: new Uint8Array([whole[at] ^ 1])});
    if (how === "overwritten") {
      whole.fill(0, 4096, 40_000_000);
      const body = whole.subarray(0, whole.length - 44);
      whole.set(new Uint8Array(await crypto.subtle.digest("SHA-256", body)), body.length);
      await writing.write({type: "write", position: 0, data: whole});
    }
    await writing.close();
    return name;
  }
}"""


@pytest.mark.parametrize("how", ["truncated", "one bit", "overwritten"])
def test_a_spoiled_snapshot_is_dropped_and_made_again(phone: Phone, hub: RunningHub, how: str) -> None:
    phone.tap("button", "Keep").sees("taps 1")
    assert phone.page.evaluate(HARM, how)

    again(phone, hub.url).sees("taps 1")
    assert "from-scratch" in phone.marks()
    wait_for_mark(phone, "snapshot-made")

    again(phone, hub.url).sees("taps 1")
    assert "from-snapshot" in phone.marks()


def test_after_two_bad_ends_this_version_goes_without(phone: Phone, hub: RunningHub) -> None:
    phone.ask("localStorage.snapshot = JSON.stringify({...JSON.parse(localStorage.snapshot), tries: 2, fails: 1})")

    again(phone, hub.url)
    assert "from-scratch" in phone.marks()
    assert phone.ask("JSON.parse(localStorage.snapshot).fails") == 2
