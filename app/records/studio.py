"""A human voice for the texts of her face: who may lend it, and what was recorded. Both in `public`."""

from datetime import date

from app.records.record import Record


class StudioRight(Record, table=True):
    """The organisation trusts somebody to speak for it in one language."""

    person: str = ""  # pseudonym, 32 hex digits
    name: str = ""
    language: str = ""  # a code of ours
    ended_on: date | None = None


class Recorded(Record, table=True):
    """One text, said by one person. Its sound is an Attachment beside it; it counts once a second person said yes."""

    key: str = ""  # of the text in that language, as domain/studio.py makes it: another wording is another key
    language: str = ""
    speaker: str = ""  # pseudonym
    name: str = ""
    recorded_on: date | None = None
    confirmed_by: str = ""  # pseudonym of somebody else; "" until then
    agreed_on: date | None = None  # when the speaker said that everybody here may hear her
