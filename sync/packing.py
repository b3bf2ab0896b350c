"""MessagePack between strangers: bounded, exact types, no surprise; whatever is odd is `Malformed`."""

from __future__ import annotations

import math
import zlib
from typing import Any, NoReturn  # Any: what MessagePack holds is only known after it was checked

import msgpack

from sync.errors import Malformed, TooLarge
from sync.padding import padme

ARRAY_MAX = 16_384
MAP_MAX = 4_096
DEPTH_MAX = 6  # of a value somebody typed: lists and maps in lists and maps

WORD = (1 << 64) - 1
HALF = (1 << 32) - 1
LONG = (1 << 63) - 1


def pack(parts: object) -> bytes:
    """MessagePack bytes, strings and binaries kept apart; raises `Malformed` for what MessagePack cannot hold."""
    try:
        packed: bytes = msgpack.packb(parts, use_bin_type=True)
    except (ValueError, TypeError, OverflowError) as cause:
        raise Malformed("not to be packed") from cause
    return packed


def unpack(data: bytes, limit: int) -> Any:
    """One MessagePack value from at most `limit` bytes; raises `TooLarge` or `Malformed`."""
    if len(data) > limit:
        raise TooLarge(f"{len(data)} bytes, {limit} allowed")
    try:
        return msgpack.unpackb(
            data,
            raw=False,
            use_list=True,
            strict_map_key=True,
            ext_hook=_no_ext,
            object_pairs_hook=_once_each,
            max_array_len=ARRAY_MAX,
            max_map_len=MAP_MAX,
            max_ext_len=0,
        )
    except Malformed:
        raise
    except (ValueError, TypeError, RecursionError, OverflowError, msgpack.exceptions.UnpackException) as cause:
        raise Malformed("not MessagePack") from cause


def _no_ext(_code: int, _data: bytes) -> NoReturn:
    raise Malformed("extension types are not spoken here")


def _once_each(pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
    kept = dict(pairs)
    if len(kept) != len(pairs):
        raise Malformed("a key twice in one map")
    return kept


def parts(value: Any, least: int, most: int | None = None) -> list[Any]:
    """A list of `least` to `most` parts (`most` missing: exactly `least`)."""
    if type(value) is not list or not least <= len(value) <= (least if most is None else most):
        raise Malformed("not a list of that length")
    return value


def blob(value: Any, length: int) -> bytes:
    """Exactly `length` bytes."""
    if type(value) is not bytes or len(value) != length:
        raise Malformed(f"not {length} bytes")
    return value


def blob_upto(value: Any, most: int, least: int = 0) -> bytes:
    """`least` to `most` bytes."""
    if type(value) is not bytes or not least <= len(value) <= most:
        raise Malformed(f"not {least} to {most} bytes")
    return value


def number(value: Any, most: int = LONG) -> int:
    """An integer from 0 to `most`."""
    if type(value) is not int or not 0 <= value <= most:
        raise Malformed("not a number in range")
    return value


def flag(value: Any) -> bool:
    """0 or 1."""
    return number(value, 1) == 1


def word(value: Any, most: int = 64) -> str:
    """A short string, not empty."""
    if type(value) is not str or not 0 < len(value) <= most:
        raise Malformed("not a word")
    return value


def plain(value: Any, depth: int = DEPTH_MAX) -> Any:
    """A value as a field holds it: None, truth, finite number, text, bytes, list, map by text; raises `Malformed`."""
    kind = type(value)
    if value is None or kind is str or kind is bool or kind is bytes:
        return value
    if kind is int:
        if not -(1 << 63) <= value <= WORD:
            raise Malformed("a number too large")
        return value
    if kind is float:
        if not math.isfinite(value):
            raise Malformed("not a number")
        return value
    if depth == 0:
        raise Malformed("nested too deep")
    if kind is list:
        for inner in value:
            plain(inner, depth - 1)
        return value
    if kind is dict:
        for key, inner in value.items():
            if type(key) is not str:
                raise Malformed("a map is keyed by text")
            plain(inner, depth - 1)
        return value
    raise Malformed(f"{kind.__name__} is no value of a field")


def squeeze(plain_bytes: bytes, before: bytes = b"", known: bytes = b"") -> bytes:
    """`before` as it is, then raw deflate, all padded with zeros to a PADMÉ length. `known` = a static dictionary."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15, strategy=zlib.Z_FILTERED, zdict=known)
    squeezed = before + deflate.compress(plain_bytes) + deflate.flush()
    return squeezed.ljust(padme(len(squeezed)), b"\0")


def expand(squeezed: bytes, limit: int, known: bytes = b"") -> bytes:
    """The inverse of `squeeze`, at most `limit` bytes; a bomb, a cut or anything but zeros behind it is `Malformed`."""
    inflate = zlib.decompressobj(-15, zdict=known)
    try:
        expanded = inflate.decompress(squeezed, limit)
        if not inflate.eof:  # exactly at the limit the end mark may be left over
            expanded += inflate.decompress(inflate.unconsumed_tail, 1)
    except zlib.error as cause:
        raise Malformed("not deflated") from cause
    if not inflate.eof or len(expanded) > limit:
        raise Malformed("cut short, or larger than allowed")
    if inflate.unused_data.strip(b"\0"):
        raise Malformed("something behind the end")
    return expanded
