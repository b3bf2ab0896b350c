"""Makes known_answers.json: what both providers must answer, byte for byte.

    python -m tests.keys.make_known_answers

Sources: RFC 8032 7.1 (Ed25519), RFC 7748 5.2 (X25519), RFC 5869 A (HKDF), the CFRG's published vectors of RFC 9180
(HPKE base mode with AES-256-GCM), the native provider for the rest, and signatures crafted from the curve's small-order
points, whose verdict is that of the plain equation in curve.py.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import random
import struct
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.keys import hpke
from app.keys.native import NativeProvider
from tests.keys import curve
from tests.keys.answering import content_of

WHERE = Path(__file__).with_name("known_answers.json")
NATIVE = NativeProvider()
CHUNK = 262_144
CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
"""RFC 4648's letters to those that nobody mistakes; both are five bits each, filled up with zeros."""
LENGTHS = (0, 1, 15, 16, 17, 31, 64, 500, 4_097)

RFC_8032 = [  # seed, message, signature
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]

RFC_7748 = [  # private, public, shared
    (
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
        "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
    ),
    (
        "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
        "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
        "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
    ),
]

RFC_5869 = [  # secret, salt, info, length, made
    (
        "0b" * 22,
        "000102030405060708090a0b0c",
        "f0f1f2f3f4f5f6f7f8f9",
        42,
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ),
    (
        "0b" * 22,
        "",
        "",
        42,
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    ),
]

RFC_9180 = {
    "info": "4f6465206f6e2061204772656369616e2055726e",
    "ephemeral": "179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11",
    "private": "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d",
    "public": "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c",
    "aad": "436f756e742d30",
    "plain": "4265617574792069732074727574682c20747275746820626561757479",
    "wrapped": "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"
    "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
}


def seals(chance: random.Random) -> list[dict[str, Any]]:
    """What seals to what."""
    made = []
    for plain_length in LENGTHS:
        for aad_length in (0, 13, 69):
            lengths = {"key": 32, "nonce": 12, "plain": plain_length, "aad": aad_length}
            one = {name: chance.randbytes(length) for name, length in lengths.items()}
            sealed = NATIVE.seal(one["key"], one["nonce"], one["plain"], one["aad"])
            made.append({name: value.hex() for name, value in {**one, "sealed": sealed}.items()})
    return made


def signatures(chance: random.Random) -> list[dict[str, Any]]:
    """What an honest key signs."""
    cases = [(bytes.fromhex(seed), bytes.fromhex(message)) for seed, message, _ in RFC_8032]
    cases += [(chance.randbytes(32), chance.randbytes(length)) for length in LENGTHS]
    made = [
        {"seed": s.hex(), "message": m.hex(), "public": NATIVE.ed_public(s).hex(), "signature": NATIVE.sign(s, m).hex()}
        for s, m in cases
    ]
    assert [one["signature"] for one in made[:3]] == [signature for _, _, signature in RFC_8032]
    return made


def verdicts(chance: random.Random) -> list[dict[str, Any]]:
    """Signatures right, wrong and crafted, each with what the plain equation says of it."""
    made: list[dict[str, Any]] = []

    def case(why: str, public: bytes, message: bytes, signature: bytes, *, holds: bool) -> None:
        three = {"public": public.hex(), "message": message.hex(), "signature": signature.hex()}
        made.append({"why": why, **three, "holds": holds})

    seed = chance.randbytes(32)
    scalar, _ = curve.expand(seed)
    point, public = curve.times(scalar, curve.BASE), NATIVE.ed_public(seed)
    message = b"bb/log/1 a log entry"
    right = NATIVE.sign(seed, message)
    s = int.from_bytes(right[32:], "little")
    case("right", public, message, right, holds=True)
    for at in (0, 31, 32, 63):
        case(f"byte {at} changed", public, message, right[:at] + bytes([right[at] ^ 1]) + right[at + 1 :], holds=False)
    case("another message", public, message + b".", right, holds=False)
    case("S + L", public, message, right[:32] + (s + curve.L).to_bytes(32, "little"), holds=False)
    case("S = L", public, message, right[:32] + curve.L.to_bytes(32, "little"), holds=False)
    case("all ones", public, message, b"\xff" * 64, holds=False)
    case("zeros", public, message, bytes(64), holds=False)
    for length in (0, 32, 63, 65):
        case(f"{length} bytes", public, message, (right + b"\0")[:length], holds=False)
    case("a key of 31 bytes", public[:31], message, right, holds=False)
    case("no point with that y", (2).to_bytes(32, "little"), message, right, holds=False)
    small = curve.small_points()
    for i, torsion in enumerate(small):
        _torsioned(case, f"R with torsion {i}", chance, scalar, point, torsion, curve.ZERO)
    for i, torsion in enumerate(small):
        for _ in range(6):
            _torsioned(case, f"key with torsion {i}", chance, scalar, point, curve.ZERO, torsion)
    for i, torsion in enumerate(small):
        for _ in range(3):
            _torsioned(case, f"key of small order {i}", chance, 0, curve.ZERO, curve.ZERO, torsion)
    for y, why in ((curve.P, "y = p"), (curve.P + 1, "y = p + 1")):
        odd, point_of = y.to_bytes(32, "little"), (curve.x_of(y % curve.P) or 0, y % curve.P)
        for text in range(4):
            _forged(case, f"key written with {why}", odd, point_of, bytes([text]))
    signed_zero = (1 | 1 << 255).to_bytes(32, "little")
    for text in range(3):
        _forged(case, "x = 0 with a sign", signed_zero, curve.ZERO, bytes([text]))
    return made


