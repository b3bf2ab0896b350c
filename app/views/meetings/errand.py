"""Going along to municipality, doctor or school: what to bring, what to ask, what was agreed there."""

from __future__ import annotations

import flet as ft

from app.i18n import N_, Words
from app.journeys.errands import errand_of, keep_errand
from app.records import Errand, Meeting, Office
from app.views.chosen import chosen, offered
from app.views.forms import use_doing, use_once
from app.views.gone import no_meeting
from app.views.kit import card, choice, keep_button, problem, quiet, quiet_button, screen, section
from app.views.meetings.prose_form import fields, told
from app.views.session import go, use_live, use_ports, use_words
from app.views.side_by_side import Settling, unsettled

OFFICES = {
    Office.MUNICIPALITY.value: N_("Municipality"),
    Office.DOCTOR.value: N_("Doctor"),
    Office.SCHOOL.value: N_("School"),
    Office.OTHER.value: N_("Elsewhere"),
}


def labels(t: Words) -> dict[str, str]:
    """The three texts, by field."""
    return {"bring": t("What to bring"), "ask": t("What to ask"), "agreed": t("What was agreed there")}


@ft.component
def GoAlong() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/meetings/{ft.use_route_params().get('id', '')}"
    meeting = use_once(lambda: ports.store.get(Meeting, path.rpartition("/")[2]))
    there = use_once(lambda: errand_of(ports, meeting) if meeting else None)
    saw = use_once(lambda: ports.store.seen(there) if there else None)
    draft = use_once(lambda: {name: getattr(there, name) if there else "" for name in labels(t)})
    office, set_office = ft.use_state(there.office if there else "")
    doing = use_doing()
    if meeting is None:
        return no_meeting(t, t("Going along"), path=f"{path}/errand", back=path)

    def keep() -> None:
        if doing.do(lambda: keep_errand(ports, meeting=meeting, shown=there, saw=saw, office=office, **draft)):
            go(path)

    return screen(
        t("Going along"),
        [
            problem(doing.trouble),
            choice(t("Where to"), offered(t, OFFICES), office, set_office, key="office"),
            fields(draft, labels(t)),
            quiet(t("She can read all of this.")),
        ],
        t=t,
        path=f"{path}/errand",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


@ft.component
def GoingAlong(meeting: Meeting) -> ft.Control:
    """On the page of a meeting: what goes along, or the way to say that something does."""
    ports, t = use_ports(), use_words()
    kept = use_live(lambda: errand_of(ports, meeting), Errand)

    def open_it() -> None:
        go(f"/meetings/{meeting.id}/errand")

    if kept is None:
        words = t("We go to an office or a doctor together")
        return quiet_button(words, open_it, key="errand", icon=ft.Icons.ACCOUNT_BALANCE_OUTLINED)
    name = chosen(t, OFFICES, kept.office)
    title = t("Going along: %(office)s", office=name) if name else t("Going along")
    change = quiet_button(t("Change"), open_it, key="errand")
    if unsettled(ports.store, kept):
        return section(title, [Settling(kept)], action=change)
    texts = {label: t.isolated(getattr(kept, label)) for label in labels(t)}
    return section(title, [card(told(labels(t), texts))] if any(texts.values()) else [], action=change)
