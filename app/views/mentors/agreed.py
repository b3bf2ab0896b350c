"""Both said yes: from here to the mentor having the file, and to what the two agree on."""

from __future__ import annotations

import flet as ft

from app.journeys.matching import give_file, has_file, may_give_file
from app.records import Match, MemberCard, Mentee, Mentor
from app.views.forms import use_doing
from app.views.kit import body, good_news, keep_button, problem, quiet, quiet_button, stack
from app.views.session import go, use_live, use_ports, use_words


@ft.component
def BothSaidYes(match: Match, mentee: Mentee, mentor: Mentor | None) -> ft.Control:
    """One step at a time: who she is on the phone, the file, the agreement."""
    ports, t = use_ports(), use_words()
    doing = use_doing()
    done, set_done = ft.use_state(False)
    has = use_live(lambda: has_file(ports, mentee, mentor), MemberCard, Mentee) or done

    async def give() -> None:
        if await doing.wait_for(lambda: give_file(ports, mentee=mentee, shown=match)):
            set_done(True)

    parts: list[ft.Control] = [problem(doing.trouble)]
    if has:
        parts.append(good_news(t("Both said yes. The mentor has the file."), key=f"has-{match.id}"))
        agree = quiet_button(
            t("What the two agree on"), lambda: go(f"/mentees/{mentee.id}/agreement"), key=f"agree-{match.id}"
        )
        parts.append(ft.Row([agree]))
    elif not may_give_file(ports, mentee):
        parts.append(body(t("Both said yes. Now her worker gives the mentor the file.")))
    elif mentor is None or not mentor.person:
        parts.append(body(t("Both said yes. Choose first who the mentor is on the phone.")))
        if mentor is not None:
            page = quiet_button(
                t("To the mentor's page"), lambda: go(f"/mentors/{mentor.id}"), key=f"to-mentor-{mentor.id}"
            )
            parts.append(ft.Row([page]))
    else:
        parts += [
            body(t("Both said yes.")),
            quiet(t("With the file the mentor reads and writes notes, facts and the plan. Tell her so first.")),
            keep_button(t("Open the file to the mentor"), give, key=f"give-{match.id}", busy=doing.busy),
        ]
    return stack(parts, spacing=8)
