"""Bytes as letters and digits that can be read out, written on paper and typed: none is to be mistaken for another."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""

_READ_AS = str.maketrans("OIL", "011", "- \t\n")


def spell(secret: bytes, group: int = 5) -> str:
    """In groups, five bits a letter; the last is filled up with zeros."""
    count = -(-len(secret) * 8 // 5)
    value = int.from_bytes(secret, "big") << (count * 5 - len(secret) * 8)
    letters = "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(count)))
    return "-".join(letters[at : at + group] for at in range(0, count, group))


def hear(text: str, length: int) -> bytes:
    """The inverse, however it was grouped and typed; b"" for what is not `length` bytes spelled."""
    count = -(-length * 8 // 5)
    folded = text.upper().translate(_READ_AS)
    if len(folded) != count or set(folded) - set(ALPHABET):
        return b""
    value = 0
    for letter in folded:
        value = value << 5 | ALPHABET.index(letter)
    spare = count * 5 - length * 8
    return b"" if value & ((1 << spare) - 1) else (value >> spare).to_bytes(length, "big")
