"""All that a mentee's phone may hold of her at once."""

from __future__ import annotations

from app.journeys.letters import explain, send_letter
from app.journeys.plan import choose_goal
from app.journeys.strengths import choose_strength
from app.records import Letter
from tests.views.goings_on import at_work
from tests.views.plan_of_hers import plan
from tests.world import Organisation, run


def live(org: Organisation) -> None:
    """Steps, dreams, a letter that is explained, what she is good at, and a week at work."""
    hers, mentor = org.mentor.store.beside(org.cover(org.mentor).space, "plan"), org.mentor.ports
    for kind, said in (("walk", {"by": "she", "binding": "must"}), ("office", {"by": "together", "binding": "may"})):
        plan(org, kind, **said)
    for goal in ("friends", "own_money"):
        choose_goal(mentor, space=hers, kind=goal, wanted=True)
    run(send_letter(mentor, row="0a" * 16, photo="0d" * 16, space=hers, content=b"\xff\xd8", thumb=b""))
    letter = mentor.store.get(Letter, "0a" * 16)
    assert letter
    explain(mentor, shown=letter, saw=mentor.store.seen(letter), sender="school", wants="sign")
    choose_strength(mentor, space=hers, kind="cook", wanted=True)
    at_work(org)
    org.world.sync_all()
