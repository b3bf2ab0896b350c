"""Each catalogue counts as CLDR says its language counts."""

from __future__ import annotations

import pytest
from babel import Locale

from app.i18n.catalogue import catalogue
from build.words import read, translations

CATALOGUES = dict(translations())
NUMBERS = range(1001)


@pytest.mark.parametrize("code", CATALOGUES)
def test_two_numbers_share_a_form_where_cldr_says_so_and_nowhere_else(code: str) -> None:
    there = read(CATALOGUES[code], code)
    texts = catalogue(code)
    assert texts
    form_of = texts.plural  # type: ignore[attr-defined]  # made by gettext from the header of the file itself
    cldr = Locale.parse(code).plural_form
    pairs = {(form_of(num), cldr(num)) for num in NUMBERS}
    forms, names = {form for form, _ in pairs}, {name for _, name in pairs}
    assert len(pairs) == len(forms) == len(names) == there.num_plurals


@pytest.mark.parametrize("code", [code for code in CATALOGUES if Locale.parse(code).plural_form(0) == "one"])
def test_where_nothing_counts_as_one_the_form_says_its_number(code: str) -> None:
    """Else a screen says "one letter" where there is none."""
    wrong = [
        message.id
        for message in read(CATALOGUES[code], code)
        if isinstance(message.id, tuple) and "%(num)d" in message.id[1] and "%(num)d" not in (message.string or [""])[0]
    ]
    assert wrong == []
