"""Whether a photo may go now."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.carrying import FREE, MB, METERED, Allowance, Wait, network_of

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("network", "wifi_only", "spent", "wait"),
    [
        (FREE, True, 0, None),
        (FREE, True, 10 * MB, None),
        (METERED, True, 0, Wait.WIFI),
        ("", True, 0, Wait.WIFI),
        (METERED, False, 0, None),
        ("", False, 9 * MB, None),
        (METERED, False, 9 * MB + 1, Wait.BUDGET),
        ("", False, 10 * MB, Wait.BUDGET),
    ],
)
def test_a_free_network_carries_all_and_any_other_what_she_allows(
    network: str, wifi_only: bool, spent: int, wait: Wait | None
) -> None:
    known = Allowance(wifi_only, 10, "2026-03", spent)
    assert known.wait(network, TODAY, MB) == wait
    assert known.wait(network, date(2026, 4, 1), MB) == (wait if wait == Wait.WIFI else None)


@pytest.mark.parametrize(
    ("kinds", "network"),
    [
        (["wifi"], FREE),
        (["mobile", "wifi"], FREE),
        (["ethernet"], FREE),
        (["mobile"], METERED),
        (["vpn"], ""),
        ([], ""),
    ],
)
def test_a_phones_words_for_its_network(kinds: list[str], network: str) -> None:
    assert network_of(kinds) == network
