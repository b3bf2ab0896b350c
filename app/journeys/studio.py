"""The studio: somebody whom the organisation trusts records a text, somebody else listens and says yes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlmodel import col

from app.domain.aloud import DANISH
from app.domain.beside import beside
from app.domain.loudness import Loudness, loudness
from app.domain.roles import STEWARDS
from app.domain.studio import Coverage, counts, coverage, key_of, may_join, trusted
from app.i18n import N_, danish
from app.i18n.catalogue import catalogue
from app.i18n.prompts import prompts
from app.journeys.attachments import attach, remove_file
from app.journeys.my_voice import agreed_on
from app.journeys.spoken import with_sound
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import Attachment, Kind, Recorded, RowId, StudioRight

ALL = 5_000
"""More recordings than any organisation has."""


@dataclass(frozen=True)
class Prompt:
    """One text to be said: `text` as it stands on her screen, `key` as recordings name it."""

    key: str
    text: str
    danish: str


def prompts_in(language: str) -> tuple[Prompt, ...]:
    """Each wording once, of what is said in that language; none where the language is not on this phone."""
    return _prompts(language) if catalogue(language) is not None else ()


def lacking_in(language: str) -> int:
    """How many of them are not said in that language yet; it cannot be whole before."""
    texts = catalogue(language)
    return sum(not (texts and texts.gettext(source)) for source in prompts())


@cache
def _prompts(language: str) -> tuple[Prompt, ...]:
    texts, house = catalogue(language), danish()
    found: dict[str, Prompt] = {}
    for source in prompts():
        text = texts.gettext(source) if texts else ""
        if not text:
            continue
        found.setdefault(key_of(language, text), Prompt(key_of(language, text), text, house(source)))
    return tuple(found.values())


def in_danish(text: str) -> Prompt:
    """What an exercise says."""
    return Prompt(key_of(DANISH, text), text, text)


def recorded_in(ports: Ports, language: str, key: str = "") -> list[Recorded]:
    """The newest first; of one text or of all."""
    where = [col(Recorded.key) == key] if key else []
    order = (col(Recorded.recorded_on).desc(), col(Recorded.id))
    found = ports.store.find(Recorded, col(Recorded.language) == language, *where, order_by=order, limit=ALL)
    return with_sound(ports, found)


def coverage_of(ports: Ports, language: str) -> Coverage:
    """How far that language is. One that is not on this phone is told by what was recorded, old wordings and all."""
    recorded = recorded_in(ports, language)
    if catalogue(language) is None:
        keys = {one.key for one in recorded}
        return coverage(keys, recorded, max(len(prompts()) - len(keys), 1))
    return coverage([one.key for one in prompts_in(language)], recorded, lacking_in(language))


def rights(ports: Ports) -> list[StudioRight]:
    """Who may speak now."""
    order = (col(StudioRight.name), col(StudioRight.language), col(StudioRight.id))
    return ports.store.find(StudioRight, col(StudioRight.ended_on).is_(None), order_by=order, limit=500)


def may_speak(ports: Ports, language: str) -> bool:
    """Does the organisation trust me in that language?"""
    return (ports.me.person.hex(), language) in trusted(rights(ports))


def trust(ports: Ports, *, person: bytes, name: str, language: str) -> StudioRight:
    """From now on she records that language. Said twice, it is one right."""
    if ports.me.role not in STEWARDS:
        raise Refusal(N_("Only a worker or a coordinator can do this."))
    space = ports.store.space("public")
    row = beside(space, f"studio {person.hex()} {language}")
    there = ports.store.get(StudioRight, row, space)
    with ports.store.write() as tx:
        if there is not None:
            return tx.change(there, ended_on=None)
        return tx.add(StudioRight(id=row, space=space, person=person.hex(), name=name, language=language))


def trust_no_more(ports: Ports, right: StudioRight) -> None:
    """What was recorded stays; nothing new comes."""
    with ports.store.write() as tx:
        tx.change(right, ended_on=ports.today())


async def record_text(
    ports: Ports, *, row: RowId, language: str, key: str, recording: Recording, agrees: bool = False
) -> Recorded:
    """Sealed in `public`, once it is heard well; it waits for a second person.

    `agrees`: the speaker says now that everybody here may hear her; once is enough.
    """
    if not may_speak(ports, language):
        raise Refusal(N_("Ask a coordinator for the right to record this language."))
    since = agreed_on(ports) or (ports.today() if agrees else None)
    if since is None:
        raise Refusal(N_("Say first that everybody here may hear your voice."))
    if not may_join(recorded_in(ports, language, key), ports.me.person.hex()):
        raise Refusal(N_("You have said it, or two others have."))
    if loudness(recording.seconds, recording.db, recording.clipped) != Loudness.GOOD:
        raise Refusal(N_("Record it again: it is not heard well."))
    space, me = ports.store.space("public"), ports.me
    said = Recorded(
        id=row,
        space=space,
        key=key,
        language=language,
        speaker=me.person.hex(),
        name=me.name,
        recorded_on=ports.today(),
        agreed_on=since,
    )
    sound, kind = beside(row, "sound"), Kind(recording.kind)
    await attach(ports, row=sound, beside=said, space=space, kind=kind, content=recording.content, together=True)
    return said


def confirm(ports: Ports, shown: Recorded) -> None:
    """Somebody else listened: it says exactly that, and well."""
    me = ports.me.person.hex()
    if shown.speaker == me:
        raise Refusal(N_("Somebody else has to listen to it."))
    if not counts(shown):
        with ports.store.write() as tx:
            tx.change(shown, confirmed_by=me)


def throw_away(ports: Ports, shown: Recorded) -> None:
    """By who spoke, or by a steward; its bytes go from every phone and from the hub."""
    if shown.speaker != ports.me.person.hex() and ports.me.role not in STEWARDS:
        raise Refusal(N_("Only the one who said it can take it away."))
    sound = ports.store.get(Attachment, beside(shown.id, "sound"), shown.space)
    with ports.store.write() as tx:
        if sound is not None:
            remove_file(ports, tx, sound)
        tx.remove(shown, ports.store.seen(shown).settling())
