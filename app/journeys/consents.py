"""What she says yes to, one thing at a time: asked in words she heard, answered with one tap, taken back as easily."""

from __future__ import annotations

from hashlib import sha256

from sqlmodel import col

from app.domain.interpreting import refuse_child
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Asked, Consent, Mode, RowId
from app.storage.errors import NoSuchPlace
from app.storage.saw import Saw
from app.storage.store import Where


def answers(ports: Ports, space: str) -> dict[str, Consent]:
    """{Asked: her answer that holds}: what she said last. Who was not asked is not in it."""
    said = _last(ports, col(Consent.space) == space, col(Consent.what) != "")
    return {one.what: one for one in said}


def outside(ports: Ports, *where: Where) -> dict[tuple[str, str], Consent]:
    """{(the space of her plan, a partner's circle): her answer that holds}: what she said last."""
    return {(one.space, one.partner): one for one in _last(ports, *where, col(Consent.partner) != "")}


def _last(ports: Ports, *where: Where) -> list[Consent]:
    """Of each thing what she said last; of two words that cannot be ordered, the no."""
    words: dict[tuple[str, str, str], list[Consent]] = {}
    for one in ports.store.find(Consent, *where, order_by=col(Consent.id)):
        words.setdefault((one.space, one.partner, one.what), []).append(one)

    def said(one: Consent) -> tuple[tuple[int, int, int], bool]:
        line = ports.store.byline(one, "ended_on" if one.ended_on else "given_on")
        return (line.order if line else (0, 0, 0)), not stands(one)

    return [max(many, key=said) if many[1:] else many[0] for many in words.values()]


def stands(one: Consent) -> bool:
    """Is it a yes, and not taken back?"""
    return one.given_on is not None and one.ended_on is None


def said_no(ports: Ports, space: str, what: Asked) -> bool:
    """She was asked, and it holds no longer, or never did. Who was not asked has not said no. `space`: of her file."""
    try:
        found = answers(ports, ports.store.beside(space, "plan")).get(what.value)
    except NoSuchPlace:
        return False
    return found is not None and not stands(found)


def refuse_notes(ports: Ports, space: str) -> None:
    """Where she said no to them, none is begun."""
    if said_no(ports, space, Asked.NOTES):
        raise Refusal(N_("She said no to notes. Keep the day and the minutes only."))


def answer_asked(
    ports: Ports,
    *,
    row: RowId,
    space: str,
    what: str,
    yes: bool,
    text: str,
    version: int,
    language: str,
    mode: str,
    explained: str = "",
) -> Consent:
    """Her answer, on her phone or on that of who asks her. `text` = what was played or read to her, word by word.

    `explained` = who said it to her in her language. A no is a no, also through a child.
    """
    if mode not in list(Mode):
        raise Refusal(N_("She hears it first. Then she answers."))
    if mode == Mode.INTERPRETER and yes:
        refuse_child(explained)
    said = Consent(
        id=row,
        space=space,
        what=what,
        version=version,
        digest=sha256(text.encode()).hexdigest(),
        language=language,
        mode=mode,
        explained=explained if mode == Mode.INTERPRETER else "",
        given_on=ports.today() if yes else None,
        ended_on=None if yes else ports.today(),
    )
    with ports.store.write() as tx:
        return tx.add(said)


def take_back(ports: Ports, *, shown: Consent, saw: Saw) -> None:
    """It is over from now on, also where the same yes was written down on another phone."""
    with ports.store.write() as tx:
        tx.change(shown, saw, ended_on=ports.today())
        for same in _same(ports, shown):
            tx.change(same, ended_on=ports.today())


def _same(ports: Ports, shown: Consent) -> list[Consent]:
    return ports.store.find(
        Consent,
        col(Consent.space) == shown.space,
        col(Consent.partner) == shown.partner,
        col(Consent.what) == shown.what,
        col(Consent.id) != shown.id,
        col(Consent.given_on).is_not(None),
        col(Consent.ended_on).is_(None),
    )
