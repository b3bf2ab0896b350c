"""A picture book of her place of work: tools and tasks, each with its Danish word, and a voice if somebody says it."""

from __future__ import annotations

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.attachments import File, attach_all, attached_to, remove_file
from app.journeys.spoken import sound_file
from app.platform import Photo, Recording
from app.ports import Ports, Refusal
from app.records import Attachment, Kind, RowId, WorkPicture
from app.storage.saw import Saw


async def keep_work_picture(
    ports: Ports,
    *,
    row: RowId,
    photo_row: RowId,
    space: str,
    text: str,
    photo: Photo,
    no_faces: bool,
    recording: Recording | None = None,
) -> WorkPicture:
    """Sealed in her plan, once somebody has looked at it and said that no face is in it: asked for each."""
    if not no_faces:
        raise Refusal(N_("A picture with a face in it is not kept."))
    text = tidy(text)
    if not text:
        raise Refusal(N_("Write the Danish word."))
    refuse_cpr(text)
    picture = WorkPicture(id=row, space=space, text=text, taken_on=ports.today())
    files = [File(photo_row, Kind.PHOTO, photo.content, photo.thumb)]
    if recording:
        files.append(sound_file(picture, recording))
    await attach_all(ports, files, beside=picture, space=space)
    return picture


def work_pictures(ports: Ports, space: str | None = None) -> list[WorkPicture]:
    """The newest first; on her own phone there is one plan and no need to name it."""
    where = [col(WorkPicture.space) == space] if space is not None else []
    order = (col(WorkPicture.taken_on).desc(), col(WorkPicture.id))
    return ports.store.find(WorkPicture, *where, order_by=order)


def photo_of(ports: Ports, picture: WorkPicture) -> Attachment | None:
    """What is seen of it, when its row has come."""
    return next((one for one in attached_to(ports, picture) if one.kind == Kind.PHOTO), None)


def take_away(ports: Ports, *, shown: WorkPicture, saw: Saw) -> None:
    """The picture goes, with its photo and its voice, for everybody."""
    with ports.store.write() as tx:
        for one in attached_to(ports, shown):
            remove_file(ports, tx, one)
        tx.remove(shown, saw)
