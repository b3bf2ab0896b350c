"""What somebody wrote and does not count, given to a steward."""

from enum import StrEnum

from app.records.record import Record


class Done(StrEnum):
    """What a steward did with it."""

    TAKEN = "taken"
    NOT_USED = "not used"


class Handed(Record, table=True):
    """The words of one row as they were written. Lives in that row's space, or in another one of the same circle."""

    noun: str = ""  # on the wire
    row: str = ""
    origin: str = ""  # the space of that row
    said: str = ""  # the fields, {name: value} as JSON: a noun that this app does not know stays readable
    why: str = ""  # a reason word: of docs/protocol.md, `role`, `table` or `damaged`
    written_ms: int | None = None  # when she wrote it, ms since 1970 UTC, as far as her phone knew
    done: str = ""  # a Done; "" while it waits
