"""A mentor's face and voice, said once: each of her mentees finds them, whoever comes later too, and nobody else."""

from __future__ import annotations

from base64 import b64encode

import pytest

from app.domain.carrying import METERED
from app.journeys.attachments import THUMB_MAX, content_of
from app.journeys.greeting import face_of, greet, greet_her_too, greeting_of, mine_everywhere, say_nothing, show_face
from app.journeys.near import be_near, near_her
from app.journeys.open_file import open_file
from app.platform import Photo
from app.ports import Refusal
from app.records import Attachment, Mentee, Near
from tests.journeys.lane import files, on_wifi, step
from tests.journeys.voices import said, tone
from tests.world import Organisation, Phone, run

FACE = b"\xff\xd8 Maja, small \xff\xd9"


def says(phone: Phone, hertz: int = 440) -> None:
    ports = phone.ports
    run(greet(ports, row=ports.new_row(), recording=said(tone(hertz=hertz))))


def hears(phone: Phone) -> bytes | None:
    (near,) = near_her(phone.ports)
    sound = greeting_of(phone.ports, near)
    return run(content_of(phone.ports, sound)) if sound else None


def test_her_face_comes_with_the_row_and_her_voice_behind_it_also_where_every_byte_costs(org: Organisation) -> None:
    on_wifi(org.mentor)
    org.mentee.ports.platform.on_network = METERED  # type: ignore[attr-defined]
    show_face(org.mentor.ports, Photo(b"\xff\xd8 large" * 9999, FACE))
    says(org.mentor)
    step(org.mentor)
    step(org.mentee)

    (near,) = near_her(org.mentee.ports)
    assert (near.name, near.role, face_of(near)) == ("Maja", "mentor", FACE)
    assert hears(org.mentee) == tone()
    org.world.sync_all()
    step(org.coordinator)
    assert files(org.coordinator) == []  # nobody else fetches it


def test_said_anew_the_old_one_goes_with_its_bytes_and_thrown_away_all_of_it(org: Organisation) -> None:
    on_wifi(org.mentor, org.mentee)
    be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone="+45 70 10 20 30")
    show_face(org.mentor.ports, Photo(FACE))
    for hertz in (440, 880):
        says(org.mentor, hertz)
        step(org.mentor)
        step(org.mentee)
        assert hears(org.mentee) == tone(hertz=hertz)
    assert len(org.mentee.store.find(Attachment)) == len(files(org.mentee)) == 1

    say_nothing(org.mentor.ports)
    show_face(org.mentor.ports, None)
    step(org.mentor)
    step(org.mentee)
    (near,) = near_her(org.mentee.ports)
    assert (near.voice, near.photo, near.phone) == ("", "", "+45 70 10 20 30")
    assert files(org.mentee) == []


def test_another_number_leaves_face_and_voice_as_they_are(org: Organisation) -> None:
    show_face(org.mentor.ports, Photo(FACE))
    says(org.mentor)
    be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone="+45 70 10 20 31")

    (near,) = org.mentor.store.find(Near)
    assert (face_of(near), near.phone) == (FACE, "+45 70 10 20 31")
    assert greeting_of(org.mentor.ports, near)


def test_once_for_all_of_them_and_for_who_comes_later(org: Organisation) -> None:
    worker = org.worker.ports
    show_face(worker, Photo(FACE))
    says(org.worker)
    run(open_file(worker, row="0a" * 16, name="Hodan", language="so"))
    hodan = worker.store.get(Mentee, "0a" * 16)
    assert hodan

    near = be_near(worker, mentee=hodan, phone="")
    run(greet_her_too(worker, near))
    known = [one for one in mine_everywhere(worker) if face_of(one) == FACE]
    assert len(known) == 2
    assert all(run(content_of(worker, sound)) == tone() for one in known if (sound := greeting_of(worker, one)))
    assert len({one.voice for one in known}) == 2

    says(org.worker, 880)
    sounds = [greeting_of(worker, one) for one in mine_everywhere(worker)]
    assert [run(content_of(worker, sound)) for sound in sounds if sound] == [tone(hertz=880)] * 2
    assert len(worker.store.find(Attachment)) == 2


def test_who_leads_is_found_by_those_alone_whom_she_told_so(org: Organisation) -> None:
    coordinator = org.coordinator.ports
    assert mine_everywhere(coordinator) == []
    with pytest.raises(Refusal, match="You walk with nobody yet"):
        show_face(coordinator, Photo(FACE))
    be_near(coordinator, mentee=org.cover(org.coordinator), phone="+45 70 10 20 60")
    show_face(coordinator, Photo(FACE))
    assert [face_of(one) for one in mine_everywhere(coordinator)] == [FACE]


def test_a_large_photo_and_a_silence_are_refused_and_what_is_no_photo_is_not_drawn(org: Organisation) -> None:
    mentor = org.mentor.ports
    with pytest.raises(Refusal, match="too large"):
        show_face(mentor, Photo(b"\xff\xd8" * THUMB_MAX))
    with pytest.raises(Refusal, match="Nothing was heard"):
        run(greet(mentor, row=mentor.new_row(), recording=said(seconds=0.1)))
    assert mentor.store.find(Near) == []
    assert face_of(Near(photo="no photo")) == face_of(Near(photo=b64encode(b"x" * 2 * THUMB_MAX).decode())) == b""
