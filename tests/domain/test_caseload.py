"""Which files stand still, by the rule and by the question to the records: both say the same of any case load."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.caseload import FAR_DAYS, STILL_DAYS, files_now, in_order, last_held, stands_still, to_look_at
from app.records import Ending, Meeting, Mentee, Task
from app.storage.memory import Memory
from app.storage.nouns import nouns
from app.storage.values import to_wire

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 8, 30)  # noqa: DTZ001 - on the wall
SPACE = "ab" * 16
hers = st.sampled_from(["m0", "m1", "m2", "m3"])
meetings = st.builds(
    lambda mentee, state, away: Meeting(
        mentee=mentee,
        state=state,
        held_on=TODAY - timedelta(days=abs(away)) if state == "held" else None,
        starts="" if state == "held" else f"{TODAY + timedelta(days=away)}T10:00",
    ),
    hers,
    st.sampled_from(["held", "planned", "moved", "cancelled", "of a newer app"]),
    st.integers(-STILL_DAYS - 2, STILL_DAYS + 2) | st.integers(FAR_DAYS - 2, FAR_DAYS + 2),
)
tasks = st.builds(lambda mentee, done: Task(mentee=mentee, done_on=TODAY if done else None), hers, st.booleans())


endings = st.builds(
    lambda mentee, away, back: Ending(
        mentee=mentee,
        ended_on=None if away is None else TODAY - timedelta(days=away),
        came_back_on=TODAY if back else None,
    ),
    hers,
    st.none() | st.integers(-3, 3),
    st.booleans(),
)


def remembered(*rows: Mentee | Meeting | Task | Ending) -> Memory:
    memory = Memory()
    told: dict[str, list[list[object]]] = {}
    for number, row in enumerate(rows):
        row.id, row.space = row.id or f"{number:032x}", SPACE
        name = type(row).__name__.lower()
        told.setdefault(name, []).append([to_wire(getattr(row, field)) for field in nouns()[name].columns])
    memory.put(told, fresh=True)  # type: ignore[arg-type]  # what is on the wire is what SQLite holds
    return memory


@given(
    st.lists(meetings, max_size=12),
    st.lists(tasks, max_size=2),
    st.lists(endings, max_size=2, unique_by=lambda one: one.mentee),
    st.lists(st.none() | st.dates(TODAY - timedelta(days=1), TODAY + timedelta(days=1)), min_size=4, max_size=4),
)
def test_the_rule_and_the_question_agree_which_files_stand_still(
    met: list[Meeting], to_do: list[Task], ends: list[Ending], quiet: list[date | None]
) -> None:
    files = [Mentee(id=f"m{number}", quiet_until=quiet[number]) for number in range(4)]
    memory = remembered(*files, *met, *to_do, *ends)

    counted = {one.id for one in memory.find(Mentee, [stands_still(TODAY)], "", (), None, 0)}
    held = memory.find(Meeting, [last_held([one.id for one in files])], "", (), None, 0)
    ruled = files_now(files, held=held, ahead=met, tasks=to_do, looks=[], endings=ends, now=NOW)

    assert {one.mentee.id for one in ruled if one.still} == counted
    for one in ruled:
        days = [each.held_on for each in met if each.mentee == one.mentee.id and each.held_on]
        assert one.met_on == max(days, default=None)
    memory.close()


def test_a_plan_for_next_year_moves_no_file() -> None:
    def still(days: int) -> bool:
        plan = Meeting(id="p", mentee="m", state="planned", starts=f"{TODAY + timedelta(days=days)}T10:00")
        (file,) = files_now([Mentee(id="m")], held=[], ahead=[plan], tasks=[], looks=[], now=NOW)
        return file.still

    assert [still(days) for days in (0, FAR_DAYS, FAR_DAYS + 1, 300)] == [False, False, True, True]


def test_who_was_never_met_comes_first_then_who_was_met_longest_ago() -> None:
    files = [Mentee(id=one, name=one) for one in ("ana", "bea", "cem")]
    held = [Meeting(mentee="ana", held_on=date(2026, 2, 1)), Meeting(mentee="bea", held_on=date(2026, 1, 1))]

    assert in_order({one.id: one.name for one in files}, {one.mentee: one.held_on for one in held if one.held_on}) == [
        "cem",
        "bea",
        "ana",
    ]
    now = files_now(files, held=held, ahead=[], tasks=[], looks=[], now=NOW)
    assert [one.days_since for one in now] == [29, 60, None]


def test_a_task_or_a_plan_for_later_moves_a_file_and_the_soonest_is_named() -> None:
    files = [Mentee(id="ana"), Mentee(id="bea")]
    to_do = [Task(id="2", mentee="ana", due_on=date(2026, 3, 9)), Task(id="1", mentee="ana", due_on=date(2026, 3, 5))]
    plan = [Meeting(mentee="bea", state="planned", starts="2026-03-02T08:00")]

    ana, bea = files_now(files, held=[], ahead=plan, tasks=to_do, looks=[], now=NOW)

    assert ana.task is to_do[1]
    assert not ana.still
    assert bea.next is plan[0]
    assert not bea.still


def test_what_was_looked_at_today_is_done_and_the_longest_ago_comes_next() -> None:
    looked = {"ana": TODAY, "bea": TODAY - timedelta(days=30)}

    assert to_look_at(["ana", "bea", "cem"], looked, TODAY) == ["cem", "bea"]


def test_a_plan_whose_hour_has_passed_comes_next_no_more_and_moves_the_file_until_the_day_is_over() -> None:
    plans = [
        Meeting(mentee="ana", state="planned", starts=starts) for starts in ("2026-03-02T07:00", "2026-03-09T10:00")
    ]

    (both,) = files_now([Mentee(id="ana")], held=[], ahead=plans, tasks=[], looks=[], now=NOW)
    (alone,) = files_now([Mentee(id="ana")], held=[], ahead=plans[:1], tasks=[], looks=[], now=NOW)

    assert both.next is plans[1]
    assert (alone.next, alone.still) == (None, False)
