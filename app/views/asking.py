"""One question to her: heard or read first, then yes and no in one size; a yes is taken back in the same place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import flet as ft

from app.i18n import N_, Words
from app.i18n.protected import ASKED_OF_HER
from app.i18n.words import whole
from app.journeys.consents import answer_asked, answers, stands, take_back
from app.records import Consent, Mode
from app.views.aloud import Speaker, in_both
from app.views.asked_words import ASKED, FREE, MEANS, TOLD_BY, VERSION, text_in_lines, whole_text
from app.views.forms import use_doing
from app.views.interpreter import her_interpreter, spoken_in
from app.views.kit import BUTTON, answer_button, body, good_news, paper, problem, quiet, stack
from app.views.letter.dial import for_the_owner, marked, told
from app.views.letter.heard import Line
from app.views.session import Session, use_live, use_ports, use_session
from app.views.talk_words import SPOKEN

# Words: a button of the mentee: somebody told her in her own language what she is asked
TOLD_ME = N_("Somebody said it to me in my language")


@ft.component
def Asking(what: str, space: str) -> ft.Control:
    """The same on her own phone and on one that was turned to her; there its owner reads it in the owner's language.

    What stands there in Danish alone is heard from an interpreter: to have heard the Danish counts for Danish only.
    """
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    mode, set_mode = ft.use_state("")
    explained, set_explained = ft.use_state("")
    doing = use_doing()
    said = use_live(lambda: answers(ports, space).get(what), Consent)
    row = ft.use_memo(ports.new_row, [said.id if said else ""])
    saw = ports.store.seen(said) if said else None
    picture, question = ASKED[what]
    spoken = spoken_in(t, ASKED_OF_HER)
    heard = (lambda: set_mode(Mode.HEARD.value)) if spoken == t.code else None  # Danish alone tells her nothing

    def say(*, yes: bool) -> None:
        if doing.do(
            lambda: answer_asked(
                ports,
                row=row,
                space=space,
                what=what,
                yes=yes,
                text=whole_text(t, what),
                version=VERSION,
                language=spoken,
                mode=mode,
                explained=explained,
            )
        ):
            begin_anew()

    def back() -> None:
        if said and saw is not None and doing.do(lambda: take_back(ports, shown=said, saw=saw)):
            begin_anew()

    def begin_anew() -> None:
        set_mode("")
        set_explained("")

    def button(picture: str, words: str, on_tap: Callable[[], object], key: str) -> ft.Control:
        speaker = Speaker(in_both(t, marked(words)), t(words), f"listen-{key}", or_nothing=True)
        hers = _in_both(session, words, beside=BUTTON)
        return answer_button(picture, hers, on_tap, chosen=False, key=key, speaker=speaker)

    def told_by(who: str, picture: str) -> ft.Control:
        words = SPOKEN[who]
        speaker = Speaker(in_both(t, marked(words)), t(words), f"listen-explained-{who}")
        hers = _in_both(session, words, strong=explained == who)
        choose = lambda: set_explained(who)
        return answer_button(picture, hers, choose, chosen=explained == who, key=f"explained-{who}", speaker=speaker)

    lines: list[ft.Control] = [
        told(session, marked(question), size=24, strong=True),
        told(session, marked(MEANS[what]), size=20),
        told(session, marked(FREE), size=18),
    ]
    if beside := for_the_owner(session, lambda words: text_in_lines(words, what)):
        lines.append(quiet(beside, size=15))
    card = paper(
        lines,
        picture=picture,
        size=96,
        speaker=Speaker(
            in_both(t, lambda words: whole_text(words, what)),
            t(question),
            f"listen-{what}",
            on_whole=heard,
        ),
        key=f"asked-{what}",
    )
    parts: list[ft.Control] = [*her_interpreter(t, ASKED_OF_HER), card, problem(doing.trouble)]
    if said and stands(said):
        parts.append(good_news(since(t, said, today), key="said", speaker=_since_aloud(t, said, today)))
        # Words: a button of the mentee: she said yes before, and now it is over
        parts.append(button("not-for-me", N_("Take it back"), back, "take-back"))
        return stack(parts)
    if not mode:
        if said:
            told_before = ft.Container(content=body(since(t, said, today), size=18), expand=True)
            parts.append(ft.Row([told_before, _since_aloud(t, said, today)], spacing=8))
        # Words: a button of the mentee: she knows now what she is asked
        read = button("books", N_("I have read it"), lambda: set_mode(Mode.READ.value), "have-read")
        told_me = button("speaking", TOLD_ME, lambda: set_mode(Mode.INTERPRETER.value), "was-told")
        if heard:
            parts.append(Line(N_("Listen first, or read it. Then you answer."), 18))
        return stack([*parts, read, told_me] if heard else [*parts, told_me, read])
    if mode == Mode.INTERPRETER:
        parts.append(told(session, marked(TOLD_ME)))
        parts += [told_by(*each) for each in TOLD_BY.items()]
    if explained or mode != Mode.INTERPRETER:
        # Words: a button: her answer to a question about what may be done
        parts.append(button("done", N_("Yes"), lambda: say(yes=True), "yes"))
        # Words: a button: her answer to a question about what may be done; she may be asked another day
        parts.append(button("not-for-me", N_("No, not now"), lambda: say(yes=False), "no"))
    return stack(parts)


def _in_both(session: Session, words: str, *, beside: float = 0, strong: bool = False) -> ft.Control:
    """On the button of a phone that was turned to her, its owner reads it, too."""
    owner = for_the_owner(session, marked(words))
    return told(session, marked(words), strong=strong, beside=beside, under=owner)


def _since_aloud(t: Words, said: Consent, today: date) -> ft.Control:
    parts = in_both(t, lambda words: since(words, said, today))
    return Speaker(parts, since(t, said, today), "listen-said", or_nothing=True)


def since(t: Words, said: Consent, today: date) -> str:
    """Her answer and its day."""
    if stands(said) and said.given_on:
        return t("You said yes: %(day)s", day=whole(said.given_on, today))
    if said.given_on and said.ended_on:
        return t("You took it back: %(day)s", day=whole(said.ended_on, today))
    return t("You said no: %(day)s", day=whole(said.ended_on, today)) if said.ended_on else ""
