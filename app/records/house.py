"""What an organisation has decided for all its phones."""

from app.records.record import Record


class HouseRule(Record, table=True):
    """One rule; its row is the same whoever sets it. Lives in the `public` space, or in the area it is about."""

    key: str = ""
    value: str = ""


class HouseWord(Record, table=True):
    """A Danish word of the organisation's own deck: nothing says who needed it first, or when. In `public`."""

    text: str = ""
    picture: str = ""  # of a deck that we ship: its id, a point, the drawing's name
    voice: str = ""  # row id of the Attachment in which somebody of the organisation says it


class HouseMeaning(Record, table=True):
    """What such a word means in one language; its row is the same whoever writes it. In `public`."""

    word: str = ""  # row id of the HouseWord
    language: str = ""
    text: str = ""
