"""Something said with one's own voice: to her, or by her to one of those who are near. Always in `plan`."""

from app.records.record import Record


class VoiceMessage(Record, table=True):
    """Its sound is an Attachment beside it. Who reads the plan may hear it; it is shown to the two it is between."""

    speaker: str = ""  # pseudonym of who spoke, 32 hex digits
    name: str = ""  # what she calls who spoke
    listener: str = ""  # pseudonym of the one of us it is for; "" = for her whose plan it is
    sent: str = ""  # "YYYY-MM-DDTHH:MM", the wall clock where it was said
    seconds: int | None = None
    heard: bool | None = None  # by the one it is for