def _torsioned(
    case: Any, why: str, chance: random.Random, scalar: int, point: curve.Point, on_r: curve.Point, on_key: curve.Point
) -> None:
    """Right with the cofactor whatever the torsion; without it only where the torsions cancel."""
    nonce, message = chance.randrange(curve.L), chance.randbytes(20)
    r_point, key_point = curve.add(curve.times(nonce, curve.BASE), on_r), curve.add(point, on_key)
    r, public = curve.encode(r_point), curve.encode(key_point)
    s = (nonce + curve.challenge(r, public, message) * scalar) % curve.L
    signature = r + s.to_bytes(32, "little")
    assert curve.holds_with_cofactor(public, message, signature, key_point, r_point)
    case(why, public, message, signature, holds=curve.holds_cofactorless(public, message, signature, key_point))


def _forged(case: Any, why: str, public: bytes, point: curve.Point, message: bytes) -> None:
    """For a key of small order, in an unusual encoding: R = S·B needs no secret."""
    signature = curve.encode(curve.times(7, curve.BASE)) + (7).to_bytes(32, "little")
    case(why, public, message, signature, holds=curve.holds_cofactorless(public, message, signature, point))


def agreements(chance: random.Random) -> list[dict[str, Any]]:
    """X25519; `shared` null where there is no secret."""
    cases = [(bytes.fromhex(private), bytes.fromhex(public)) for private, public, _ in RFC_7748]
    cases += [(chance.randbytes(32), NATIVE.x_public(chance.randbytes(32))) for _ in range(6)]
    made: list[dict[str, Any]] = [
        {"private": a.hex(), "mine": NATIVE.x_public(a).hex(), "public": b.hex(), "shared": NATIVE.x_shared(a, b).hex()}
        for a, b in cases
    ]
    assert [one["shared"] for one in made[:2]] == [shared for _, _, shared in RFC_7748]
    # RFC 7748 section 7: of order 1, 2, 4 or 8, some of them not reduced
    for u in (0, 1, curve.P - 1, curve.P, curve.P + 1, _order_8_u()):
        private = chance.randbytes(32)
        mine = NATIVE.x_public(private).hex()
        made.append({"private": private.hex(), "mine": mine, "public": u.to_bytes(32, "little").hex(), "shared": None})
    return made


def _order_8_u() -> int:
    """(1 + y) / (1 − y) of a point of order 8: RFC 7748 section 4.1."""
    y = curve.small_points()[1][1]
    return (1 + y) * pow(1 - y, -1, curve.P) % curve.P


def stretches() -> list[dict[str, Any]]:
    """Argon2id."""
    cases = [("246810", 64, 1), ("æøå 🦢", 1024, 2), ("0", 64, 3), ("246810", 64 * 1024, 3)]
    salt = bytes(range(16))

    async def made() -> list[dict[str, Any]]:
        return [
            {
                "secret": secret.encode().hex(),
                "salt": salt.hex(),
                "memory_kib": memory,
                "passes": passes,
                "stretched": (await NATIVE.stretch(secret.encode(), salt, memory, passes)).hex(),
            }
            for secret, memory, passes in cases
        ]

    return asyncio.run(made())


def wraps(chance: random.Random) -> list[dict[str, Any]]:
    """HPKE base mode: the published one, and ours."""
    made = [dict(RFC_9180)]
    for _ in range(3):
        ephemeral, private, info, plain = (chance.randbytes(length) for length in (32, 32, 46, 32))
        public = NATIVE.x_public(private)
        wrapped = hpke.wrap(NATIVE, ephemeral, public, info, plain)
        one = {"ephemeral": ephemeral, "private": private, "public": public, "info": info, "plain": plain, "aad": b""}
        made.append({name: value.hex() for name, value in {**one, "wrapped": wrapped}.items()})
    return made


