"""My face and my voice, said once for all whom I walk with: a small photo, and a few words such as "this is Karen"."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable

from sqlmodel import col

from app.domain.beside import beside
from app.i18n import N_
from app.journeys.attachments import THUMB_MAX, attach, content_of, remove_file
from app.journeys.carrying import is_whole
from app.journeys.near import me_near
from app.journeys.spoken import keep_spoken
from app.platform import Photo, Recording
from app.ports import Ports, Refusal
from app.records import Attachment, Kind, Near, RowId
from app.storage.errors import NoSuchPlace


def mine_everywhere(ports: Ports) -> list[Near]:
    """How each of them finds me, kept or not yet: whom I walk with, and who finds me for another reason."""
    store, told = ports.store, {one.space: one for one in _told(ports)}
    plans = [plan for plan in sorted({*told, *_walked_with(ports)}) if "photo" in store.may_set(plan, "near")]
    return [told.get(plan) or me_near(ports, plan) for plan in plans]


def show_face(ports: Ports, photo: Photo | None) -> None:
    """All of them see it from now on; None = the picture that I chose when I came."""
    small = (photo.thumb or photo.content) if photo else b""
    if len(small) > THUMB_MAX:
        raise Refusal(N_("This file is too large."))
    written = b64encode(small).decode()
    with ports.store.write() as tx:
        for one in _some(mine_everywhere(ports)):
            tx.add(me_near(ports, one.space, photo=written))


async def greet(ports: Ports, *, row: RowId, recording: Recording) -> None:
    """All of them hear it with one tap. `row`: made when the screen opened; what was said before goes."""
    for one in _some(mine_everywhere(ports)):
        before, sound = greeting_of(ports, one), beside(one.id, row)
        said = me_near(ports, one.space, voice=sound)
        await keep_spoken(ports, beside=said, space=one.space, recording=recording, row=sound)
        if before is not None and before.id != sound:
            with ports.store.write() as tx:
                remove_file(ports, tx, before)


def say_nothing(ports: Ports) -> None:
    """My voice goes from every phone."""
    with ports.store.write() as tx:
        for one in _told(ports):
            if sound := greeting_of(ports, one):
                remove_file(ports, tx, sound)
            tx.change(one, voice="")


async def greet_her_too(ports: Ports, near: Near) -> None:
    """Somebody new finds me: with the face and the voice that the others know."""
    others = [one for one in _told(ports) if one.space != near.space]
    face = next((one.photo for one in others if one.photo), "")
    if face and not near.photo:
        with ports.store.write() as tx:
            tx.change(near, photo=face)
    for one in [] if near.voice else others:
        known = greeting_of(ports, one)
        content = await content_of(ports, known) if known else None
        if known is None or content is None:
            continue
        sound = beside(near.id, known.id)
        said, kind = me_near(ports, near.space, voice=sound), Kind(known.kind)
        await attach(ports, row=sound, beside=said, space=near.space, kind=kind, content=content, together=True)
        return


def greeting_of(ports: Ports, near: Near) -> Attachment | None:
    """What she says of herself, once its row has come."""
    sound = ports.store.get(Attachment, near.voice, near.space) if near.voice else None
    return sound if sound is not None and is_whole(sound) else None


def face_of(near: Near) -> bytes:
    """Her photo, small; b"" for none, and for what is none."""
    try:
        photo = b64decode(near.photo, validate=True)
    except (Error, ValueError):
        return b""
    return photo if len(photo) <= THUMB_MAX else b""


def _told(ports: Ports) -> list[Near]:
    return ports.store.find(Near, col(Near.person) == ports.me.person.hex())


def _walked_with(ports: Ports) -> Iterable[str]:
    """The plans of those whose file opens for me on its innermost rung."""
    for place in ports.store.places("notes"):
        try:
            yield ports.store.beside(place.space, "plan")
        except NoSuchPlace:
            continue


def _some(found: list[Near]) -> list[Near]:
    if not found:
        raise Refusal(N_("You walk with nobody yet."))
    return found
