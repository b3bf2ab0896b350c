"""The case load among four people: who has to do what, what is looked through, and how little is asked for much."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from app.domain.caseload import FileNow
from app.journeys.caseload import Decision, case_load, file_now, files_of, look_through, standing_still
from app.journeys.closing import shut_out
from app.journeys.handover import set_contact
from app.journeys.meetings import log_meeting, plan_meeting
from app.journeys.my_tasks import how_many_tasks, my_tasks
from app.journeys.tasks import add_task, around, finish, tasks_of
from app.ports import Ports, Refusal
from app.records import Look, Meeting, Mentee, Task
from tests.world import Organisation, Phone, World, run


def me(phone: Phone) -> str:
    return phone.ports.me.person.hex()


def give(phone: Phone, to: Phone, org: Organisation, kind: str = "call", **said: object) -> Task:
    ports = phone.ports
    return add_task(ports, row=ports.new_row(), mentee=org.cover(phone), kind=kind, person=me(to), **said)  # type: ignore[arg-type]


def files_now(ports: Ports) -> list[FileNow]:
    load = case_load(ports)
    return files_of(ports, [*load.going, *load.ended])


def test_a_task_is_found_by_whom_it_is_for_and_never_reaches_the_mentee(org: Organisation) -> None:
    given = give(org.coordinator, org.mentor, org, kind="other", what="ring efter weekenden")
    org.world.sync_all()

    assert [one.what for one in my_tasks(org.mentor.ports)] == ["ring efter weekenden"]
    assert my_tasks(org.worker.ports) == []
    assert org.mentee.store.find(Task) == []
    assert bytes.fromhex(given.space) not in org.mentee.wire.bytes_received()

    finish(org.mentor.ports, shown=org.mentor.store.find(Task)[0], yes=True)
    org.world.sync_all()
    assert [one.done_on for one in tasks_of(org.coordinator.ports, org.cover(org.coordinator))] == [
        org.coordinator.ports.today()
    ]


def test_a_task_says_what_and_who_and_needs_no_writing(org: Organisation) -> None:
    for kind in ("", "other"):
        with pytest.raises(Refusal, match="Choose what is to be done"):
            give(org.worker, org.mentor, org, kind=kind)
    with pytest.raises(Refusal, match="Choose who does it"):
        give(org.worker, org.mentee, org)
    assert org.worker.store.find(Task) == []


def test_today_asks_for_what_is_due_and_leaves_next_week_alone(org: Organisation) -> None:
    today = org.worker.ports.today()
    late = give(org.worker, org.worker, org, due_on=today - timedelta(days=1))
    whenever = give(org.worker, org.worker, org)
    give(org.worker, org.worker, org, due_on=today + timedelta(days=1))

    assert [one.id for one in my_tasks(org.worker.ports, until=today)] == [late.id, whenever.id]
    assert len(my_tasks(org.worker.ports)) == 3


def test_around_a_file_are_those_of_us_who_share_its_facts_and_not_the_mentee(org: Organisation) -> None:
    names = {one.name for one in around(org.coordinator.ports, org.cover(org.coordinator).space)}

    assert names == {"Karen", "Sofie", "Maja"}


def test_a_look_keeps_its_answers_and_its_decisions_together_and_twice_is_once(org: Organisation) -> None:
    ports, cover = org.coordinator.ports, org.cover(org.coordinator)
    row, task = ports.new_row(), ports.new_row()

    for _ in range(2):
        decided = [Decision(task, "meet", me(org.mentor), ports.today())]
        look_through(ports, row=row, mentee=cover, met="no", waits="ours", decided=decided)
    org.world.sync_all()

    (look,) = org.worker.store.find(Look)
    assert (look.met, look.knows, look.waits) == ("no", "", "ours")
    assert [one.kind for one in my_tasks(org.mentor.ports)] == ["meet"]
    assert org.mentee.store.find(Look) == []


def test_two_who_look_on_the_same_day_without_a_connection_are_two_looks(org: Organisation) -> None:
    for phone, met in ((org.coordinator, "yes"), (org.worker, "no")):
        look_through(phone.ports, row=phone.ports.new_row(), mentee=org.cover(phone), met=met)
    org.world.sync_all()

    for phone in (org.coordinator, org.worker, org.mentor):
        assert {one.met for one in phone.store.find(Look)} == {"yes", "no"}
        (file,) = files_now(phone.ports)
        assert file.look
        assert file.look.looked_on == phone.ports.today()


def test_a_mentor_with_no_files_has_an_empty_case_load(org: Organisation) -> None:
    new = org.world.bring_in(org.coordinator, "Musa", "mentor")

    assert files_now(new.ports) == []
    assert my_tasks(new.ports) == []
    assert standing_still(new.ports) == 0


def under_way(org: Organisation, phone: Phone) -> Mentee:
    """A meeting held and one planned, a task, a look at the file: no table that is asked is empty."""
    ports, cover = phone.ports, org.cover(phone)
    log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today() - timedelta(days=9))
    plan_meeting(ports, row=ports.new_row(), mentee=cover, starts=f"{ports.today()}T14:00")
    give(phone, org.mentor, org)
    look_through(ports, row=ports.new_row(), mentee=cover, waits="others")
    return cover


def test_one_file_and_the_whole_case_load_say_the_same(org: Organisation) -> None:
    ports = org.mentor.ports
    cover = under_way(org, org.mentor)

    (file,) = files_now(ports)

    assert file == file_now(ports, cover.id)
    assert (file.days_since, file.still) == (9, False)
    assert file.next
    assert file.task
    assert file.look


def test_four_hundred_files_are_asked_for_with_as_few_questions_as_one(org: Organisation) -> None:
    ports = org.worker.ports
    cover = under_way(org, org.worker)
    with asked(ports) as for_one:
        files_now(ports)
    with ports.store.write() as tx:
        for number in range(399):
            mentee = Mentee(id=f"{number:032x}", space=cover.space, name=f"Kvinde {number}")
            tx.add(mentee, fresh=True)
            for days in (3, 30) if number % 2 else (30, 60):
                on = ports.today() - timedelta(days=days)
                meeting = Meeting(id=ports.new_row(), space=cover.space, mentee=mentee.id, state="held", held_on=on)
                tx.add(meeting, fresh=True)

    with asked(ports) as for_many:
        files = files_now(ports)

    assert len(for_many) == len(for_one) == 9
    assert len(files) == 400
    assert sum(file.still for file in files) == standing_still(ports) == 200


def test_when_a_mentor_leaves_mid_week_her_tasks_stand_and_somebody_else_may_end_them(world: World) -> None:
    org = world.organisation()
    given = give(org.worker, org.mentor, org)
    org.world.sync_all()
    gone = me(org.mentor)
    run(shut_out(org.coordinator.ports, bytes.fromhex(gone)))
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        (file,) = files_now(phone.ports)
        assert file.task
        assert file.task.id == given.id
        assert gone not in {one.person for one in around(phone.ports, file.mentee.space)}
    with pytest.raises(Refusal, match="Choose who does it"):
        add_task(
            org.worker.ports, row=org.worker.ports.new_row(), mentee=org.cover(org.worker), kind="call", person=gone
        )
    finish(org.worker.ports, shown=org.worker.store.find(Task)[0], yes=True)
    assert files_now(org.worker.ports)[0].task is None


@contextmanager
def asked(ports: Ports) -> Iterator[list[str]]:
    """The questions that the records in memory are asked."""
    memory = ports.store._rows.memory.connection
    said: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(memory, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        event.remove(memory, "before_cursor_execute", listen)


def test_the_tasks_of_a_colleague_who_left_are_those_of_whom_the_mentees_prompts_fall_to(org: Organisation) -> None:
    today = org.coordinator.ports.today()
    set_contact(
        org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.mentor), deputy=me(org.coordinator)
    )
    org.world.sync_all()
    hers = give(org.worker, org.mentor, org, due_on=today)
    later = give(org.worker, org.mentor, org, kind="meet", due_on=today + timedelta(days=9))
    org.world.sync_all()
    assert my_tasks(org.coordinator.ports) == []

    run(shut_out(org.coordinator.ports, bytes.fromhex(me(org.mentor))))
    for phone in (org.coordinator, org.worker):
        phone.sync()

    assert my_tasks(org.worker.ports) == []
    assert my_tasks(org.coordinator.ports) == [hers, later]
    assert my_tasks(org.coordinator.ports, until=today) == [hers]
    assert how_many_tasks(org.coordinator.ports, today) == 1
    finish(org.coordinator.ports, shown=hers, yes=True)
    assert my_tasks(org.coordinator.ports) == [later]
