"""A coordinator's Monday without a connection; what was decided reaches the mentor, and the mentee's phone nothing."""

from __future__ import annotations

import pytest

from build.pwa.places import OUT
from tests.e2e.camera import Camera
from tests.e2e.conftest import LetIn
from tests.e2e.monday import monday
from tests.e2e.person import LANGUAGES
from tests.e2e.tours import stops


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_decided_at_the_desk_stands_on_the_mentors_today(join: LetIn, language: str) -> None:
    karen, henrik = join("karen", "henrik", language=language)

    henrik.phone.cut()
    monday(henrik, stops(henrik.phone, Camera(OUT / "screens", f"monday-{language}", ("light",))))
    henrik.phone.cut(off=False)
    henrik.to("More").tap("What is on the server").tap("Sync now")
    henrik.sees("Everything is on the server, sealed. Nobody there can read it.")

    karen.again().synced()
    karen.phone.find("button", karen.t("Take over: %(name)s", name="Amina Haddad"), exact=False, patience_s=60)
    karen.phone.tap("button", karen.t("Take over: %(name)s", name="Amina Haddad"), exact=False)
    karen.tap("I take it over").sees("She knows who comes")