def derivations(chance: random.Random) -> list[dict[str, Any]]:
    """Everything the protocol derives, by the words of docs/protocol.md and the HKDF and SHA-256 of other hands."""
    secret, circle, grant, device = (chance.randbytes(length) for length in (32, 16, 32, 32))
    rung, epoch = 2, 7
    place, time = bytes([rung]), epoch.to_bytes(4, "big")
    space = hashlib.sha256(b"bb/space/1" + circle + place).digest()[:16]

    def made(info: bytes, length: int = 32) -> str:
        return HKDF(SHA256(), length, salt=None, info=info).derive(secret).hex()

    said = {name: value.hex() for name, value in {"secret": secret, "circle": circle, "grant": grant}.items()}
    names = {"space": space.hex(), "author": hashlib.sha256(grant + device).digest()[:16].hex()}
    given: dict[str, Any] = {**said, **names, "device": device.hex(), "rung": rung, "epoch": epoch}
    return [
        {
            **given,
            "made": {
                "rung": made(b"bb/rung/1" + circle + place + time),
                "row": made(b"bb/key/1" + space + time),
                "entry": made(b"bb/entry/1" + circle + time),
                "link": made(b"bb/link/1" + circle + place + time),
            },
            "invited": [made(b"bb/invite/id")[:32], made(b"bb/invite/key"), made(b"bb/invite/sign")],
        }
    ]


def attachments(chance: random.Random) -> list[dict[str, Any]]:
    """Files as chunks, by the words of docs/protocol.md: the names of the sealed bytes."""
    made = []
    for size in (0, 5, 4_096, 4_097, CHUNK, CHUNK + 1, 600_000):
        key, attachment = chance.randbytes(32), chance.randbytes(16)
        padded = max(size, 4_096)
        step = 1 << (padded.bit_length() - 1 - (padded.bit_length() - 1).bit_length())
        padded += -padded % step
        content = content_of(size) + bytes(padded - size)
        pieces = [content[at : at + CHUNK] for at in range(0, padded, CHUNK)]
        names = []
        for place, piece in enumerate(pieces):
            aad = b"bb/chunk/1" + attachment + struct.pack(">II", place, len(pieces))
            sealed = AESGCM(key).encrypt(bytes(8) + struct.pack(">I", place), piece, aad)
            names.append(hashlib.sha256(sealed).hexdigest())
        made.append({"key": key.hex(), "attachment": attachment.hex(), "size": size, "chunks": names})
    return made


def recoveries(chance: random.Random) -> list[dict[str, Any]]:
    """Sheets, who stands behind them and how she logs in, by the words of docs/protocol.md and the hands of others."""
    made = []
    for number, needed in ((1, 2), (3, 3), (8, 8)):
        lengths = {"seed": 16, "share": 16, "circle": 16, "salt": 4, "hub": 32}
        one = {name: chance.randbytes(length) for name, length in lengths.items()}
        rung, epoch, now_s = number % 3, 70_000 + number, 1_770_000_000 + number

        def derived(what: bytes, seed: bytes = one["seed"]) -> bytes:
            return HKDF(SHA256(), 32, salt=None, info=b"bb/recovery/" + what).derive(seed)

        person = derived(b"person")[:16]
        signer = Ed25519PrivateKey.from_private_bytes(derived(b"sign"))
        device = signer.public_key().public_bytes_raw()
        commitment = hashlib.sha256(b"bb/recovery/1" + one["seed"]).digest()[:16]
        body = bytes([number * 16 + needed]) + one["share"] + commitment
        checked = body + hashlib.sha256(b"bb/sheet/1" + body).digest()[:2]
        letters = base64.b32encode(checked).decode().rstrip("=").translate(CROCKFORD)
        front = struct.pack(">I", now_s) + one["salt"]
        nonce = front + hmac.digest(one["hub"], b"bb/hello/1" + device + front, "sha256")[:8]
        proof = signer.sign(b"bb/login/1" + nonce)
        told = {
            "commitment": commitment,
            "person": person,
            "device": device,
            "box": X25519PrivateKey.from_private_bytes(derived(b"box")).public_key().public_bytes_raw(),
            "wrap_info": b"bb/wrap/1" + one["circle"] + struct.pack(">BI", rung, epoch) + person,
            "own": hashlib.sha256(b"bb/own/1" + person + device).digest()[:16],
            "hello": b"\x92\x01\xc4\x20" + device,
            "login": b"\x94\x01\xc4\x20" + device + b"\xc4\x10" + nonce + b"\xc4\x40" + proof,
        }
        typed = "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
        given = {**{name: value.hex() for name, value in one.items()}, "nonce": nonce.hex(), "now_s": now_s}
        places = {"number": number, "needed": needed, "rung": rung, "epoch": epoch}
        words = {"typed": typed, "drawn": "BB/SHEET/1:" + letters}
        made.append({**given, **places, "made": {**{name: value.hex() for name, value in told.items()}, **words}})
    return made


def answers() -> dict[str, Any]:
    """All of them; the same at every run."""
    chance = random.Random("brobygger known answers 1")
    return {
        "seal": seals(chance),
        "sign": signatures(chance),
        "verify": verdicts(chance),
        "agree": agreements(chance),
        "stretch": stretches(),
        "hpke": wraps(chance),
        "derive": derivations(chance),
        "attached": attachments(chance),
        "recover": recoveries(chance),
        "hkdf": [dict(zip(("secret", "salt", "info", "length", "made"), one, strict=True)) for one in RFC_5869],
    }


if __name__ == "__main__":
    WHERE.write_text(json.dumps(answers(), indent=1) + "\n", encoding="utf-8")
    print(WHERE, WHERE.stat().st_size)
