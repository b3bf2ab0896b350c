"""What came of an import: how many were kept, and every line that stayed outside with its reason."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.i18n import Words
from app.journeys.import_contacts import ImportReport
from app.views.kit import body, good_news, problem, quiet, quiet_button, section
from app.views.session import use_words

PAGE = 50


@ft.component
def Report(report: ImportReport) -> ft.Control:
    """Fifty lines at a time; the reasons are those of the journey."""
    t = use_words()
    shown, set_shown = ft.use_state(PAGE)
    parts: list[ft.Control] = [_sum(t, report)]
    if report.refused:
        lines = [(no.line, no.shown, t(no.text, **no.blanks)) for no in report.refused[:shown]]
        parts.append(section(t("Lines that stayed outside"), _lines(t, lines, "refused")))
    if report.twins:
        twins = [
            (twin.line, twin.shown, _same(t, twin.of)) for twin in report.twins[: max(0, shown - len(report.refused))]
        ]
        parts.append(section(t("People who were there already"), _lines(t, twins, "twin")))
    if len(report.refused) + len(report.twins) > shown:
        parts.append(quiet_button(t("Show more"), lambda: set_shown(shown + PAGE), key="more-lines"))
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
                    quiet(t("Line %(line)s", line=number) + (f" · {t.isolated(shown)}" if shown else ""), lines=1),
                    body(reason),
                ],
                spacing=2,
            ),
        )
        for number, shown, reason in lines
    ]
