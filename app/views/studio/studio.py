"""The languages and how far each is; who may record, given and taken by a steward."""

from __future__ import annotations

import flet as ft

from app.domain.roles import STEWARDS
from app.domain.studio import Coverage
from app.i18n import LANGUAGES, Language, Words, language_named
from app.i18n.protected import MY_VOICE
from app.journeys.my_voice import my_recordings, take_my_voice_back
from app.journeys.studio import coverage_of, rights, trust_no_more
from app.records import Recorded, StudioRight
from app.views.forms import use_doing
from app.views.interpreter import interpreter
from app.views.kit import problem, quiet, quiet_button, row, screen, section, sheet
from app.views.session import go, use_live, use_ports, use_session, use_told

PATH = "/more/studio"
DECKS = f"{PATH}/words"


def how_far_words(t: Words, far: Coverage) -> str:
    """As in "12 of 150 · 3 wait for a second person"; whole, it is said."""
    if far.whole:
        # Words: a language of which every text was recorded by a person
        return t("With voice")
    parts = [t("%(ready)d of %(all)d recorded", ready=far.ready, all=far.texts)]
    if far.waiting:
        parts.append(t.many("%(num)d to confirm", "%(num)d to confirm", far.waiting))
    return " · ".join(parts)


@ft.component
def Studio() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    steward = use_told().role in STEWARDS
    far = use_live(lambda: {each.code: coverage_of(ports, each.code) for each in LANGUAGES}, Recorded)
    trusted = use_live(lambda: rights(ports), StudioRight)
    doing = use_doing()

    def line(one: Language) -> ft.Control:
        sign = ft.Icons.RECORD_VOICE_OVER_OUTLINED if far[one.code].whole else ft.Icons.MIC_NONE
        return row(
            t.isolated(one.own_name),
            under=how_far_words(t, far[one.code]),
            leading=ft.Icon(sign, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{PATH}/{one.code}"),
            key=f"studio-{one.code}",
            arrow=True,
        )

    told = t("A language is read aloud by people once every text is recorded and confirmed.")
    exercises = row(
        t("Words of the exercises"),
        under=t("Danish that learners hear"),
        leading=ft.Icon(ft.Icons.SCHOOL_OUTLINED, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(DECKS),
        key="to-deck-words",
        arrow=True,
    )
    parts: list[ft.Control] = [problem(doing.trouble), sheet([exercises])]
    # Words: heading over languages: the texts of the app, which people read aloud into the microphone
    parts.append(section(t("The texts of the app"), [sheet([line(each) for each in LANGUAGES]), quiet(told)]))

    def right(one: StudioRight) -> ft.Control:
        end = quiet_button(
            # Words: a button: somebody may no longer record texts
            t("End"),
            lambda: doing.do(lambda: trust_no_more(ports, one)),
            key=f"end-{one.id}",
        )
        name = language_named(one.language).own_name
        return row(t.isolated(one.name), under=t.isolated(name), trailing=end if steward else None, key=f"may-{one.id}")

    known = [right(one) for one in trusted]
    shown = sheet(known) if known else quiet(t("Nobody yet. A coordinator chooses who speaks for all of us."))
    add = quiet_button(t("Choose somebody"), lambda: go(f"{PATH}/who"), key="studio-who", icon=ft.Icons.PERSON_ADD)
    # Words: heading over those who may record texts with their own voice
    parts.append(section(t("Who may record"), [shown], action=add if steward else None))
    parts.append(MyVoice())
    # Words: where people record the texts of the app with their own voice
    return screen(t("Studio"), parts, t=t, path=PATH, back=session.trail.tab)


@ft.component
def MyVoice() -> ft.Control:
    """All that I have said, taken back with two taps."""
    ports, t = use_ports(), use_session().words
    mine = use_live(lambda: len(my_recordings(ports)), Recorded)
    sure, set_sure = ft.use_state(False)
    doing = use_doing()

    async def away() -> None:
        if not sure:
            set_sure(True)
        elif await doing.wait_for(lambda: take_my_voice_back(ports)):
            set_sure(False)

    if not mine:
        return ft.Container()
    many = t.many("You have recorded %(num)d text.", "You have recorded %(num)d texts.", mine)
    says = t("Yes, take all of it away") if sure else t("Take my voice back")
    told = t("Tap once more: then nobody hears your voice any longer.") if sure else many
    end = quiet_button(says, away, key="my-voice-away", icon=ft.Icons.DELETE_OUTLINE)
    # Words: heading over what somebody has recorded herself
    return section(t("My voice"), [problem(doing.trouble), *interpreter(t, MY_VOICE), quiet(told), end])
