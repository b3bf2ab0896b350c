"""A file that was taken away leaves the journals, too: its key, the names of its parts, its small picture."""

from __future__ import annotations

from app.ports import NotKept, Ports
from app.records import Attachment
from app.storage.saw import Saw
from app.storage.writing import Tx
from sync.errors import JournalFull
from sync.version import GONE

OPENS = ("key", "chunks", "thumb")
"""What shows or opens the file to whoever has its row."""


def take_out(ports: Ports, tx: Tx, file: Attachment, saw: Saw) -> None:
    """Emptied first where this phone said it: so those bytes are replaced, on the hub and on every phone.

    Who did not say it empties nothing, as with contacts: two who do so at once would bring the row back.
    """
    if any(ports.store.said_here(file).get(name) for name in OPENS):
        tx.change(file, saw, **dict.fromkeys(OPENS, ""))
    tx.remove(file, saw)


def take_out_too(ports: Ports, file: Attachment) -> None:
    """Somebody else removed it (its row and space will do): what this phone said of it goes as well, if it may.

    Nobody taps for it: a full phone is told as by a sync.
    """
    store = ports.store
    told = store.said_here(file)
    left = {name: told[name] for name in OPENS if told.get(name)}
    if not left or not {*OPENS, GONE} <= store.may_set(file.space, "attachment"):
        return
    try:
        with store.write() as tx:
            take_out(ports, tx, Attachment(id=file.id, space=file.space, **left), store.seen(file))
    except NotKept as full:
        raise JournalFull from full
