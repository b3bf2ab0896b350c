"""Two people change the same note without knowing of each other: both texts stand until one of them settles it."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.person import LANGUAGES
from tests.e2e.two_ways import HERS, HIS, finds_contact, two_texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_text_is_lost_and_what_one_settled_both_read(join: LetIn, language: str) -> None:
    sofie, henrik = join("sofie", "henrik", language=language)
    two_texts(sofie, henrik, lambda _: None)

    finds_contact(henrik.again().synced())
    henrik.phone.sees(HERS).sees(HIS)
    assert henrik.t("Two people wrote at the same time") not in henrik.phone.words()
