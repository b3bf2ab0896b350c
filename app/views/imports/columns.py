"""The columns of a list as we read them; a tap on one opens all it could be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import flet as ft

from app.domain.spreadsheet_columns import LABELS, Column
from app.i18n import Words
from app.journeys.import_contacts import ListColumn, Preview
from app.views.kit import body, card, choice, quiet

OUTSIDE = "outside"


def column_cards(
    t: Words,
    preview: Preview,
    match: Mapping[int, Column],
    open_at: int | None,
    on_open: Callable[[int | None], object],
    on_match: Callable[[int, Column | None], object],
) -> list[ft.Control]:
    """One card a column, what stays outside for its CPR numbers first; the one at `open_at` shows its choices."""

    def one(column: ListColumn) -> ft.Control:
        parts: list[ft.Control] = [_face(t, column, match.get(column.at))]
        opened = column.at == open_at and not column.cpr
        if opened:
            options = [(kind.value, t(words)) for kind, words in LABELS.items()] + [(OUTSIDE, t("Leave out"))]
            chosen = match.get(column.at)
            parts.append(
                choice(
                    t("What is in this column?"),
                    options,
                    chosen.value if chosen else OUTSIDE,
                    lambda value: on_match(column.at, None if value == OUTSIDE else Column(value)),
                    key=f"column-{column.at}",
                    may_be_none=False,
                )
            )
        tap = None if column.cpr or opened else lambda: on_open(column.at)
        return card(ft.Column(parts, spacing=12), on_tap=tap, key=f"column-card-{column.at}", padding=12)

    shown = [column for column in preview.columns if column.heading or column.samples]
    return [one(column) for column in sorted(shown, key=lambda column: not column.cpr)]


def _face(t: Words, column: ListColumn, kind: Column | None) -> ft.Control:
    heading = t.isolated(column.heading) or t("Column %(number)s", number=column.at + 1)
    samples = " · ".join(t.isolated(sample) for sample in column.samples)
    if column.cpr:
        becomes, icon = t("CPR numbers stay outside"), ft.Icons.SHIELD_OUTLINED
        under = t("This column looks like CPR numbers. We never keep those.")
    else:
        becomes = t(LABELS[kind]) if kind else t("Left out")
        icon = ft.Icons.CHECK_CIRCLE_OUTLINE if kind else ft.Icons.REMOVE_CIRCLE_OUTLINE
        under = samples
    tint = ft.Colors.PRIMARY if kind or column.cpr else ft.Colors.ON_SURFACE_VARIANT
    lines: list[ft.Control] = [body(becomes, strong=True)]
    if heading.casefold() != becomes.casefold():
        lines.insert(0, quiet(heading, lines=1))
    if under:
        lines.append(quiet(under, lines=None if column.cpr else 1))
    texts = ft.Column(lines, spacing=2, expand=True)
    return ft.Row([ft.Icon(icon, color=tint), texts], spacing=12, vertical_alignment=ft.CrossAxisAlignment.CENTER)
