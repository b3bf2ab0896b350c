"""A word of her own that stands already: written anew, or taken out. Her answers stay as they are."""

from __future__ import annotations

from sqlmodel import col

from app.exercises.written import row_of
from app.journeys.attachments import attached_to, remove_file
from app.journeys.chosen_words import as_written
from app.ports import Ports
from app.records import ChosenWord, OwnWord


def write_anew(ports: Ports, *, shown: OwnWord, text: str, means: str, language: str) -> OwnWord:
    """`language`: the code of the one it is explained in now. A voice that said another word goes from every phone."""
    text, means = as_written(text, means)
    explained = shown.language if means == shown.means else language
    with ports.store.write() as tx:
        if text != shown.text:
            for one in attached_to(ports, shown):
                remove_file(ports, tx, one)
        return tx.change(shown, text=text, means=means, language=explained if means else "")


def take_out(ports: Ports, shown: OwnWord) -> None:
    """She is asked it no longer, the pair has not chosen it any more, and its voice goes from every phone."""
    space = shown.space
    chosen = ports.store.find(ChosenWord, col(ChosenWord.space) == space, col(ChosenWord.left_on).is_(None))
    with ports.store.write() as tx:
        for row in chosen:
            if row_of(row.word) == shown.id:
                tx.change(row, left_on=ports.today())
        for one in attached_to(ports, shown):
            remove_file(ports, tx, one)
        tx.remove(shown, ports.store.seen(shown))
