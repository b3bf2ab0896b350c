"""How much of each language is there: texts, texts that somebody has read, a voice on this phone. And a better word."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import DANISH, voice_for
from app.i18n import LANGUAGES, Language, Words, danish
from app.i18n.coverage import Coverage, coverage
from app.journeys.better_words import MIME, sheet_of, suggest, suggestions
from app.journeys.studio import coverage_of, recorded_in
from app.ports import Ports
from app.records import Recorded, Suggestion
from app.views.forms import use_doing, use_once
from app.views.her_language import use_her_language
from app.views.kit import (
    Field,
    body,
    card,
    empty_state,
    fact,
    good_news,
    keep_button,
    problem,
    quiet,
    row,
    screen,
    section,
    sheet,
    stack,
    tonal_button,
)
from app.views.session import go, use_live, use_ports, use_words
from app.views.studio.shelf import use_shelf, voices_in

PATH = "/more/languages"


@ft.component
def HowMuch() -> ft.View:
    ports, t = use_ports(), use_words()
    found = use_once(coverage)
    far = use_live(lambda: {each.code: coverage_of(ports, each.code) for each in LANGUAGES}, Recorded)

    def line(language: Language) -> ft.Control:
        return row(
            t.isolated(language.own_name),
            under=" · ".join((*_told(t, ports, language, found[language]), by_people(t, far[language.code].share))),
            under_lines=4,
            on_tap=lambda: go(f"{PATH}/{language.code}"),
            key=f"much-{language.code}",
            arrow=True,
        )

    hint = t("What a language lacks is said in Danish. Consent, rights and safety too, until somebody has read them.")
    parts = [sheet([line(each) for each in LANGUAGES if each in found]), quiet(hint, size=15)]
    return screen(t("How much is said in each language"), parts, t=t, path=PATH, back="/more/language")


@ft.component
def OneLanguage() -> ft.View:
    ports, t = use_ports(), use_words()
    code = ft.use_route_params().get("code", "")
    language = next((each for each in LANGUAGES if each.code == code), None)
    found = use_once(coverage)
    use_her_language(code)  # its recordings are those of its very words
    better = use_live(lambda: suggestions(ports, code), Suggestion)
    far = use_live(lambda: coverage_of(ports, code).share, Recorded)
    recorded = use_live(lambda: recorded_in(ports, DANISH) if code == DANISH else [], Recorded)
    decks, _trouble = use_shelf(wanted=code == DANISH)
    doing = use_doing()
    saved, set_saved = ft.use_state("")
    if language is None or language not in found:
        lost = empty_state(ft.Icons.TRANSLATE, t("There is nothing here."))
        return screen(t("How much is said in each language"), [lost], t=t, path=f"{PATH}/{code}", back=PATH)

    async def hand_out() -> None:
        name, content = await sheet_of(ports, language=language.code)
        ports.platform.save_file(name, MIME, content)
        set_saved(t("Saved as %(file)s.", file=name))

    icons = (ft.Icons.NOTES, ft.Icons.FACT_CHECK_OUTLINED, ft.Icons.VOLUME_UP_OUTLINED)
    # Words: of a language: how many of the texts are said in it
    names = (t("Texts"), t("Read by somebody who speaks it"), t("Voice"))
    told = zip(icons, names, _told(t, ports, language, found[language]), strict=True)
    sign = ft.Icons.RECORD_VOICE_OVER_OUTLINED
    # Words: of a language: how many of the texts on the mentee's screens a person has recorded
    spoken = [fact(sign, t("Recorded in the studio"), by_people(t, far), key="by-people")]
    if code == DANISH:
        heard = by_people(t, voices_in(decks, recorded).share)
        spoken.append(fact(sign, t("Words of the exercises"), heard if decks else "…", key="words-by-people"))
    facts = card(stack([*(fact(*each) for each in told), *spoken], spacing=16))
    out = tonal_button(
        t("A sheet for who speaks it"), lambda: doing.wait_for(hand_out), key="out", icon=ft.Icons.DOWNLOAD
    )
    parts: list[ft.Control] = [
        problem(doing.trouble),
        good_news(saved),
        facts,
        out,
        quiet(t("She reads it in Excel or LibreOffice, puts an x at what is right, and writes what is better.")),
        section(t("Better words"), [_suggestion(t, one) for one in better] or [quiet(t("None yet"))]),
    ]
    foot = [keep_button(t("Suggest a better word"), lambda: go(f"{PATH}/{code}/better"), key="better")]
    return screen(t.isolated(language.own_name), parts, t=t, path=f"{PATH}/{code}", back=PATH, foot=foot)


@ft.component
def BetterWord() -> ft.View:
    ports, t = use_ports(), use_words()
    code = ft.use_route_params().get("code", "")
    new, draft, doing = use_once(ports.new_row), use_once(lambda: {"text": "", "instead": ""}), use_doing()

    def keep() -> None:
        if doing.do(lambda: suggest(ports, row=new, language=code, text=draft["text"], instead=draft["instead"])):
            go(f"{PATH}/{code}")

    def field(name: str, label: str) -> ft.Control:
        return Field(name, "", lambda text: draft.__setitem__(name, text), label=label, lines=2)

    parts = [
        problem(doing.trouble),
        field("text", t("The words as they stand")),
        field("instead", t("A better word")),
        quiet(t("Your colleagues read it, and who speaks the language.")),
    ]
    foot = [keep_button(t("Keep"), keep)]
    return screen(
        t("Suggest a better word"), parts, t=t, path=f"{PATH}/{code}/better", back=f"{PATH}/{code}", foot=foot
    )


def _told(t: Words, ports: Ports, language: Language, found: Coverage) -> tuple[str, str, str]:
    """Texts, texts that were read, and whether this phone has a voice."""
    voice = t("This phone has a voice") if voice_for(language.code, ports.platform.voice.tags) else t("No voice here")
    if language.code in (danish().code, "en"):
        # Words: of Danish and English, which all other languages are translated from
        return t("%(num)d texts", num=found.texts), t("The others are made from it"), voice
    said, read = (f"{100 * part // max(found.texts, 1)} %" for part in (found.said, found.reviewed))
    # Words: of a language: how many of the texts somebody who speaks it has read, as in "12 % read by somebody"
    return t("%(share)s of the texts", share=said), t("%(share)s read by somebody", share=read), voice


def by_people(t: Words, share: int) -> str:
    """As in "12 % said by people"; of a hundred texts."""
    # Words: how many of the texts, or Danish words, people have recorded with their own voice
    return t("%(share)s said by people", share=f"{share} %")


def _suggestion(t: Words, one: Suggestion) -> ft.Control:
    return card(stack([quiet(t.isolated(one.text)), body(t.isolated(one.instead), strong=True)], spacing=4), key=one.id)
