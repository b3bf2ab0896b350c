"""My strengths: a card that is never empty, sixty pictures to choose from, an example in her words or her voice."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.strengths import MOST
from app.i18n import N_, Words
from app.journeys.strengths import choose_strength, say_example, strengths
from app.records import Strength
from app.views.aloud import Speaker, in_both, written
from app.views.chosen import inside
from app.views.example_voice import TellExample
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    BESIDE,
    Field,
    answer_button,
    body,
    drawing,
    heading,
    keep_button,
    paper,
    pictured,
    problem,
    quiet,
    warm_button,
)
from app.views.kit.texts import narrow
from app.views.letter.badge import LEARNING
from app.views.letter.dial import marked, told
from app.views.letter.heard import Line
from app.views.letter.nothing import nothing_here
from app.views.letter.page import Said, her_screen
from app.views.letter.whose import her_plan
from app.views.session import Session, go, use_live, use_ports, use_session
from app.views.side_by_side import Settling, unsettled
from app.views.strength_words import HEAPS, STRENGTHS, strength_called

PATH = "/strengths"
STAR = "star"
# Words: said by the mentee of herself; language by its own name
SPEAKS = N_("I speak %(language)s")
EXAMPLE = N_("An example, in your words")


@ft.component
def MyStrengths() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    plan = her_plan(session)
    there = use_live(lambda: strengths(ports, plan), Strength)
    parts: list[ft.Control] = [_paper(session, one) for one in there]
    parts.append(_always(session))
    parts.append(
        # Words: the large button on the mentee's phone: choose from pictures what she is good at
        warm_button(t("Choose what you can"), lambda: go(f"{PATH}/choose"), key="choose", icon=ft.Icons.STAR_OUTLINE)
    )
    parts.append(Line(N_("You get a CV only when you ask for one.")))
    return her_screen(N_("My strengths"), parts, also=["Choose what you can"], path=PATH, back="/", spacing=16)


def _paper(session: Session, one: Strength) -> ft.Control:
    t = session.words
    lines: list[ft.Control] = [told(session, lambda words: strength_called(words, one), size=24, strong=True)]
    aloud = [*in_both(t, lambda words: strength_called(words, one)), *written(t, one.text)]
    if one.text:
        lines.append(body(t.isolated(f"“{one.text}”"), size=20))
    if one.voice:
        lines.append(ft.Row([ft.Icon(ft.Icons.MIC_NONE, color=ft.Colors.PRIMARY), quiet(t("My voice"), size=16)]))
        aloud += in_both(t, marked("My voice"))
    if not (one.text or one.voice):
        lines.append(quiet(t(EXAMPLE), size=16))
        aloud += in_both(t, marked(EXAMPLE))
    speaker = Speaker(aloud, strength_called(t, one))
    picture = STRENGTHS.get(one.kind, (STAR, ""))[0]
    lead = partial(go, f"{PATH}/one/{one.kind}")
    return paper(lines, picture=picture, speaker=speaker, on_tap=lead, key=f"strength-{one.kind}", warm=True)


def _always(session: Session) -> ft.Control:
    """What holds of everybody here: her card is never empty."""
    t = session.words

    def said(words: Words) -> list[str]:
        return [words(SPEAKS, language=inside(t, t.language.own_name)), words(LEARNING)]

    lines: list[ft.Control] = []
    for place, picture in enumerate(("speaking", "student")):
        text = told(session, lambda words, place=place: said(words)[place], beside=BESIDE)  # type: ignore[misc]
        lines.append(pictured(picture, text))
    aloud = [*in_both(t, lambda words: said(words)[0]), *in_both(t, lambda words: said(words)[1])]
    speaker = Speaker(aloud, t("My card"), "listen-always")
    return paper(lines, picture=STAR, speaker=speaker, key="always")


@ft.component
def ChooseStrengths() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    plan = her_plan(session)
    chosen = {one.kind for one in use_live(lambda: strengths(ports, plan), Strength)}
    doing = use_doing()

    def choose(kind: str) -> None:
        doing.do(lambda: choose_strength(ports, space=plan, kind=kind, wanted=kind not in chosen))

    def line(kind: str, picture: str, words: str) -> ft.Control:
        said = told(session, marked(words), strong=kind in chosen)
        speaker = Speaker(in_both(t, marked(words)), t(words))
        return answer_button(
            picture, said, partial(choose, kind), chosen=kind in chosen, key=f"can-{kind}", speaker=speaker
        )

    parts: list[ft.Control] = [Line(N_("Choose up to five. You can change them any time."), 18)]
    for words, kinds in HEAPS.values():
        parts.append(heading(t(words), level=2))
        parts += [line(kind, picture, called) for kind, (picture, called) in kinds.items()]
    foot: list[ft.Control] = [ft.Row([drawing(STAR, size=28) for _ in list(chosen)[:MOST]])] if chosen else []
    foot.append(problem(doing.trouble))
    if doing.trouble:
        foot.append(Speaker(written(t, doing.trouble), doing.trouble, "listen-problem", or_nothing=True))
    also: list[Said] = [words for words, _kinds in HEAPS.values()]
    return her_screen(
        N_("What you can"),
        parts,
        also=also,
        path=f"{PATH}/choose",
        back=PATH,
        spacing=12,
        foot=foot,
    )


@ft.component
def OneStrength() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    kind = ft.use_route_params().get("kind", "")
    plan = her_plan(session)
    one = next((each for each in use_live(lambda: strengths(ports, plan), Strength) if each.kind == kind), None)
    opened = use_once(lambda: (one, ports.store.seen(one)) if one else None)
    draft, _change = use_draft(lambda: {"text": one.text if one else ""})
    doing = use_doing()
    path = f"{PATH}/one/{kind}"
    if one is None or opened is None:
        gone = nothing_here(t, ft.Icons.STAR_OUTLINE)
        return her_screen(N_("My strengths"), [gone], path=path, back=PATH)

    def keep() -> None:
        if doing.do(lambda: say_example(ports, shown=opened[0], saw=opened[1], text=draft["text"])):
            go(PATH)

    called = partial(strength_called, one=one)
    example = Field(
        "text",
        draft["text"],
        lambda text: draft.__setitem__("text", text),
        label=t(EXAMPLE),
        lines=3,
    )
    parts: list[ft.Control] = [
        drawing(STRENGTHS.get(kind, (STAR, ""))[0], size=56 if narrow() else 112),
        told(session, called, size=26, strong=True),
        TellExample(one),
        Settling(one) if unsettled(ports.store, one) else example,
        Line(N_("You need not write. You can tell your mentor, too.")),
        problem(doing.trouble),
    ]
    keeps = [keep_button(t("Keep"), keep)]
    if narrow():  # standing still it would leave no room for what she writes
        parts, keeps = [*parts, *keeps], []
    also: list[Said] = [called, EXAMPLE, "Keep"]
    return her_screen(N_("My strengths"), parts, also=also, path=path, back=PATH, spacing=16, foot=keeps)
