"""Danish that she practises. Each answer is hers alone; words chosen for her, and what she can do, stand in `plan`."""

from datetime import date

from app.records.record import Record


class Review(Record, table=True):
    """She answered once. Rows are added and never changed: what she remembers is told from them. In her `own` space."""

    word: str = ""  # the whole id of what was asked: cleaning.mop
    strand: str = ""  # a Strand
    kind: str = ""  # a Kind
    good: bool | None = None  # the first answer was right
    among: int | None = None  # a blind tap is right once in so many
    counts: bool | None = None  # no: she met the word for the first time, or it came back in the same sitting
    at_ms: int | None = None  # since 1970 UTC, by her phone
    zone: str = ""  # whose wall clock the day is read from
    sequence: int | None = None  # the how manieth of this phone, for a clock that was set back


class ChosenWord(Record, table=True):
    """A word that two people practise until they meet next. In `plan`."""

    word: str = ""  # the whole id, or the row id of an OwnWord
    meeting: str = ""  # row id of the Meeting it was chosen at; "" at none
    chosen_on: date | None = None
    left_on: date | None = None  # others were chosen


class OwnWord(Record, table=True):
    """A word that she needs and no deck has; who wrote it looked at the spelling. In `plan`, its voice beside it."""

    text: str = ""
    means: str = ""  # in her language
    language: str = ""  # the code of the one it is explained in; "" where nobody said
    picture: str = ""  # a drawing's name
    added_on: date | None = None


class CanNow(Record, table=True):
    """What she can do now, as her phone sums it up. No day and no wrong answer can be read from it. In `plan`."""

    deck: str = ""
    can: str = ""  # a can-do of that deck
    words: int | None = None  # of those that count towards it, so many sit
    among: int | None = None  # so many there are


class PractiseTogether(Record, table=True):
    """A word that is easier with somebody beside her. In `plan`."""

    word: str = ""  # the whole id; of an OwnWord or a HouseWord, own. or ours. and its row id
    wanted: bool | None = None


class MissionTold(Record, table=True):
    """One of those who did a small thing in Danish together says so. In `plan`, one row for each who says it."""

    mission: str = ""  # the whole id: everyday.mission.hello
    by: str = ""  # the person, as hex
    done: bool | None = None  # no: tapped by mistake, and taken back


class WorkPicture(Record, table=True):
    """A tool or a task at the place where she works, never a face. In `plan`; its photo and its voice beside it."""

    text: str = ""  # what it is called in Danish
    taken_on: date | None = None
