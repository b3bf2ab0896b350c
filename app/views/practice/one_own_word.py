"""One word of her own, on the screen of who walks with her: written anew, explained, or taken away."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.aloud import DANISH
from app.journeys.own_word import take_out, write_anew
from app.records import Mentee, OwnWord
from app.views.aloud import Speaker
from app.views.forms import use_doing, use_once
from app.views.kit import Field, empty_state, keep_button, problem, quiet, quiet_button, screen
from app.views.mentees.whose import whose
from app.views.practice.own_word import OwnDraft, in_her_language, language_of
from app.views.practice.spelt import DanishField, once_more, use_spelling
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def OneOwnWord() -> ft.View:
    ports, t = use_ports(), use_session().words
    mentee, plan = whose(ports)
    row = ft.use_route_params().get("word", "")
    back = f"/mentees/{mentee.id if mentee else ''}/words"
    word = use_live(lambda: ports.store.get(OwnWord, row, plan) if plan else None, OwnWord)
    if word is None or mentee is None:
        lost = empty_state(ft.Icons.SCHOOL_OUTLINED, t("There is nothing here."))
        return screen(t("A word that she needs"), [lost], t=t, path=f"{back}/{row}", back=back)
    return Writing(mentee, word, back)


@ft.component
def Writing(mentee: Mentee, word: OwnWord, back: str) -> ft.View:
    ports, t = use_ports(), use_session().words
    doing, spelt = use_doing(), use_spelling()
    shown = use_once(lambda: word)
    draft = use_once(lambda: OwnDraft(word.text, word.means))

    def write(text: str) -> None:
        draft.text = text

    def explain(text: str) -> None:
        draft.means = text

    def keep() -> None:
        if draft.text.strip() != shown.text and spelt.stops(draft.text):
            return
        anew = partial(write_anew, ports, shown=shown, text=draft.text, means=draft.means)
        if doing.do(lambda: anew(language=language_of(mentee))):
            go(back)

    def away() -> None:
        if doing.do(partial(take_out, ports, word)):
            go(back)

    parts: list[ft.Control] = [
        problem(doing.trouble),
        DanishField("own", t("The Danish word"), spelt, write, value=shown.text),
        Speaker([(DANISH, word.text)], word.text, "listen-word"),
        Field("means", shown.means, explain, label=in_her_language(t, mentee)),
        quiet(t("If you know it, or she writes it with you. She sees it beside the Danish word.")),
        quiet_button(t("Take away: %(word)s", word=word.text), away, key="away", icon=ft.Icons.DELETE_OUTLINE),
    ]
    return screen(
        t.isolated(word.text),
        parts,
        t=t,
        path=f"{back}/{word.id}",
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[*once_more(t, spelt), keep_button(t("Keep"), keep)],
    )
