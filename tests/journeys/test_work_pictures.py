"""Pictures from her work: kept once somebody has looked for faces, seen and heard on her phone, and gone for all."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.aloud import DANISH
from app.domain.studio import key_of
from app.journeys.attachments import content_of
from app.journeys.work_pictures import keep_work_picture, photo_of, take_away, work_pictures
from app.platform import Photo
from app.ports import NotKept, Refusal
from app.records import Attachment, WorkPicture
from sync.errors import JournalFull
from sync.lane import Files
from tests.journeys.lane import LETTER, files, on_wifi, step
from tests.journeys.practising import cover_plan
from tests.journeys.speakers import content_of_text
from tests.journeys.voices import said, tone
from tests.world import Organisation, run

TOOL = Photo(LETTER, b"\xff\xd8thumb")


def kept(org: Organisation, **other: Any) -> WorkPicture:
    """A trolley, photographed by her mentor, who says the word."""
    ports = org.mentor.ports
    given: dict[str, Any] = {"text": "en vogn", "photo": TOOL, "no_faces": True, "recording": said()} | other
    return run(keep_work_picture(ports, row=ports.new_row(), photo_row=ports.new_row(), space=cover_plan(org), **given))


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"no_faces": False}, "with a face"),
        ({"text": " "}, "Write the Danish word"),
        ({"text": "010190-1234"}, "CPR"),
    ],
)
def test_without_a_look_for_faces_and_a_word_nothing_is_kept(
    org: Organisation, other: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        kept(org, **other)
    assert org.mentor.store.find(WorkPicture) == []
    assert org.mentor.store.find(Attachment) == []


def test_every_picture_is_listed_and_can_be_taken_away_however_many_there_are(org: Organisation) -> None:
    space = cover_plan(org)
    with org.mentor.store.write() as tx:
        for _ in range(101):
            tx.add(WorkPicture(id=org.mentor.ports.new_row(), space=space, text="en vogn"))

    assert len(work_pictures(org.mentor.ports, space)) == 101


def test_she_sees_and_hears_it_on_her_phone_and_it_goes_with_all_its_bytes(org: Organisation) -> None:
    on_wifi(org.mentee, org.mentor)
    picture = kept(org)
    kept(org, text="en kittel", recording=None)
    step(org.mentor)
    step(org.mentee)

    assert {one.text for one in work_pictures(org.mentee.ports)} == {"en vogn", "en kittel"}
    photo = photo_of(org.mentee.ports, next(one for one in work_pictures(org.mentee.ports) if one.id == picture.id))
    assert photo
    assert run(content_of(org.mentee.ports, photo)) == LETTER
    assert run(content_of_text(org.mentee.ports, key_of(DANISH, "en vogn"))) == tone()
    assert run(content_of_text(org.mentee.ports, key_of(DANISH, "en kittel"))) is None

    take_away(org.mentor.ports, shown=picture, saw=org.mentor.store.seen(picture))
    step(org.mentor)
    step(org.mentee)
    assert [one.text for one in work_pictures(org.mentee.ports)] == ["en kittel"]
    assert len(org.mentee.store.find(Attachment)) == len(files(org.mentee)) == 1


def test_what_is_refused_for_a_silent_voice_leaves_no_photo(org: Organisation) -> None:
    on_wifi(org.mentor, org.mentee)
    with pytest.raises(Refusal, match="Nothing was heard"):
        kept(org, recording=said(seconds=0.2))

    step(org.mentor)
    step(org.mentee)
    assert files(org.mentor) == files(org.mentee) == []
    assert org.mentee.store.find(Attachment) == []


def test_a_phone_that_has_room_for_the_photo_alone_keeps_nothing_of_it(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_wifi(org.mentor, org.mentee)
    folder, room = type(org.mentor.ports.platform.chunks()), [1]
    keep = folder.keep

    async def fills_up(self: Files, name: bytes, sealed: bytes) -> None:
        if not room:
            raise JournalFull("no room")
        room.pop()
        await keep(self, name, sealed)

    with monkeypatch.context() as patched:
        patched.setattr(folder, "keep", fills_up)
        with pytest.raises(NotKept):
            kept(org)

    step(org.mentor)
    step(org.mentee)
    assert files(org.mentor) == files(org.mentee) == []
    assert org.mentor.store.find(Attachment) == org.mentee.store.find(Attachment) == []
    assert org.mentor.store.find(WorkPicture) == []
