"""A language of which only some texts are there; and one that is not on this phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.i18n import LANGUAGES, Words, danish, language_named
from app.i18n import catalogue as catalogues
from app.i18n.languages import language_called
from app.i18n.words import unmarked
from build.pwa.trim import LANGUAGES as DAYS
from build.words import LOCALES, read, written


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """locales/ with a Persian catalogue of two texts, and no Turkish one."""
    persian = read(LOCALES / "none", "fa")
    persian.add("Keep", "نگه دارید", user_comments=["state: machine"])
    persian.add(("%(num)d step", "%(num)d steps"), ("%(num)d قدم", "%(num)d قدم"), user_comments=["state: machine"])
    path = tmp_path / "fa" / "LC_MESSAGES" / "app.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(written(persian))
    (tmp_path / "da" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "da" / "LC_MESSAGES" / "app.po").write_bytes((LOCALES / "da" / "LC_MESSAGES" / "app.po").read_bytes())
    monkeypatch.setattr(catalogues, "_SOURCES", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("few")
def test_what_a_draft_lacks_is_danish_text_by_text_and_does_not_tear_what_runs_the_other_way() -> None:
    persian = Words("fa")

    assert (persian("Keep"), persian.rtl) == ("نگه دارید", True)
    assert persian("Back") == "\u2068Tilbage\u2069"
    assert persian("Hello %(name)s", name="Karen") == "\u2068Hej Karen\u2069"
    assert persian.many("%(num)d step", "%(num)d steps", 3) == "3 قدم"
    assert unmarked(persian.many("%(num)d person", "%(num)d people", 3)) == danish().many(
        "%(num)d person", "%(num)d people", 3
    )
    assert persian("Nobody ever wrote this") == "\u2068Nobody ever wrote this\u2069"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_every_language_has_its_days_on_the_phone_and_goes_by_its_names(language: object) -> None:
    one = next(each for each in LANGUAGES if each is language)

    assert one.dates in DAYS
    assert language_called(one.own_name) is one
    assert all(language_called(name) is one for name in one.called)


def test_dari_is_persian_and_kurmanji_has_two_codes() -> None:
    assert [language_named(code).code for code in ("prs", "fa-AF", "kmr", "ckb")] == ["fa", "fa", "ku", "da"]
