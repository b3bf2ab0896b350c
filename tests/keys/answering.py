"""Asks a provider for every known answer and tells what differs. Imports only the app: it also runs in Pyodide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.keys import hpke
from app.keys.attached import open_chunks, seal_chunks
from app.keys.derive import entry_key, link_key, next_rung, row_key
from app.keys.enrolment import wrap_info
from app.keys.errors import BadKey, BadSeal
from app.keys.keyring import Self
from app.keys.provider import Provider
from app.keys.sheets import Sheet, commitment, recovery_keys
from sync.chunk import name_of
from sync.codes import pack_answer
from sync.entry import own_circle
from sync.logging_in import login

WHERE = Path(__file__).with_name("known_answers.json")
ANSWERS: dict[str, Any] = json.loads(WHERE.read_text("utf-8")) if WHERE.exists() else {}


def _bytes(one: dict[str, Any], *names: str) -> list[bytes]:
    return [bytes.fromhex(one[name]) for name in names]


async def ask_everything(provider: Provider, answers: dict[str, Any] | None = None) -> dict[str, list[Any]]:
    """{what: one answer per case}, in the shape of `expected`."""
    known = answers or ANSWERS
    stretched = [
        (await provider.stretch(secret, salt, one["memory_kib"], one["passes"])).hex()
        for one in known["stretch"]
        for secret, salt in [_bytes(one, "secret", "salt")]
    ]
    sealed = [_bytes(one, "key", "nonce", "sealed", "aad") for one in known["seal"]]
    spoilt = [(key, nonce, body[:-1] + bytes([body[-1] ^ 1]), aad) for key, nonce, body, aad in sealed]
    short = [(key, nonce, body[:5], aad) for key, nonce, body, aad in sealed[:3]]
    many = await provider.open_many([*map(tuple, sealed), *spoilt, *short])  # type: ignore[list-item]
    files = [await _file(provider, one) for one in known["attached"]]
    signed = [_bytes(one, "public", "message", "signature") for one in known["verify"]]
    return {
        "seal": [provider.seal(*_bytes(one, "key", "nonce", "plain", "aad")).hex() for one in known["seal"]],
        "open": [_opened(provider, *one) for one in [*sealed, *spoilt, *short]],
        "open_many": [None if plain is None else plain.hex() for plain in many],
        "public": [provider.ed_public(*_bytes(one, "seed")).hex() for one in known["sign"]],
        "sign": [provider.sign(*_bytes(one, "seed", "message")).hex() for one in known["sign"]],
        "verify": [provider.verify(*one) for one in signed],
        "verify_many": await provider.verify_many([(one[0], one[1], one[2]) for one in signed]),
        "x_public": [provider.x_public(*_bytes(one, "private")).hex() for one in known["agree"]],
        "x_shared": [_shared(provider, *_bytes(one, "private", "public")) for one in known["agree"]],
        "stretch": stretched,
        "wrap": [
            hpke.wrap(provider, *_bytes(one, "ephemeral", "public", "info", "plain", "aad")).hex()
            for one in known["hpke"]
        ],
        "derive": [derived(one) for one in known["derive"]],
        "attached": files,
        "recover": [recovered(provider, one) for one in known["recover"]],
        "unwrap": [
            hpke.unwrap(provider, *_bytes(one, "private", "wrapped", "info", "aad")).hex() for one in known["hpke"]
        ],
    }


def content_of(size: int) -> bytes:
    """A file of that many bytes, the same everywhere."""
    return bytes(place * 7 % 251 for place in range(size))


async def _file(provider: Provider, one: dict[str, Any]) -> list[Any]:
    """The names of its chunks, and whether they open to the same file."""
    (key, attachment), content = _bytes(one, "key", "attachment"), content_of(one["size"])
    sealed = list(seal_chunks(provider, key, attachment, content))
    whole = await open_chunks(provider, key, attachment, one["size"], sealed)
    return [*(name_of(chunk).hex() for chunk in sealed), whole == content]


def derived(one: dict[str, Any]) -> dict[str, str]:
    """What the app derives where docs/protocol.md says so."""
    secret, circle, space = _bytes(one, "secret", "circle", "space")
    rung, epoch = one["rung"], one["epoch"]
    made = {
        "rung": next_rung(secret, circle, rung, epoch),
        "row": row_key(secret, space, epoch),
        "entry": entry_key(secret, circle, epoch),
        "link": link_key(secret, circle, rung, epoch),
    }
    return {name: value.hex() for name, value in made.items()}


def recovered(provider: Provider, one: dict[str, Any]) -> dict[str, str]:
    """A sheet, the member behind the sheets, what is wrapped for her and founded by her, and how she logs in."""
    seed, share, circle, nonce = _bytes(one, "seed", "share", "circle", "nonce")
    sheet = Sheet(one["number"], one["needed"], commitment(seed), share)
    keys = recovery_keys(provider, seed, Self(bytes(16), bytes(16), "", bytes(16), bytes(32), ""))
    person = keys.me.person
    asking = login(keys)
    hello = next(asking)
    proof = asking.send(pack_answer(nonce))
    made = {
        "commitment": sheet.commitment,
        "person": person,
        "device": keys.device,
        "box": keys.box,
        "wrap_info": wrap_info(circle, one["rung"], one["epoch"], person),
        "own": own_circle(person, keys.device),
        "hello": hello.body,
        "login": proof.body,
    }
    return {**{name: value.hex() for name, value in made.items()}, "typed": sheet.typed, "drawn": sheet.drawn}


def expected(answers: dict[str, Any] | None = None) -> dict[str, list[Any]]:
    """What `ask_everything` must give."""
    known = answers or ANSWERS
    plains = [one["plain"] for one in known["seal"]]
    nothing: list[str | None] = [None] * (len(plains) + 3)
    holds = [one["holds"] for one in known["verify"]]
    return {
        "seal": [one["sealed"] for one in known["seal"]],
        "open": plains + nothing,
        "open_many": plains + nothing,
        "public": [one["public"] for one in known["sign"]],
        "sign": [one["signature"] for one in known["sign"]],
        "verify": holds,
        "verify_many": holds,
        "x_public": [one["mine"] for one in known["agree"]],
        "x_shared": [one["shared"] for one in known["agree"]],
        "stretch": [one["stretched"] for one in known["stretch"]],
        "wrap": [one["wrapped"] for one in known["hpke"]],
        "unwrap": [one["plain"] for one in known["hpke"]],
        "derive": [one["made"] for one in known["derive"]],
        "recover": [one["made"] for one in known["recover"]],
        "attached": [[*one["chunks"], True] for one in known["attached"]],
    }


def differences(given: dict[str, list[Any]], answers: dict[str, Any] | None = None) -> list[str]:
    """Which answers are not the known ones."""
    wrong = []
    for what, wanted in expected(answers).items():
        got = given.get(what, [])
        if len(got) != len(wanted):
            wrong.append(f"{what}: {len(got)} answers for {len(wanted)}")
        wrong += [f"{what} {at}" for at, (one, other) in enumerate(zip(got, wanted, strict=False)) if one != other]
    return wrong


def _opened(provider: Provider, key: bytes, nonce: bytes, sealed: bytes, aad: bytes) -> str | None:
    try:
        return provider.open(key, nonce, sealed, aad).hex()
    except BadSeal:
        return None


def _shared(provider: Provider, private: bytes, public: bytes) -> str | None:
    try:
        return provider.x_shared(private, public).hex()
    except BadKey:
        return None
