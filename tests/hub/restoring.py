"""An area with three phones, and a copy of its hub that is put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sync.codes import answer_parts
from sync.errors import Refused, SyncError
from sync.hub.desk import status
from sync.wire import AgainRequest, Push, verdicts
from tests.hub.conftest import Organisation
from tests.hub.phones import Phone, row


@dataclass
class Scene:
    """Karen's area with Mia and Omar; `lost` is what they did after the copy that the hub is again."""

    org: Organisation
    mia: Phone
    omar: Phone
    copy: dict[str, bytes]
    first: Push
    """Mia's, which the copy has."""

    @property
    def area(self) -> bytes:
        return self.org.area

    @property
    def phones(self) -> list[Phone]:
        return [self.org.karen, self.mia, self.omar]

    def restore(self) -> None:
        self.org.hub.put_back(self.copy)
        for phone in self.phones:
            phone.login()

    def waits(self) -> int:
        return int(status(self.org.hub.store, {})["waiting"])


def scene_of(organisation: Organisation) -> Scene:
    """All in step, and a copy made."""
    area = organisation.area
    mia, omar = organisation.member((area, 0, 0)), organisation.member((area, 0, 1))
    for phone in (mia, omar, organisation.karen):
        phone.sync_all()
    first = mia.push_of(area, 0, (row("before"), b"before"))
    assert mia.sync(pushes=(first,)).push_answers == (None,)
    mia.remember(first)
    return Scene(organisation, mia, omar, organisation.hub.copy(), first)


def again(phone: Phone, **given: Any) -> tuple[list[SyncError | None], list[SyncError | None]]:
    body = AgainRequest(**{"token": phone.token, **given}).pack()
    entry_answers, push_answers = answer_parts(phone.hub.post("/again", body).content, 2)
    return verdicts(entry_answers), verdicts(push_answers)


def have(phone: Phone, *circles: bytes) -> tuple[bytes, list[Any]]:
    newest, found = phone.hub.ask("/have", phone.token, list(circles))
    return newest, found


def done(*phones: Phone) -> None:
    """They say that they have nothing more."""
    for phone in phones:
        newest, _ = have(phone)
        again(phone, newest=newest)
        phone.cursor = b""


def reason(no: SyncError | None) -> str | None:
    return str(no.reason) if isinstance(no, Refused) else type(no).__name__ if no else None


def lost_push(scene: Scene, *rows: tuple[bytes, bytes]) -> Push:
    """One that the hub had taken after the copy, as another member would bring it."""
    push = scene.mia.push_of(scene.area, 0, *rows)
    assert scene.mia.sync(pushes=(push,)).push_answers == (None,)
    scene.mia.remember(push)
    return push
