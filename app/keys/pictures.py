"""Four pictures that two phones show alike only if both saw the same joining; people compare them by eye or by voice.

A picture is one of twelve with one to six dots: 72 signs, so four tell 24.7 bits. That is few enough to be tried out,
so they are stretched as a PIN is: who wants a key of his own with the same four computes some 27 million stretchings
(80 days of one core), and has only the minutes until the two have looked.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.keys.provider import Provider

PICTURES = ("boat", "bridge", "tree", "sun", "teapot", "lamp", "bicycle", "house", "bird", "flower", "kite", "cup")
"""Part of the protocol: neither the names nor their order change."""

DOTS, SIGNS = 6, 4
MEMORY_KIB, PASSES = 64 * 1024, 3
_NAME = b"bb/pictures/1"


@dataclass(frozen=True)
class Sign:
    """One of the four: a name of the picture set, with `dots` from 1 to 6 under it."""

    picture: str
    dots: int


async def four_pictures(
    provider: Provider, *, root_hash: bytes, grant: bytes, device: bytes, box: bytes
) -> tuple[Sign, ...]:
    """The signs of a device that joined: by the pinned root, its grant in the root circle, and its two public keys."""
    return read_off(await provider.stretch(_NAME + root_hash + grant + device + box, _NAME, MEMORY_KIB, PASSES))


def read_off(stretched: bytes) -> tuple[Sign, ...]:
    """The number written with 72 digits, its last four, the last one first."""
    rest, signs = int.from_bytes(stretched, "big"), list[Sign]()
    for _ in range(SIGNS):
        rest, digit = divmod(rest, len(PICTURES) * DOTS)
        signs.append(Sign(PICTURES[digit // DOTS], digit % DOTS + 1))
    return tuple(signs)
