"""Planted bugs do not rot: each still fits the file it is planted in, and each test is there."""

from __future__ import annotations

import pytest

from tests.architecture.tree import ROOT
from tests.mutants.in_the_hub import IN_THE_HUB
from tests.mutants.on_the_phone import ON_THE_PHONE
from tests.mutants.planted import Planted

PLANTED = IN_THE_HUB + ON_THE_PHONE
FEWEST = 15


@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.name)
def test_a_planted_bug_fits_its_file_and_its_test_is_there(bug: Planted) -> None:
    whole = (ROOT / bug.file).read_text()
    file, _, test = bug.test.partition("::")

    assert whole.count(bug.found) == 1
    compile(whole.replace(bug.found, bug.instead), bug.file, "exec")
    assert f"def {test.partition('[')[0]}(" in (ROOT / file).read_text()


def test_there_are_enough_and_no_two_are_alike() -> None:
    assert len({(bug.file, bug.found, bug.instead) for bug in PLANTED}) == len(PLANTED) >= FEWEST
