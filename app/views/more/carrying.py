"""On the page about the server: photos that wait, and when they may go."""

from __future__ import annotations

import flet as ft

from app.domain.carrying import FREE, MB
from app.journeys.carrying import allow, allowance
from app.records import Attachment
from app.storage.on_the_way import bringing, fetching
from app.views.kit import card, choice, quiet, section, stack, switch, tonal_button
from app.views.session import use_live, use_ports, use_session

BUDGETS = (10, 50, 200, 1000)


@ft.component
def PhotosTravel() -> ft.Control:
    ports, session = use_ports(), use_session()
    t = session.words
    carrying, _carrying = ft.use_state(session.carrying)
    _times, again = ft.use_state(0)
    on_the_way = use_live(lambda: bringing(ports.store) | fetching(ports.store), Attachment)
    waiting, known = len(on_the_way), allowance(ports)

    def change(*, wifi_only: bool = known.wifi_only, budget_mb: int = known.budget_mb) -> None:
        allow(ports, wifi_only=wifi_only, budget_mb=budget_mb)
        again(lambda times: times + 1)
        carrying.soon(ports)

    lines: list[ft.Control] = [
        switch(t("Only on Wi-Fi"), known.wifi_only, lambda yes: change(wifi_only=yes), key="wifi-only")
    ]
    if not ports.platform.network():
        lines.append(
            quiet(t("This phone does not say whether it is on Wi-Fi. While this is on, photos wait for your tap."))
        )
    if not known.wifi_only:
        lines.append(
            choice(
                t("Most data in a month"),
                [(str(each), t("%(mb)d MB", mb=each)) for each in BUDGETS],
                str(known.budget_mb),
                lambda mb: change(budget_mb=int(mb)),
                key="budget",
                may_be_none=False,
            )
        )
        spent = -(-known.spent_in(ports.today()) // MB)
        lines.append(quiet(t("%(mb)d MB used this month.", mb=spent)))
    parts: list[ft.Control] = [card(stack(lines))]
    if waiting:
        parts.append(quiet(t.many("%(num)d photo is on its way.", "%(num)d photos are on their way.", waiting)))
        if ports.platform.network() != FREE:
            now = t("Carry them now")
            parts.append(
                tonal_button(now, lambda: carrying.soon(ports, asked=True), key="carry", busy=carrying.running)
            )
    return section(t("Photos"), parts)
