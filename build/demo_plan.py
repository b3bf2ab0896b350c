"""Amina's plan in the demo: its steps, whom she calls, how she gets there, and what she herself says and wants."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from app.domain.beside import beside
from app.journeys.coming import coming
from app.journeys.greeting import show_face
from app.journeys.near import be_near
from app.journeys.plan import answer, choose_goal
from app.journeys.ways import tell_way
from app.platform import Photo
from app.ports import Ports
from app.records import Mentee, Says, Step

STEPS = (
    ("", "bus_alone", 7, "she", "may", "sew"),
    ("Læse et brev fra kommunen sammen", "letter", 70, "together", "", ""),
    ("Prøve en dag i syværkstedet", "try_work", None, "together", "may", "sew"),
    ("", "office", None, "together", "must", ""),
    ("Ringe selv til sprogskolen", "call", None, "she", "may", "speak_danish"),
    ("", "new_place", None, "she", "may", "sew"),
)
"""(what, its picture, done so many days ago or None, who does it, has she to, what she wants that it leads to)"""

GOALS = ("sew", "speak_danish")
WAY = {"way": "bus", "line": "4A", "stop": "Torvet"}
FACE = Path(__file__).parent / "demo_page" / "karen.jpg"
"""Nobody's photo: a drawing of the set that the app shows (assets/drawings), as a mentor's phone would send it."""


def lay_plan(mentor: Ports, worker: Ports, today: date) -> None:
    """What mentor and worker put into it."""
    (mentee,) = mentor.store.find(Mentee)
    plan = mentor.store.beside(mentee.space, "plan")
    with mentor.store.write() as tx:  # done long ago, which no journey says
        for nth, (text, kind, done, by, binding, wish) in enumerate(STEPS):
            done_on = None if done is None else today - timedelta(days=done)
            said = Step(id=mentor.new_row(), space=plan, text=text, kind=kind, by=by, binding=binding, position=nth)
            said.done_on = done_on
            said.goal = beside(plan, f"goal {wish}") if wish else ""
            tx.add(said)
    be_near(mentor, mentee=mentee, phone="+45 70 10 20 40")
    show_face(mentor, Photo(FACE.read_bytes()))
    appointment = coming(mentor, plan, limit=1)[0]
    tell_way(mentor, shown=appointment, **WAY)
    (same,) = worker.store.find(Mentee)
    be_near(worker, mentee=same, phone="+45 70 10 20 50")


def speak_up(mentee: Ports) -> None:
    """What she says of it: she wants to sew, and to talk about the office."""
    for kind in GOALS:
        choose_goal(mentee, space=mentee.store.space("plan"), kind=kind, wanted=True)
    for step in mentee.store.find(Step):
        if step.kind == "office":
            says = Says.TALK.value
            answer(mentee, row=mentee.new_row(), step=step, saw=mentee.store.seen(step), says=says)
