"""The texts of one language: what lacks first, what waits for a second person, what is ready."""

from __future__ import annotations

import flet as ft

from app.domain.studio import counts
from app.i18n import LANGUAGES, N_
from app.journeys.language import NOT_HERE
from app.journeys.studio import Prompt, coverage_of, may_speak, prompts_in, recorded_in
from app.records import Recorded, StudioRight
from app.views.her_language import use_her_language
from app.views.kit import choice, empty_state, quiet_button, row, screen, sheet
from app.views.session import go, use_live, use_ports, use_session
from app.views.studio.studio import PATH, how_far_words
from app.views.studio.who import without_the_right

LACKS, WAITS, READY = "lacks", "waits", "ready"
STATES = {
    # Words: texts that nobody has recorded yet
    LACKS: N_("To record"),
    # Words: recordings that a second person has not listened to yet
    WAITS: N_("To confirm"),
    # Words: recordings that are used
    READY: N_("Ready"),
}
SIGNS = {LACKS: ft.Icons.MIC_NONE, WAITS: ft.Icons.HEARING, READY: ft.Icons.CHECK_CIRCLE_OUTLINE}
AT_A_TIME = 30


@ft.component
def Texts() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    code = ft.use_route_params().get("code", "")
    language = next((each for each in LANGUAGES if each.code == code), None)
    use_her_language(code)
    prompts = prompts_in(code) if language else ()
    recorded = use_live(lambda: recorded_in(ports, code), Recorded)
    far = use_live(lambda: coverage_of(ports, code), Recorded)
    may = use_live(lambda: may_speak(ports, code), StudioRight)
    ready = {one.key for one in recorded if counts(one)}
    there = {one.key for one in recorded}
    state, set_state = ft.use_state(LACKS if may else WAITS)
    shown, set_shown = ft.use_state(AT_A_TIME)

    def is_in(one: Prompt) -> str:
        return READY if one.key in ready else WAITS if one.key in there else LACKS

    def line(one: Prompt) -> ft.Control:
        return row(
            t.isolated(one.text),
            under=t.isolated(one.danish) if one.danish != one.text else "",
            leading=ft.Icon(SIGNS[state], color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{PATH}/{code}/{one.key}"),
            key=f"text-{one.key}",
            arrow=True,
        )

    found = [one for one in prompts if is_in(one) == state]
    parts: list[ft.Control] = [
        choice("", [(key, t(words)) for key, words in STATES.items()], state, set_state, key="state", may_be_none=False)
    ]
    if found:
        parts.append(sheet([line(one) for one in found[:shown]]))
    elif language and not prompts:
        parts.append(empty_state(ft.Icons.CLOUD_OFF_OUTLINED, t(NOT_HERE)))
    else:
        parts.append(empty_state(ft.Icons.CHECK_CIRCLE_OUTLINE, t("There is nothing here.")))
    if len(found) > shown:
        more = t.many("%(num)d more", "%(num)d more", len(found) - shown)
        parts.append(quiet_button(more, lambda: set_shown(shown + AT_A_TIME), key="more-texts"))
    if not may:
        parts.append(without_the_right(t, ports))
    name = language.own_name if language else t("Studio")
    return screen(t.isolated(name), parts, t=t, path=f"{PATH}/{code}", under=how_far_words(t, far), back=PATH)
