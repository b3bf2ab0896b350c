"""A reminder leaves the house as little as can be: a message she gets, a mark in a worker's own calendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

_LINE = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""

ALARM_MINUTES = 60


def message(phone: str, words: str) -> str:
    """The address that opens a message to that number (RFC 5724), ready to be sent by hand.

    `?&body=`: iPhones read what follows the `&`, Androids what follows the `?`.
    """
    digits = "".join(sign for sign in phone if sign.isdecimal() or sign == "+")
    return f"sms:{digits}?&body={quote(words, safe='')}"


def calendar_file(uid: str, *, starts: datetime, minutes: int, words: str, now_ms: int) -> bytes:
    """One event with an alarm an hour before (RFC 5545). `starts` is what clocks show where she is: floating time,
    decisions/0012. `words` is all that the calendar is told. Taken in again after a change it replaces the event.
    """
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Brobygger//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{now_ms // 60_000}",
        f"DTSTART:{starts:%Y%m%dT%H%M%S}",
        f"DTEND:{starts + timedelta(minutes=minutes):%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(words)}",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(words)}",
        f"TRIGGER:-PT{ALARM_MINUTES}M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line above 75 octets, no letter torn in two."""
    pieces, room = [""], _LINE
    for letter in line:
        octets = len(letter.encode())
        if octets > room:
            pieces.append("")
            room = _LINE - 1  # the blank before it
        pieces[-1] += letter
        room -= octets
    return "\r\n ".join(pieces)
