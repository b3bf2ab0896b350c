"""What two talked over, solution first; and what goes along to an office."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class Conversation(Record, table=True):
    """What succeeded and what next, around one meeting. Lives on the innermost rung (`notes`)."""

    meeting: str = ""
    mentee: str = ""
    day: date | None = None
    succeeded: Prose = ""
    better: Prose = ""
    harder: Prose = ""
    hope: Prose = ""  # the best hope
    ahead: Prose = ""  # what next


class Office(StrEnum):
    """Where the mentor goes along."""

    MUNICIPALITY = "municipality"
    DOCTOR = "doctor"
    SCHOOL = "school"
    OTHER = "other"


class Errand(Record, table=True):
    """An appointment somewhere with the mentor beside her. Lives in the `plan` space: it is hers."""

    meeting: str = ""
    office: str = ""  # an Office
    bring: Prose = ""
    ask: Prose = ""
    agreed: Prose = ""
