"""The browser's provider, in a real Chromium under the hub's headers, called from Python in Pyodide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app.keys import hpke
from app.keys.native import NativeProvider
from tests.keys.answering import ANSWERS, differences
from tests.keys.pyodide_page import ciphers_page

EVERYTHING = """
import js
json.dumps(await answering.ask_everything(provider, json.loads(js.given)))
"""

BOTH_WAYS = """
import js
from app.keys import hpke
theirs = json.loads(js.given)
private, public, wrapped = (bytes.fromhex(theirs[name]) for name in ("private", "public", "wrapped"))
ours = hpke.wrap(provider, provider.random(32), public, b"both", b"from the browser")
json.dumps({"opened": hpke.unwrap(provider, private, wrapped, b"both").hex(), "wrapped": ours.hex()})
"""

ODD = """
from app.keys.errors import BadKey, BadSeal
told = []
for step in (
    lambda: provider.seal(b"short", bytes(12), b"", b""),
    lambda: provider.seal(bytes(32), bytes(11), b"", b""),
    lambda: provider.open(bytes(32), bytes(12), b"", b""),
    lambda: provider.open(b"", b"", b"", b""),
):
    try:
        step()
        told.append("nothing")
    except (BadKey, BadSeal) as no:
        told.append(type(no).__name__)
json.dumps([told, await provider.open_many([]), await provider.verify_many([]), len(provider.random(16))])
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with ciphers_page(tmp_path_factory.mktemp("ciphers")) as asking:
        yield asking


def test_the_browsers_provider_gives_every_known_answer(ask: Any) -> None:
    assert differences(ask(EVERYTHING, ANSWERS)) == []


def test_a_secret_wrapped_on_a_desktop_opens_in_a_browser_and_the_other_way(ask: Any) -> None:
    native = NativeProvider()
    private = native.random(32)
    public = native.x_public(private)
    wrapped = hpke.wrap(native, native.random(32), public, b"both", b"from the desktop")
    told = ask(BOTH_WAYS, {"private": private.hex(), "public": public.hex(), "wrapped": wrapped.hex()})
    assert bytes.fromhex(told["opened"]) == b"from the desktop"
    assert hpke.unwrap(native, private, bytes.fromhex(told["wrapped"]), b"both") == b"from the browser"


def test_what_is_no_key_or_no_seal_is_refused_as_on_a_desktop(ask: Any) -> None:
    assert ask(ODD) == [["BadKey", "BadSeal", "BadSeal", "BadKey"], [], [], 16]
