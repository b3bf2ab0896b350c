from __future__ import annotations
import pytest
from pathlib import Path
from tests.e2e.conftest import LetIn
from tests.e2e.practice_ways import first_sitting
from tests.e2e.test_no_text import without_words
OUT = Path("/tmp/h13/shots")

@pytest.mark.parametrize("language", ["ar", "none"])
def test_walk(join: LetIn, language: str) -> None:
    (amina,) = join("amina", language="ar" if language == "none" else language)
    if language == "none":
        amina = without_words(amina)
    phone = amina.phone
    phone.page.set_viewport_size({"width": 390, "height": 844})
    n = [0]
    def stop(name: str) -> None:
        n[0] += 1
        phone.page.wait_for_timeout(1200)
        phone.shot(OUT / f"{language}-{n[0]:02d}-{name}.png")
    first_sitting(phone, amina, stop)
    amina.tap("Practise Danish") if False else None
