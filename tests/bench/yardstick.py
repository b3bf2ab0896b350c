"""What the yardstick's hub and clients have agreed on: two fixed invitations, and a record as a contact of the app."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any  # Any: a record's values as JSON holds them

from app.records import Contact

WHO = ("a", "b")
_MOMENT = re.compile(r"(\w+), (\d\d:\d\d), (\d+) min\n(.*)", re.DOTALL)


def invitation(who: str) -> bytes:
    """The one-time secret by which `a` or `b` joins."""
    return sha256(b"bb/yardstick/invitation/" + who.encode()).digest()[:16]


def as_contact(said: Mapping[str, Any], space: str) -> Contact:
    """A yardstick record as somebody would write it into the app; nothing of it is lost, see `as_said`."""
    day, moment = str(said["when"]).split("T")
    return Contact(
        id=str(said["id"]).replace("-", ""),
        space=space,
        name=said["person"],
        address=said["place"],
        channel=said["kind"],
        outcome=said["status"],
        met_on=date.fromisoformat(day),
        note=f"{said['worker']}, {moment[:5]}, {said['minutes']} min\n{said['note']}",
    )


def as_said(contact: Contact) -> dict[str, Any]:
    """The record behind a contact, as it was given; ValueError for another contact."""
    found = _MOMENT.fullmatch(contact.note)
    if found is None:
        raise ValueError("no record of the yardstick")
    worker, moment, minutes, note = found.groups()
    row = contact.id
    return {
        "id": f"{row[:8]}-{row[8:12]}-{row[12:16]}-{row[16:20]}-{row[20:]}",
        "kind": contact.channel,
        "place": contact.address,
        "worker": worker,
        "person": contact.name,
        "when": f"{contact.met_on}T{moment}:00Z",
        "status": contact.outcome,
        "minutes": int(minutes),
        "note": note,
    }
