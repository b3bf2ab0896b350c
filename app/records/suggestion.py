"""A better word for something the app says."""

from datetime import date

from app.records.record import Prose, Record


class Suggestion(Record, table=True):
    """Somebody who works here knows a better word in one language. Goes out with that language for review."""

    language: str = ""  # a code of app/i18n/languages.py
    text: str = ""  # the words as they stand now
    instead: Prose = ""
    said_on: date | None = None
