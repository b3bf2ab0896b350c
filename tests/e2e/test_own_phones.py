"""Somebody signs her second phone in by herself, and shuts the first out when it is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from build.demo_content import ORGANISATION
from tests.e2e.browser import Phone
from tests.e2e.conftest import LetIn
from tests.e2e.person import LANGUAGES, Person

DOOR = "Gul dør, kælderen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_phone_has_everything_and_shuts_the_lost_first_one_out(
    join: LetIn, new_phone: Callable[..., Phone], language: str
) -> None:
    (first,) = join("sofie", language=language)
    first.logs_contact(DOOR).synced()
    first.to("More").tap("My phones").sees("This phone").tap("Another phone")
    first.tap("Make the code").sees("It works for 15 minutes.")
    link = re.search(r"http\S+#join=[\w-]+", first.phone.words())
    assert link

    second = Person(new_phone("second"), language).begin(link[0]).synced()
    second.to("People").phone.sees(DOOR)
    second.to("More").tap("My phones").sees("This phone")
    second.finds("Report lost")
    lost = second.phone.page.get_by_role("button", name=second.t("Report lost"), exact=True)
    assert lost.count() == 2  # the demo's own and the first one
    lost.nth(1).dispatch_event("click")
    second.tap("Shut this phone out").sees("That phone is shut out.")
    second.tap("Done").sees("This phone")
    assert lost.count() == 1

    first.again()
    gone = first.t("This phone is no longer part of %(organisation)s.", organisation=ORGANISATION)
    first.phone.sees(gone, patience_s=60)
    second.again().synced().to("People").phone.sees(DOOR)
