"""A new small step: a picture or a few words, who does it, and whether she must."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.i18n import N_
from app.journeys.steps import add_step, lay_ladder
from app.ports import Refusal
from app.records import Doer, Mentee
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import Field, choice, keep_button, problem, quiet, screen, section, stack, tonal_button
from app.views.mentees.step_words import BINDINGS, DOERS
from app.views.plan_words import STEPS
from app.views.session import go, use_ports, use_words


@dataclass
class Draft:
    """What is being chosen or typed."""

    text: str = ""
    kind: str = ""
    by: str = Doer.SHE.value
    binding: str = ""


@ft.component
def NewStep() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    row = use_once(ports.new_row)
    draft, change = use_draft(Draft)
    doing = use_doing()

    def mentee() -> Mentee:
        found = ports.store.get(Mentee, path.rpartition("/")[2])
        if found is None:
            raise Refusal(N_("There is nothing here."))
        return found

    def step() -> None:
        said = {"text": draft.text, "kind": draft.kind, "by": draft.by, "binding": draft.binding}
        add_step(ports, row=row, mentee=mentee(), **said)

    def keep() -> None:
        if doing.do(step):
            go(path)

    def ladder() -> None:
        if doing.do(lambda: lay_ladder(ports, mentee=mentee())):
            go(path)

    pictures = {kind: words for kind, (_, words) in STEPS.items()}
    doers = choice(
        t("Who does it"), offered(t, DOERS), draft.by, lambda who: change(by=who), key="by", may_be_none=False
    )
    binding = choice(
        # Words: label over "She has to" and "If she wants"
        t("Has she a choice"),
        offered(t, BINDINGS),
        draft.binding,
        lambda how: change(binding=how),
        key="binding",
    )
    # Words: six steps from her own door to a place she has never been to
    out = tonal_button(t("From the door to a new place: six steps"), ladder, key="ladder")
    return screen(
        t("A small step"),
        [
            problem(doing.trouble),
            choice(t("As a picture"), offered(t, pictures), draft.kind, lambda kind: change(kind=kind), key="kind"),
            Field("text", "", lambda text: setattr(draft, "text", text), label=t("Or in a few words"), lines=2),
            doers,
            binding,
            quiet(t("She reads it in her plan.")),
            section(t("Out and about"), [stack([out, quiet(t("Each has a picture. She goes at her own pace."))])]),
        ],
        t=t,
        path=f"{path}/step",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
