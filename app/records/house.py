"""What an organisation has decided for all its phones."""

from app.records.record import Record


class HouseRule(Record, table=True):
    """One rule; its row is the same whoever sets it. Lives in the `public` space."""

    key: str = ""
    value: str = ""
