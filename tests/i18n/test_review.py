"""A language goes to somebody who speaks it on a sheet, and comes back checked."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.i18n import LANGUAGES
from app.i18n.review import HEADING, Entry, faults_of, from_sheet, to_sheet
from build import review
from build.words import LOCALES, read

ENTRIES = [
    Entry("Keep", note="a button", danish=("Gem",), said=("Sakla",)),
    Entry("Hello %(name)s", danish=("Hej %(name)s",), said=("Merhaba %(name)s",)),
    Entry("%(num)d step", "%(num)d steps", danish=("%(num)d skridt",), said=("%(num)d adım", "%(num)d adım")),
    Entry("+45", danish=("+45",), said=("=1+1",)),
]


def sheet(**changed: str) -> bytes:
    """The sheet as it comes back: `changed` by the text, all else as it was; every line has its x."""
    rows = list(csv.reader(io.StringIO(to_sheet(ENTRIES, 2, {}).decode("utf-8-sig")), delimiter=";"))
    for row in rows[1:]:
        row[4], row[5] = changed.get(row[0].replace(" ", "_"), row[4]), "x"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def test_a_sheet_that_comes_back_as_it_went_says_the_same() -> None:
    back = from_sheet(sheet(), ENTRIES, 2)

    assert back.faults == ()
    assert back.said == {one.source: one.said for one in ENTRIES}


def test_excel_reads_it_and_calculates_nothing() -> None:
    content = to_sheet(ENTRIES, 2, {"Keep": "=HYPERLINK(1)"})
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))

    assert content.startswith(b"\xef\xbb\xbf")
    assert tuple(rows[0]) == HEADING
    assert rows[1] == ["Keep", "", "a button", "Gem", "Sakla", "", "'=HYPERLINK(1)"]
    assert [row[1] for row in rows[3:5]] == ["1 of 2", "2 of 2"]  # 1/2 is the first of February there
    assert rows[5][4] == "'=1+1"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"Hello_%(name)s": "Merhaba %(nom)s"}, "The blanks ['nom'] must be ['name']"),
        ({"%(num)d_step": ""}, "A form is missing"),
        ({"Keep": "Sakla " * 20}, "too long"),
    ],
)
def test_what_would_break_a_screen_is_refused_and_all_else_is_taken(changed: dict[str, str], said: str) -> None:
    back = from_sheet(sheet(**changed), ENTRIES, 2)

    assert len(back.said) == len(ENTRIES) - 1
    assert [said in fault for fault in back.faults].count(True) >= 1


def rewritten(change: Callable[[list[str]], None]) -> str:
    """The sheet as it comes back, each line of it changed."""
    rows = list(csv.reader(io.StringIO(sheet().decode("utf-8-sig")), delimiter=";"))
    for row in rows[1:]:
        change(row)
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue()


def test_a_sheet_that_excel_saved_in_its_own_letters_is_refused_whole() -> None:
    def in_arabic(row: list[str]) -> None:
        row[3], row[4] = "Færdig", "احفظ"

    back = from_sheet(rewritten(in_arabic).encode("cp1252", "replace"), ENTRIES, 2)

    assert back.said == {}
    assert len(back.faults) == 1
    assert "CSV UTF-8" in back.faults[0]


@pytest.mark.parametrize("lost", ["????", "Dan?s", "Sak\ufffda", "Keep??"])
def test_a_word_whose_letters_were_lost_on_the_way_is_refused(lost: str) -> None:
    back = from_sheet(sheet(Keep=lost), ENTRIES, 2)

    assert "Keep" not in back.said
    assert ["Letters" in fault for fault in back.faults] == [True]


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES])
def test_no_text_that_the_app_has_now_is_taken_for_one_that_lost_its_letters(code: str) -> None:
    entries, _ = review.entries_of(code)
    assert [fault for one in entries for fault in faults_of(one, one.said) if "Letters" in fault] == []


@pytest.mark.parametrize(("form", "taken"), [("1/2", True), ("01-feb", False), ("3 of 2", False), ("", False)])
def test_a_sheet_of_before_is_taken_and_a_form_that_became_a_day_is_told_line_by_line(form: str, taken: bool) -> None:
    def changed(row: list[str]) -> None:
        row[1] = form if row[1] == "1 of 2" else row[1]

    back = from_sheet(rewritten(changed).encode(), ENTRIES, 2)

    assert ("%(num)d step" in back.said) == taken
    assert (["Line 4" in fault for fault in back.faults][:1] == [True]) != taken


def test_a_line_without_an_x_changes_nothing_and_a_stranger_is_refused() -> None:
    assert from_sheet(to_sheet(ENTRIES, 2, {"Keep": "Tut"}), ENTRIES, 2).said == {}
    assert from_sheet(b"a;b\r\n1;2\r\n", ENTRIES, 2).faults
    gone = from_sheet(sheet(), ENTRIES[1:], 2)
    assert ["Keep" in fault for fault in gone.faults] == [True]


def test_a_catalogue_that_comes_back_is_reviewed_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("da", "ar"):
        shutil.copytree(LOCALES / code, tmp_path / code)
    monkeypatch.setattr(review, "LOCALES", tmp_path)
    entries, forms = review.entries_of("ar")
    content = to_sheet(entries[:40], forms, {}).replace(b";;\r\n", b";x;\r\n")
    taken, faults = review.take_back("ar", content, name="ar.csv")

    now = read(tmp_path / "ar" / "LC_MESSAGES" / "app.po", "ar")
    assert (taken, faults) == (40, ())
    assert sum("state: reviewed" in each.user_comments for each in now) == 40
    theirs = (tmp_path / "ar" / "LC_MESSAGES" / "app.po").read_bytes()
    assert review.take_back("ar", theirs, name="ar.po") == (40, ())
