"""A new group, or what is known of one: a tap on what it is for is enough."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import flet as ft

from app.journeys.areas import areas, usual_area
from app.journeys.cohorts import MOST_SESSIONS, change_cohort, new_cohort
from app.journeys.numbered import numbered
from app.ports import Ports
from app.records import Cohort
from app.views.chosen import chosen, offered
from app.views.forms import unnamed, use_doing, use_draft, use_once
from app.views.groups.group_words import KINDS
from app.views.groups.list import PATH
from app.views.kit import Field, choice, keep_button, problem, quiet, quiet_button, screen, stack, stepper
from app.views.mentors.mentor_words import options
from app.views.session import go, use_ports, use_session


@dataclass
class Draft:
    """What is being typed and chosen."""

    name: str = ""
    kind: str = ""
    language: str = ""
    area: str = ""
    place: str = ""
    sessions: int = 0


@ft.component
def ChangeGroup() -> ft.View:
    ports, session = use_ports(), use_session()
    t, new = session.words, use_once(ports.new_row)
    which = ft.use_route_params().get("id", "")
    shown = use_once(lambda: ports.store.get(Cohort, which) if which else None)
    draft, change = use_draft(lambda: _of(shown, _usual(ports)))
    doing = use_doing()
    kind = chosen(t, KINDS, draft.kind)
    usual = numbered(ports, Cohort, kind, row=which) if kind else ""
    row = shown.id if shown else new
    names = dict.fromkeys([*(one.name for one in areas(ports)), draft.area])
    named = [(name, t.isolated(name)) for name in names if name]

    def step() -> None:
        said = {**asdict(draft), "name": draft.name.strip() or usual, "sessions": draft.sessions or None}
        if shown:
            change_cohort(ports, shown=shown, **said)
        else:
            new_cohort(ports, row=new, **said)

    def keep() -> None:
        if doing.do(step):
            go(f"{PATH}/{row}")

    def end() -> None:
        if shown and doing.do(lambda: change_cohort(ports, shown=shown, ended_on=None if shown.ended_on else today)):
            go(f"{PATH}/{row}")

    today = ports.today()
    planned = t.many("%(num)d time", "%(num)d times", draft.sessions) if draft.sessions else t("no number")
    parts: list[ft.Control] = [
        problem(doing.trouble),
        choice(t("What for"), offered(t, KINDS), draft.kind, lambda kind: change(kind=kind), key="kind"),
        Field(
            "name",
            draft.name,
            lambda text: setattr(draft, "name", text),
            label=t("What the group is called"),
            helper=unnamed(t, usual) if usual else "",
        ),
        choice(
            # Words: the language spoken in a group beside Danish
            t("Language beside Danish"),
            [each for each in options(t, "languages") if each[0] != "da"],
            draft.language,
            lambda code: change(language=code),
            key="language",
        ),
        *([choice(t("Area"), named, draft.area, lambda area: change(area=area), key="area")] if len(named) > 1 else []),
        Field("place", draft.place, lambda text: setattr(draft, "place", text), label=t("Place")),
        stack(
            [
                # Words: how many meetings of a group are planned in all
                quiet(t("Planned to meet")),
                stepper(
                    draft.sessions,
                    lambda times: change(sessions=times),
                    words=planned,
                    less=t("One less"),
                    more=t("One more"),
                    step=1,
                    most=MOST_SESSIONS,
                    key="sessions",
                ),
            ],
            spacing=6,
        ),
        quiet(t("All who work here read this. Who takes part is read only by those who have her file.")),
    ]
    if shown:
        words = t("The group meets again") if shown.ended_on else t("The group has ended")
        parts.append(ft.Row([quiet_button(words, end, key="end")], wrap=True))
    back = f"{PATH}/{which}" if shown else PATH
    return screen(
        t("Change the group") if shown else t("A new group"),
        parts,
        t=t,
        path=f"{back}/change" if shown else f"{PATH}/new",
        back=back,
        foot=[keep_button(t("Keep"), keep)],
    )


def _usual(ports: Ports) -> str:
    """The name of the area where she wrote last; of a mentor, who reads no area, none."""
    here = {place.space: place.name for place in areas(ports)}
    return here[usual_area(ports)] if here else ""


def _of(shown: Cohort | None, area: str) -> Draft:
    if shown is None:
        return Draft(area=area)
    return Draft(shown.name, shown.kind, shown.language, shown.area, shown.place, shown.sessions or 0)
