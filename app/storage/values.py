"""A field's value on the wire and in a record. What comes from outside is never trusted to have the right type."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin

Value = str | int | bool | None
"""What MessagePack carries of a field. Days travel as "YYYY-MM-DD"."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def to_wire(value: object) -> Value:
    """TypeError for a value no field may hold."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)  # a StrEnum member travels as its text
    if value is None or isinstance(value, int):
        return value
    raise TypeError(f"no field holds a {type(value).__name__}")


def reader(annotation: Any) -> Callable[[object], Any]:
    """Reads a value for a field of that type; ValueError for any other, and then the word waits for a newer app."""
    optional = get_origin(annotation) in {Union, UnionType} and type(None) in get_args(annotation)
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)] if optional else [annotation]
    read = _READ[kinds[0]]
    return (lambda value: None if value is None else read(value)) if optional else read


def _text(value: object) -> str:
    if type(value) is str:
        return value
    raise ValueError("not a text")


def _number(value: object) -> int:
    if type(value) is int and -(2**63) <= value < 2**63:
        return value
    raise ValueError("not a number")


def _fact(value: object) -> bool:
    if type(value) is bool:
        return value
    raise ValueError("not a yes or no")


def _day(value: object) -> date:
    if type(value) is str and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise ValueError("not a day")


def usual(read: Callable[[object], Any]) -> type:
    """The type of which that reader takes every value; one that no value has when it must look at each."""
    return str if read is _text else Never


class Never:
    """No value is of this type."""


_READ: dict[Any, Callable[[object], Any]] = {str: _text, int: _number, bool: _fact, date: _day}
