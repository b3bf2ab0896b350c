"""A day of the calendar and an hour of the clock, chosen with a finger, stand in the field."""

from __future__ import annotations

import re
from datetime import date, timedelta

from babel.dates import format_date

from tests.e2e.person import Person

NEXT_MONTH, TYPE_IT = "Næste måned", "Skift til indtastning"
"""Flutter's own words, in Danish."""
LISTENS_S = 3


def test_a_day_and_an_hour_are_chosen(sofie: Person) -> None:
    sofie.again().to("Meetings").tap("Plan a meeting").sees("Hour")
    sofie.tap("Another day", "checkbox")
    sofie.phone.tap("button", f"{sofie.t('Day')} {sofie.t('not chosen')}")
    sofie.phone.tap("button", NEXT_MONTH)
    today = date.today()  # noqa: DTZ011 - the browser's own
    wanted = (today.replace(day=1) + timedelta(days=32)).replace(day=15)
    name = format_date(wanted, "MMMM y", locale="da")  # the month before has a fifteenth too, until it has slid away
    day = sofie.phone.page.get_by_role("button", name=re.compile(f"^15, .*{name}"))
    sofie.phone.comes(lambda: day.count() == 1, "the fifteenth")
    sofie.phone.press_on(day)
    sofie.tap("Choose")
    sofie.phone.find("button", f"{sofie.t('Day')} {sofie.t.day(wanted, today)}")

    sofie.opens_hours()
    sofie.phone.tap("button", TYPE_IT)
    hour = sofie.phone.page.get_by_role("textbox").nth(0)
    sofie.phone.comes(lambda: hour.count() == 1, "where an hour is typed")
    sofie.phone.begin_to_type(hour, LISTENS_S)
    sofie.phone.page.keyboard.press("Control+A")
    sofie.phone.page.keyboard.insert_text("14")  # after two digits the minutes are next
    sofie.tap("Choose")
    sofie.phone.find("button", f"{sofie.t('Hour')} 14:00")
