"""A letter: she photographs it, somebody explains it, she hears it, and it is done."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.letters import asks_for_us, in_order
from app.domain.text import tidy_prose
from app.i18n import N_
from app.journeys.attachments import attach, attached_to, remove_file
from app.ports import Ports, Refusal
from app.records import Attachment, Kind, Letter, RowId
from app.storage.saw import Saw


async def send_letter(ports: Ports, *, row: RowId, photo: RowId, space: str, content: bytes, thumb: bytes) -> Letter:
    """Keeps the letter and its photo sealed, in her plan. `row` and `photo` = their ids: two taps are one letter."""
    new = Letter(id=row, space=space, sent_on=ports.today())
    await attach(
        ports, row=photo, beside=new, space=space, kind=Kind.PHOTO, content=content, thumb=thumb, together=True
    )
    return new


def letters(ports: Ports, space: str | None = None) -> list[Letter]:
    """The open ones first; of one plan where it is named."""
    where = [] if space is None else [col(Letter.space) == space]
    order = (col(Letter.done_on).is_not(None), col(Letter.sent_on).desc(), col(Letter.id))
    return in_order(_with_photo(ports, ports.store.find(Letter, *where, order_by=order)))


def letter(ports: Ports, row: RowId, space: str | None = None) -> Letter | None:
    """That letter, of that plan where it is named; None when it is gone."""
    found = ports.store.get(Letter, row, space)
    return found if found and _with_photo(ports, [found]) else None


def letters_for_us(ports: Ports) -> list[Letter]:
    """Of all mentees: what waits for somebody who walks with them."""
    found = ports.store.find(Letter, col(Letter.done_on).is_(None), order_by=(col(Letter.sent_on), col(Letter.id)))
    return _with_photo(ports, [one for one in found if asks_for_us(one, ports.today())])


def _with_photo(ports: Ports, found: list[Letter]) -> list[Letter]:
    """Thrown away by her while another looked at it, the row is there again and its photo is not."""
    photos = (col(Attachment.noun) == "letter", col(Attachment.kind) == Kind.PHOTO.value)
    shown = set(ports.store.values(Attachment, "row", *photos).values()) if found else set()
    return [one for one in found if one.id in shown]


def open_letter(ports: Ports, *, shown: Letter) -> None:
    """Somebody who walks with her looks at it: she reads so."""
    if shown.seen_on is None:
        with ports.store.write() as tx:
            tx.change(shown, seen_on=ports.today())


def explain(
    ports: Ports, *, shown: Letter, saw: Saw, sender: str, wants: str, text: str = "", due_on: date | None = None
) -> Letter:
    """Who wrote it, what it wants and until when, as pictures say it; a few words are read aloud to her."""
    if not wants:
        raise Refusal(N_("Choose what the letter wants."))
    refuse_cpr(text)
    said = {"sender": sender, "wants": wants, "text": tidy_prose(text), "due_on": due_on, "talk_on": None}
    with ports.store.write() as tx:
        return tx.change(shown, saw, seen_on=shown.seen_on or ports.today(), **said)


def finish(ports: Ports, *, shown: Letter, done: bool = True) -> Letter:
    """It is done, or open again."""
    with ports.store.write() as tx:
        return tx.change(shown, done_on=(shown.done_on or ports.today()) if done else None)


def talk_about(ports: Ports, *, shown: Letter, wanted: bool = True) -> Letter:
    """She wants to talk about it, or no longer."""
    with ports.store.write() as tx:
        return tx.change(shown, talk_on=ports.today() if wanted else None)


def photos_of(ports: Ports, letter: Letter) -> list[Attachment]:
    """Of its paper, the oldest first."""
    return [one for one in attached_to(ports, letter) if one.kind == Kind.PHOTO]


def throw_away(ports: Ports, *, shown: Letter, saw: Saw) -> None:
    """The letter, its photo and what was said of it go, for everybody."""
    with ports.store.write() as tx:
        for beside in attached_to(ports, shown):
            remove_file(ports, tx, beside)
        tx.remove(shown, saw)
