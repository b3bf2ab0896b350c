"""A letter of hers is explained by voice, by who walks with her: said anew, heard, or thrown away."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.i18n import N_
from app.journeys.one_voice import unsay
from app.journeys.spoken import sound_of
from app.platform import Recording
from app.records import Attachment, Letter
from app.views.forms import use_doing
from app.views.kit import problem, quiet, quiet_button, section, speaker_button, stack
from app.views.practice.say_word import Saying, SayWord
from app.views.session import use_live, use_ports, use_words
from app.views.sounding import use_sound

LETTER = Saying(
    # Words: a button: the mentor explains a letter by speaking into the phone
    N_("Explain it by voice"),
    # Words: a button: the mentor hears how she just explained a letter
    N_("Hear what you said"),
    # Words: beside a button that plays it: the recording is kept together with the letter
    N_("Your voice is kept with the letter."),
)


@ft.component
def LetterVoice(one: Letter, said: Recording | None, hold: Callable[[Recording | None], None]) -> ft.Control:
    """`said` is held until the form around it is kept; what was kept before is heard or thrown away at once."""
    ports, t = use_ports(), use_words()
    kept = use_live(lambda: sound_of(ports, one), Attachment)
    sounding = use_sound(kept, asked=True)
    doing = use_doing()
    parts: list[ft.Control] = []
    if kept and said is None:
        # Words: beside a button that plays it: a letter was explained by speaking into the phone
        there = t("It is explained by voice.")
        play = speaker_button(
            t("Listen: %(what)s", what=there), sounding.tap, speaking=sounding.playing, key="listen-kept"
        )
        parts.append(ft.Row([play, ft.Container(content=quiet(there), expand=True)], spacing=8))
        away = lambda: doing.do(lambda: unsay(ports, one))
        parts.append(quiet_button(t("Throw away"), away, key="unsay", icon=ft.Icons.DELETE_OUTLINE))
        parts.append(problem(sounding.trouble or doing.trouble))
    else:
        parts.append(SayWord(said, hold, LETTER))
    parts.append(quiet(t("She hears your voice on her phone, with one tap. Speak her language if you can.")))
    # Words: heading: explaining a letter by speaking
    return section(t("By voice"), [stack(parts)])
