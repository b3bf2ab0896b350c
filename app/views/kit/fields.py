"""Where a person types or chooses a day. What she types is never sent back to her while she types."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime, time
from time import monotonic
from typing import Any

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import icon_button, tappable
from app.views.kit.texts import body, quiet
from app.views.session import SessionContext, use_words

SEARCH_WAIT_S = 0.15


def box(radius: int = look.CORNER) -> dict[ft.ControlState, ft.InputBorder]:
    """The edge of a field: quiet, and teal where one types."""
    return {
        ft.ControlState.DEFAULT: ft.OutlineInputBorder(
            side=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT), border_radius=radius
        ),
        ft.ControlState.FOCUSED: ft.OutlineInputBorder(side=ft.BorderSide(2, ft.Colors.PRIMARY), border_radius=radius),
    }


LEFT_TO_RIGHT = "\u200e"
"""Before a telephone number in Arabic, else its groups change places; Flet cannot turn one field back."""


@ft.component
def Field(
    name: str,
    value: str,
    on_text: Callable[[str], Any],
    *,
    label: str,
    lines: int = 1,
    hint: str = "",
    helper: str = "",
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    digits: bool = False,
    secret: bool = False,
    most: int | None = None,
    ltr: bool = False,
    autofocus: bool = False,
    on_submit: Callable[[], Any] | None = None,
) -> ft.Control:
    """A line or a paragraph. `value` stands there at first; afterwards the field itself knows what was typed.

    Another `name` is another field. While something else than at first stands there, going back asks (half_typed.py).
    """
    half = ft.use_context(SessionContext).half_typed
    there: Any = ft.use_ref(None)
    first = ft.use_memo(lambda: value, [name])
    ft.use_effect(lambda: None, [name], cleanup=lambda: half.gone(id(there)))
    mark = LEFT_TO_RIGHT if ltr and value and ft.context.page.rtl else ""
    typed_in = there.current is not None and there.current.key == name
    shown = there.current.value if typed_in else mark + value

    def typed(event: Any) -> Any:
        text = (event.data or "").replace(mark, "")
        half.written(ft.context.page.route, id(there), otherwise=text != first)
        return on_text(text)

    there.current = ft.TextField(
        key=name,
        label=label,
        value=shown,
        hint_text=hint or None,
        helper=helper or None,
        helper_max_lines=3,
        multiline=lines > 1,
        min_lines=lines,
        max_lines=max(lines, 8) if lines > 1 else 1,
        max_length=most,
        counter="" if most else None,
        password=secret,
        can_reveal_password=False,
        keyboard_type=ft.KeyboardType.MULTILINE if lines > 1 else keyboard,
        input_filter=ft.InputFilter(regex_string=r"^[0-9]*$") if digits else None,
        # no `capitalization`: Flet then changes what was typed, also in "2. tv" and "f.eks. her"
        autocorrect=not (secret or digits or keyboard == ft.KeyboardType.VISIBLE_PASSWORD),
        autofocus=autofocus,
        text_align=ft.TextAlign.START,
        filled=True,
        fill_color=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=box(),
        align_label_with_hint=True,
        rtl=False if ltr else ft.context.page.rtl,
        on_change=typed,
        on_submit=on_submit,
    )
    field: ft.Control = there.current
    return field


@ft.component
def SearchField(label: str, on_search: Callable[[str], Any], *, value: str = "") -> ft.Control:
    """Searches at the first key; while keys come fast, a moment after the last one, so that they cost one search."""
    there: Any = ft.use_ref(None)
    waiting: Any = ft.use_ref(0)
    last_key: Any = ft.use_ref(0.0)

    async def search(event: Any) -> None:
        text = event.data or ""
        waiting.current += 1
        mine = waiting.current
        before, last_key.current = last_key.current, monotonic()
        if last_key.current - before < 2 * SEARCH_WAIT_S:
            await asyncio.sleep(SEARCH_WAIT_S)
        if mine == waiting.current:
            on_search(text)

    shown = there.current.value if there.current is not None else value
    there.current = ft.TextField(
        key="search",
        label=label,
        value=shown,
        prefix_icon=ft.Icons.SEARCH,
        filled=True,
        fill_color=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=box(28),
        autocorrect=False,
        text_align=ft.TextAlign.START,
        rtl=ft.context.page.rtl,
        on_change=search,
    )
    field: ft.Control = there.current
    return field


@ft.component
def DayField(
    name: str,
    value: date | None,
    on_day: Callable[[date | None], Any],
    *,
    label: str,
    today: date,
    first: date | None = None,
    last: date | None = None,
    clearable: bool = False,
) -> ft.Control:
    """A day, from the calendar of the person's own language."""
    t = use_words()
    choosing, set_choosing = ft.use_state(False)
    first, last = first or date(today.year - 5, 1, 1), last or date(today.year + 2, 12, 31)

    def chosen(event: Any) -> None:
        set_choosing(False)
        if event.data is not None:
            on_day(own_day(event.data))

    ft.use_dialog(
        ft.DatePicker(
            value=_noon(min(max(value or today, first), last)),
            first_date=_noon(first),
            last_date=_noon(last),
            current_date=_noon(today),
            help_text=label,
            confirm_text=t("Choose"),
            cancel_text=t("Cancel"),
            on_change=chosen,
            on_dismiss=lambda: set_choosing(False),
        )
        if choosing
        else None
    )
    return _opener(
        name,
        label,
        t.day(value, today) if value else t("not chosen"),
        ft.Icons.EVENT_OUTLINED,
        lambda: set_choosing(True),
        icon_button(ft.Icons.CLOSE, t("Take the day away"), lambda: on_day(None), key=f"{name}-clear")
        if clearable and value
        else None,
    )


@ft.component
def HourField(name: str, value: time | None, on_hour: Callable[[time], Any], *, label: str) -> ft.Control:
    """A time of day, 24 hours."""
    t = use_words()
    choosing, set_choosing = ft.use_state(False)

    def chosen(event: Any) -> None:
        set_choosing(False)
        if event.data is not None:
            on_hour(event.data)

    ft.use_dialog(
        ft.TimePicker(
            value=value or time(10, 0),
            help_text=label,
            confirm_text=t("Choose"),
            cancel_text=t("Cancel"),
            hour_format=ft.TimePickerHourFormat.H24,
            entry_mode=ft.TimePickerEntryMode.DIAL,
            on_change=chosen,
            on_dismiss=lambda: set_choosing(False),
        )
        if choosing
        else None
    )
    shown = t.time(value) if value else t("not chosen")
    return _opener(name, label, shown, ft.Icons.SCHEDULE, lambda: set_choosing(True), None)


def own_day(picked: datetime) -> date:
    """The day a person chose. A picker answers an aware moment in UTC; her day is the one on her own clock."""
    return picked.astimezone().date() if picked.tzinfo else picked.date()


def _noon(day: date) -> datetime:
    """Noon is the same day in every zone from here to Samoa."""
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - Flet takes it for the local clock's


def _opener(
    name: str, label: str, shown: str, icon: ft.IconData, on_tap: Callable[[], Any], after: ft.Control | None
) -> ft.Control:
    face = ft.Container(
        content=ft.Row(
            [
                ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT),
                ft.Column([quiet(label, size=13), body(shown)], spacing=0, expand=True),
            ],
            spacing=12,
        ),
        padding=ft.Padding.symmetric(horizontal=12, vertical=6),
    )
    parts: list[ft.Control] = [ft.Container(content=tappable(face, on_tap, key=name), expand=True)]
    if after:
        parts.append(after)
    return ft.Container(
        content=ft.Row(parts, spacing=0),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=look.CORNER,
    )
