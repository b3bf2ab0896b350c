"""Somebody who never practised sits down on the bus, without a network, and what she answered is still there after."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.practice_ways import first_sitting


@pytest.mark.parametrize("language", ["ar"])
def test_a_first_sitting_works_without_a_network_from_the_first_minute(join: LetIn, language: str) -> None:
    (amina,) = join("amina", language=language)
    amina.phone.cut()
    asked: list[str] = []
    first_sitting(amina.phone, amina, asked.append)

    assert {"practise", "practise-picture", "practise-voice", "practise-end", "practise-can"} <= set(asked)
    assert amina.phone.foreign == []
