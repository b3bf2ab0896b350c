"""Who goes away by herself soon because she never said yes; and, for a coordinator, after how long that is."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.domain.expiring import LEAST_DAYS, MOST_DAYS
from app.i18n.words import first_up
from app.journeys.house_rules import keep_days, may_decide, set_keep_days
from app.journeys.letting_go import about_to_go
from app.records import Contact, HouseRule
from app.views.contacts.contact_words import called, outcome_sign
from app.views.forms import use_doing
from app.views.kit import body, empty_state, problem, quiet, row, screen, section, sheet, stepper
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def AboutToGo() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    doing = use_doing()
    going = use_live(lambda: about_to_go(ports), Contact, HouseRule)
    days, pages = keep_days(ports), use_pages()

    def line(contact: Contact, day: date) -> ft.Control:
        return row(
            called(t, contact),
            under=first_up(t.day(day, today)),
            leading=outcome_sign(contact.outcome),
            on_tap=lambda: go(f"/people/{contact.id}"),
            key=f"going-{contact.id}",
            arrow=True,
        )

    parts: list[ft.Control] = [
        problem(doing.trouble),
        quiet(t("Who never said yes goes away by herself. Meet her again, or ask her, and she stays."), size=15),
    ]
    if going:
        parts.append(sheet([line(*each) for each in pages.of(going)]))
        parts += pages.way_on(going)
    else:
        parts.append(empty_state(ft.Icons.HOURGLASS_EMPTY, t("Nobody goes away soon."), ""))
    kept = t.many("%(num)d day", "%(num)d days", days)
    if may_decide(ports):
        step = stepper(
            days,
            lambda value: doing.do(lambda: set_keep_days(ports, value)),
            words=kept,
            less=t("Shorter"),
            more=t("Longer"),
            step=15,
            least=LEAST_DAYS,
            most=MOST_DAYS,
            key="keep-days",
        )
        # Words: heading: so many days after the last talk a person without a yes goes away
        parts.append(section(t("Kept after the last talk"), [step, quiet(t("For everybody here."))]))
    else:
        parts.append(body(t("Kept after the last talk: %(days)s", days=kept)))
    return screen(t("Without her yes"), parts, t=t, path="/people/expiring", back="/people")
