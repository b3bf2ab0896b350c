"""A row that came back says who removed it and whose word the remover had not seen."""

from __future__ import annotations

import asyncio

from app.records import Contact
from sync.stamp import stamp_of
from tests.storage.desk import ME, NOON, Desk

ROW = "0a" * 16
KAREN, OMAR = b"karen-----------", b"omar------------"


def test_who_wrote_on_is_who_was_not_seen_and_not_who_wrote_last(desk: Desk) -> None:
    desk.admit(KAREN, "worker", name="Karen")
    desk.admit(OMAR, "worker", name="Omar")
    desk.hear(desk.area, ROW, OMAR, "contact", {"name": "Amina"}, at=NOON + 5)
    desk.hear(desk.area, ROW, KAREN, "contact", {"gone": (True, {OMAR: stamp_of(NOON + 5)})}, at=NOON + 9)
    key = desk.hear(desk.area, ROW, ME, "contact", {"phone": "1"}, at=NOON + 1)
    asyncio.run(desk.store.refresh([key]))

    back = desk.store.back(desk.one(Contact, ROW))

    assert back
    assert (back.removed.who, back.removed.mine, back.wrote.mine) == ("Karen", False, True)
