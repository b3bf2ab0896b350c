"""A token for this device, for a signature of the hub's own number: two questions, and nothing is kept."""

from __future__ import annotations

from collections.abc import Generator

from sync.asking import Ask
from sync.ciphers import Signer
from sync.codes import answer_parts, pack_request
from sync.packing import blob


def login(signer: Signer) -> Generator[Ask, bytes, bytes]:
    """A token for this device."""
    given = yield Ask("/hello", pack_request(signer.device))
    nonce = blob(answer_parts(given, 1)[0], 16)
    given = yield Ask("/login", pack_request(signer.device, nonce, signer.sign(b"bb/login/1" + nonce)))
    return blob(answer_parts(given, 1)[0], 16)
