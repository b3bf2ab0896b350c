"""Something she is good at, as she says it. In `plan`: she and who walks with her read it."""

from datetime import date

from app.records.record import Prose, Record


class Strength(Record, table=True):
    """One card of hers; the same kind chosen on two phones is one row."""

    kind: str = ""  # a card of app/views/strength_words.py. Kept as text: a newer app may know more
    text: Prose = ""  # an example, in her words
    voice: str = ""  # row of the Attachment in which she tells it; "" = she did not speak
    chosen_on: date | None = None
    left_on: date | None = None  # she chose another instead
