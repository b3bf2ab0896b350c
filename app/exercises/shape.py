"""A mapping from a file, read into frozen dataclasses: the annotations are the schema, and a refusal names the part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import IntEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints  # Any: what a file holds, before it is known

Place = tuple[str | int, ...]
Shape = TypeVar("Shape")


class BadPart(ValueError):
    """A part of a file is missing or of another shape; `place` = the keys and numbers that lead to it."""

    def __init__(self, place: Place, why: str) -> None:
        self.place, self.why = place, why
        super().__init__(f"{'.'.join(map(str, place)) or 'the whole'}: {why}")


def shaped(shape: Callable[..., Shape], raw: object, place: Place = (), *, strict: bool = False) -> Shape:
    """`raw` as a `shape`; BadPart where it is none.

    A key that the shape does not know is of a newer app and ignored; `strict` refuses it, as a slip of the pen.
    """
    if not isinstance(raw, Mapping):
        raise BadPart(place, "must be a list of names and values")
    parts = _parts(shape)
    unknown = sorted(map(str, raw.keys() - {key for _name, key, _hint, _needed in parts})) if strict else []
    if unknown:
        raise BadPart((*place, unknown[0]), "is no part of this")
    read: dict[str, object] = {}
    for name, key, hint, needed in parts:
        if key in raw:
            read[name] = _value(hint, raw[key], (*place, key), strict)
        elif needed:
            raise BadPart((*place, key), "is missing")
    return shape(**read)


@cache
def _parts(shape: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    """(field, key in the file, type, needed) of each; a key that Python keeps for itself ends in _ here."""
    hints = get_type_hints(shape)
    return tuple(
        (
            each.name,
            each.name.rstrip("_"),
            hints[each.name],
            each.default is MISSING and each.default_factory is MISSING,
        )
        for each in fields(shape)
        if each.init
    )


def _value(hint: Any, raw: object, place: Place, strict: bool) -> object:  # noqa: FBT001 - handed on
    kind, inside = get_origin(hint) or hint, get_args(hint)
    if kind is tuple:
        if not isinstance(raw, list | tuple):
            raise BadPart(place, "must be a list")
        return tuple(_value(inside[0], each, (*place, number), strict) for number, each in enumerate(raw))
    if kind is Mapping:
        if not isinstance(raw, Mapping):
            raise BadPart(place, "must be a list of names and values")
        return {str(key): _value(inside[1], each, (*place, key), strict) for key, each in raw.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        read_short = getattr(kind, "short", None)
        return read_short(raw) if read_short and isinstance(raw, str) else shaped(kind, raw, place, strict=strict)
    if issubclass(kind, IntEnum):
        if raw not in kind.__members__:
            raise BadPart(place, f"must be one of {', '.join(kind.__members__)}")
        return kind[str(raw)]
    if not isinstance(raw, kind) or isinstance(raw, bool):
        raise BadPart(place, "must be text (in quotes)" if kind is str else "must be a whole number")
    return raw
