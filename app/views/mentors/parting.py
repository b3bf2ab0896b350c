"""They go their own ways: a question first that says who reads what no more."""

from __future__ import annotations

import flet as ft

from app.journeys.matching import has_file
from app.journeys.parting import loses_file, part
from app.records import Match, MemberCard, Mentee, Mentor
from app.views.forms import use_doing
from app.views.kit import body, problem, quiet_button, stack
from app.views.session import use_live, use_ports, use_words


@ft.component
def Parting(match: Match, mentee: Mentee, mentor: Mentor | None) -> ft.Control:
    """The way out of a match; of one that has ended, to closing the file that still stands open."""
    ports, t = use_ports(), use_words()
    doing = use_doing()
    asking, set_asking = ft.use_state(False)
    has = use_live(lambda: has_file(ports, mentee, mentor), MemberCard, Mentee, Mentor)
    loses = use_live(lambda: loses_file(ports, mentee, match), MemberCard, Mentee, Mentor, Match)
    name = mentor.name if mentor else t("Somebody")

    async def end() -> None:
        set_asking(False)
        await doing.wait_for(lambda: part(ports, mentee=mentee, shown=match))

    if loses:
        told = t(
            "%(name)s no longer reads or writes in this file: no notes, no facts, no plan. What %(name)s wrote stays.",
            name=name,
        )
        said = [told, t("What she has read, nobody can take back.")]
    else:
        said = [t("%(name)s does more here than be the mentor, and goes on reading this file.", name=name)]
    ending = match.ended_on is None
    words = t("They go their own ways") if ending else t("Close the file to the mentor")
    # Words: a question before a mentor and a mentee are no longer a pair
    asked = t("Do they go their own ways?") if ending else t("Close the file to the mentor?")
    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=ft.Text(asked),
            content=ft.Text("\n\n".join(said)),
            scrollable=True,
            actions=[
                quiet_button(t("No"), lambda: set_asking(False), key="part-no"),
                quiet_button(words, end, key="part-yes"),
            ],
            on_dismiss=lambda: set_asking(False),
        )
        if asking
        else None
    )
    first = (lambda: set_asking(True)) if has else end
    lines: list[ft.Control] = [problem(doing.trouble)]
    if not ending:
        still = t("The two went their own ways. %(name)s still reads and writes in this file.", name=name)
        lines.append(body(still))
    return stack([*lines, ft.Row([quiet_button(words, first, key=f"end-{match.id}")], wrap=True)], spacing=8)
