"""Two contacts are one person."""

from app.records.record import Record


class SamePerson(Record, table=True):
    """Somebody saw that two lines are about one person. Both stay; taking this row away parts them again.

    Its row is the same whoever says it of these two. Lives in the `area` space.
    """

    one: str = ""  # row ids of contacts, the smaller first
    other: str = ""
