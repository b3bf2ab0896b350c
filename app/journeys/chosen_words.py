"""What she practises and why: kinds of work, words of a meeting, words of her own; and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.exercises.written import whole_id
from app.i18n import N_
from app.journeys.spoken import keep_spoken
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import CanNow, ChosenWord, Meeting, Mentee, OwnWord, PractiseTogether, RowId, Setting

AT_MOST = 5
FIRST_DECK = "everyday"
_WISH = "practise "
_YES = "yes"


def wanted_decks(ports: Ports) -> frozenset[str]:
    """What she would like to practise; everyday life before she has said anything, and when nothing else is left."""
    wishes = ports.store.find(Setting, col(Setting.key).startswith(_WISH), col(Setting.value) == _YES, limit=100)
    return frozenset(wish.key.removeprefix(_WISH) for wish in wishes) or frozenset({FIRST_DECK})


def want_deck(ports: Ports, *, deck: str, wanted: bool) -> None:
    """One tap on a picture; what was shown as wanted stays so. On two phones at once, each is a choice by itself."""
    said = dict.fromkeys(wanted_decks(ports), _YES) if wanted else {}
    space = ports.store.space("own")
    with ports.store.write() as tx:
        for name, value in (said | {deck: _YES if wanted else ""}).items():
            key = f"{_WISH}{name}"
            row = beside(space, key)
            there = ports.store.get(Setting, row, space)
            if there is None:
                tx.add(Setting(id=row, space=space, key=key, value=value))
            else:
                tx.change(there, value=value)


def chosen_rows(ports: Ports, space: str | None = None) -> list[ChosenWord]:
    """Five at most, those of the newest meeting: two who chose on two phones do not make it ten."""
    where = [col(ChosenWord.space) == space] if space is not None else []
    order = (col(ChosenWord.chosen_on).desc(), col(ChosenWord.id))
    return ports.store.find(ChosenWord, *where, col(ChosenWord.left_on).is_(None), order_by=order, limit=AT_MOST)


def chosen_words(ports: Ports) -> tuple[str, ...]:
    """Ids of the words that she practises until the next meeting."""
    return tuple(whole_id(row.word) for row in chosen_rows(ports))


def choose_words(ports: Ports, *, mentee: Mentee, meeting: Meeting | None, words: Sequence[str]) -> None:
    """We practise these until next time; what was chosen before makes room."""
    few_enough(words)
    space, today = ports.store.beside(mentee.space, "plan"), ports.today()
    before = {row.word: row for row in ports.store.find(ChosenWord, col(ChosenWord.space) == space)}
    with ports.store.write() as tx:
        for word, row in before.items():
            if row.left_on is None and word not in words:
                tx.change(row, left_on=today)
        for word in dict.fromkeys(words):
            there = before.get(word)
            at = meeting.id if meeting else ""
            if there is None:
                named = beside(space, f"chosen {word}")
                tx.add(ChosenWord(id=named, space=space, word=word, meeting=at, chosen_on=today))
            elif there.left_on is not None:
                tx.change(there, left_on=None, meeting=at, chosen_on=today)


def few_enough(words: Sequence[str]) -> None:
    """Refuses what is more than a pair can practise."""
    if len(set(words)) > AT_MOST:
        raise Refusal(N_("Choose five words at most."))


def chosen_before(ports: Ports, space: str) -> set[str]:
    """All that were ever chosen."""
    return {row.word for row in ports.store.find(ChosenWord, col(ChosenWord.space) == space)}


def add_own_word(ports: Ports, *, row: RowId, space: str, text: str, means: str = "", language: str = "") -> OwnWord:
    """A word that no deck has. Its spelling was asked about where it was written; no word is refused for it.

    `means`: in her language, if somebody knows; `language` is its code, "" where nobody says.
    """
    word = _own_word(ports, row, space, text, (means, language))
    with ports.store.write() as tx:
        return tx.add(word)


async def say_own_word(
    ports: Ports, *, row: RowId, space: str, text: str, recording: Recording, means: str = "", language: str = ""
) -> OwnWord:
    """The same, and how it is said: she hears that voice, on her own phone too."""
    word = _own_word(ports, row, space, text, (means, language))
    await keep_spoken(ports, beside=word, space=space, recording=recording)
    return word


def _own_word(ports: Ports, row: RowId, space: str, text: str, explained: tuple[str, str]) -> OwnWord:
    text, means = as_written(text, explained[0])
    language = explained[1] if means else ""
    return OwnWord(id=row, space=space, text=text, means=means, language=language, added_on=ports.today())


def as_written(text: str, means: str) -> tuple[str, str]:
    """Tidied; refused without a Danish word, and with a number that names a person."""
    text, means = tidy(text), tidy(means)
    if not text:
        raise Refusal(N_("Write the Danish word."))
    refuse_cpr(text, means)
    return text, means


def own_words(ports: Ports, space: str | None = None) -> list[OwnWord]:
    """The newest first."""
    where = [col(OwnWord.space) == space] if space is not None else []
    return ports.store.find(OwnWord, *where, order_by=(col(OwnWord.added_on).desc(), col(OwnWord.id)), limit=100)


def can_now(ports: Ports, space: str | None = None) -> list[CanNow]:
    """What she can do now, as far as anything of it is filled."""
    where = [col(CanNow.space) == space] if space is not None else []
    return ports.store.find(CanNow, *where, col(CanNow.words) > 0, order_by=(col(CanNow.deck), col(CanNow.can)))


def together(ports: Ports, space: str) -> list[str]:
    """Words that are easier with somebody beside her."""
    rows = ports.store.find(
        PractiseTogether, col(PractiseTogether.space) == space, col(PractiseTogether.wanted).is_(True)
    )
    return sorted(row.word for row in rows)
