"""Whose file it is that something came in."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import col

from app.ports import Ports
from app.records import Mentee


def covers(ports: Ports, spaces: Collection[str]) -> dict[str, Mentee]:
    """{the space of her facts: her file} of these spaces; not of one that has none here."""
    return {one.space: one for one in ports.store.find(Mentee, col(Mentee.space).in_(spaces))}
