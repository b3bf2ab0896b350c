"""In Arabic the texts of those who work here command neither a man nor a woman: *please* and a noun."""

from __future__ import annotations

import re

from build.words import LOCALES, read

HERS = (
    "app/i18n/protected", "app/journeys/strengths", "app/views/asked_words", "app/views/asking", "app/views/how_much",
    "app/views/kit/numbers", "app/views/letter", "app/views/mentees/my_face", "app/views/more/protected",
    "app/views/more/spoken", "app/views/out", "app/views/paper/plan", "app/views/paper/week_card",
    "app/views/plan_words", "app/views/practice", "app/views/start", "app/views/strength_words",
    "app/views/way_words", "build/pwa",
)  # fmt: skip
"""Where she is spoken to, as a woman."""

COMMANDS = (
    "اختر اختاري اكتب اكتبي اضغط اضغطي افتح افتحي أضف أضيفي اسأل اسألي اطلب اطلبي انظر انظري ابحث ابحثي حاول حاولي"
)
COMMAND = re.compile(rf"(?<!\w)({'|'.join(COMMANDS.split())})(ه|ها|هم)?(?!\w)")


def test_no_text_for_workers_in_arabic_commands_a_man_or_a_woman() -> None:
    arabic = read(LOCALES / "ar" / "LC_MESSAGES" / "app.po", "ar")
    theirs = [one for one in arabic if not any(file.startswith(HERS) for file, _line in one.locations)]
    said = [text for one in theirs for text in ([one.string] if isinstance(one.string, str) else one.string or ())]

    assert len(said) > 1_000
    assert [text for text in said if COMMAND.search(text)] == []
