"""Her plan on paper, for when she has no phone: pictures, large type, her language beside Danish."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from app.i18n import N_, Words
from app.i18n.languages import language_called
from app.records import Appointment, Doer, Step
from app.views.paper.pieces import BOX, LINE, beside, both, dated, drawing, page, shipped, stacked
from app.views.plan_words import step_called, step_picture
from app.views.way_words import way_said

MOST_STEPS = 6
WHO = {
    # Words: on her plan on paper, said to her: who does a step
    Doer.SHE.value: N_("You do it"),
    # Words: on her plan on paper, said to her: who does a step
    Doer.TOGETHER.value: N_("You do it with your mentor"),
    # Words: on her plan on paper, said to her: who does a step
    Doer.MENTOR.value: N_("Your mentor does it"),
}
TITLE, NEXT, STEPS, REACHED, CALL = (
    N_("My plan"),
    N_("We meet next"),
    N_("My next steps"),
    N_("I have done this"),
    N_("Call when something is hard"),
)


def own_language(said: str) -> Words | None:
    """The words of her language, if the app speaks it and it is not Danish."""
    spoken = language_called(said)
    words = Words(spoken.code) if spoken else None
    return words if words and words.code != "da" else None


def plan_paper(
    *, name: str, language: str, ahead: Sequence[Appointment], steps: Sequence[Step], contact: str, today: date
) -> str:
    """Danish for those who help her, her own language for her. What was written stands as it was written."""
    t, own = Words("da"), own_language(language)
    pieces: list[str] = []
    spoken = [words for words in (t, own) if words]
    for meeting in ahead[:2]:
        when = stacked((words, dated(words, meeting.starts, today)) for words in spoken)
        where = escape(" · ".join(part for part in (meeting.place, meeting.with_whom) if part))
        way = stacked((words, ". ".join(way_said(words, meeting))) for words in spoken) if meeting.travel else ""
        told = "".join(f"<br>{part}" for part in (when, where, way) if part)
        pieces.append(beside(drawing("meeting"), both(t, own, NEXT), told))
    open_steps = [step for step in steps if step.done_on is None][:MOST_STEPS]
    if open_steps:
        pieces.append(f"<p>{both(t, own, STEPS)}</p>")
    for step in open_steps:
        who = step.by if step.by in WHO else Doer.TOGETHER.value
        said = f'<br><font size="4">{both(t, own, WHO[who])}</font>'
        pieces.append(
            beside(f"{shipped(step_picture(step))}{drawing(who, 32)}", f"{BOX} {_called(spoken, step)}", said)
        )
    done = [step for step in steps if step.done_on][:MOST_STEPS]
    if done:
        pieces.append(beside(drawing("done", 64), both(t, own, REACHED)))
    pieces += [beside(shipped(step_picture(step), 40), _called(spoken, step)) for step in done]
    pieces.append(beside(drawing("call", 64), both(t, own, CALL), f"<br>{escape(contact)} {LINE}"))
    title = t(TITLE) if own is None else f"{t(TITLE)} · {own.isolated(own(TITLE))}"
    return page(t, title, t.isolated(name), *pieces, large=True)


def _called(spoken: Sequence[Words], step: Step) -> str:
    """In the words somebody wrote, once; else in those of its kind, in each language."""
    if step.text:
        return f"<b><bdi>{escape(step.text)}</bdi></b>"
    return stacked((words, step_called(words, step)) for words in spoken)
