"""A picture or a recording that belongs to something somebody wrote."""

from datetime import date
from enum import StrEnum

from app.records.record import Record


class Kind(StrEnum):
    """What a file may be; no other is taken or shown."""

    PHOTO = "image/jpeg"
    VOICE = "audio/webm"
    VOICE_AAC = "audio/mp4"


class Attachment(Record, table=True):
    """One file beside a row, in a space of that row's circle. Its bytes travel apart from it, in sealed chunks."""

    noun: str = ""  # what it belongs to, on the wire
    row: str = ""
    kind: str = ""  # a Kind. Kept as text: a newer app may know more kinds
    size: int | None = None  # bytes
    key: str = ""  # seals this file and no other; 64 hex digits
    chunks: str = ""  # their names, in order, 64 hex digits each
    thumb: str = ""  # a small JPEG in base64, of 8 KiB at most; "" when there is none
    added_on: date | None = None
