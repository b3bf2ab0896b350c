"""What came of an import: how many were kept, and every line that stayed outside with its reason."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.i18n import Words
from app.journeys.import_contacts import ImportReport
from app.views.kit import body, good_news, problem, quiet, section
from app.views.pages import use_pages
from app.views.session import use_words


@ft.component
def Report(report: ImportReport) -> ft.Control:
    """Fifty lines at a time; the reasons are those of the journey."""
    t = use_words()
    pages = use_pages(50)
    parts: list[ft.Control] = [_sum(t, report)]
    told = [*report.refused, *report.twins]
    if report.refused:
        lines = [(no.line, no.shown, t(no.text, **no.blanks)) for no in pages.of(report.refused)]
        parts.append(section(t("Lines that stayed outside"), _lines(t, lines, "refused")))
    if report.twins:
        room = len(pages.of(told)) - len(pages.of(report.refused))
        twins = [(twin.line, twin.shown, _same(t, twin.of)) for twin in report.twins[:room]]
        parts.append(section(t("People who were there already"), _lines(t, twins, "twin")))
    parts += pages.way_on(told)
    return ft.Column(parts, spacing=24, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _sum(t: Words, report: ImportReport) -> ft.Control:
    if not report.kept:
        return problem(t("Nobody new was on this list. Nothing was changed."), key="nobody-new")
    kept = t.many("%(num)d contact is kept on this phone.", "%(num)d contacts are kept on this phone.", report.kept)
    return good_news(kept, key="kept")


def _same(t: Words, of: int | None) -> str:
    return t("Was here before.") if of is None else t("The same person as on line %(line)s.", line=of)


def _lines(t: Words, lines: Sequence[tuple[int, str, str]], key: str) -> list[ft.Control]:
    return [
        ft.MergeSemantics(
            key=f"{key}-{number}",
            content=ft.Column(
                [
                    # Words: a line of a file, by its number
                    quiet(" · ".join(filter(None, (t("Line %(line)s", line=number), t.isolated(shown)))), lines=1),
                    body(reason),
                ],
                spacing=2,
            ),
        )
        for number, shown, reason in lines
    ]
