"""Who works here, and what one person has chosen for herself."""

from app.records.record import Record


class MemberCard(Record, table=True):
    """A worker, mentor or coordinator as the others see her. Lives in the `staff` space."""

    person: str = ""  # pseudonym, 32 hex digits
    name: str = ""
    role: str = ""
    picture: str = ""
    languages: str = ""


class Setting(Record, table=True):
    """One choice of one person. Lives in her `own` space."""

    key: str = ""
    value: str = ""
