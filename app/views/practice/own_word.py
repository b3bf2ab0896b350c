"""A word that she needs and no deck has, as it is being written: the Danish, what it means to her, and a voice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app.i18n import Words
from app.i18n.languages import language_called
from app.platform import Recording
from app.records import Mentee
from app.views.kit import Field, quiet, section
from app.views.practice.say_word import SayWord
from app.views.practice.spelt import DanishField, Spelt
from app.views.session import use_words


@dataclass
class OwnDraft:
    """What is typed does not draw again."""

    text: str = ""
    means: str = ""


def language_of(mentee: Mentee) -> str:
    """The code of hers; "" where it is none of ours, or nobody wrote it."""
    spoken = language_called(mentee.language)
    return spoken.code if spoken else ""


@ft.component
def WriteOwnWord(
    mentee: Mentee,
    draft: OwnDraft,
    spelt: Spelt,
    said: Recording | None,
    hold: Callable[[Recording | None], None],
) -> ft.Control:
    """Only the Danish word is needed."""
    t = use_words()

    def write(text: str) -> None:
        draft.text = text

    def explain(text: str) -> None:
        draft.means = text

    return section(
        t("A word that she needs"),
        [
            DanishField("own", t("Another Danish word"), spelt, write),
            quiet(t("Look at the spelling: the app does not know all words.")),
            Field("means", "", explain, label=in_her_language(t, mentee)),
            quiet(t("If you know it, or she writes it with you. She sees it beside the Danish word.")),
            SayWord(said, hold),
            quiet(t("She hears your voice when she practises the word.")),
        ],
    )


def in_her_language(t: Words, mentee: Mentee) -> str:
    """Over the field for what a word means."""
    spoken = language_called(mentee.language)
    if spoken is None:
        # Words: a field: what a Danish word means, in the mentee's own language
        return t("In her language")
    # Words: a field: what a Danish word means, in the mentee's own language, which is named
    return t("In her language: %(language)s", language=spoken.own_name)
