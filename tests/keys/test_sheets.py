"""Recovery sheets: some of the shares give the seed, fewer or wrong ones never do without being noticed."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.keys.letters import ALPHABET
from app.keys.native import NativeProvider
from app.keys.shares import join, split
from app.keys.sheets import (
    MARK,
    NotASheet,
    OtherSheets,
    SameSheet,
    Sheet,
    TooFewSheets,
    WrongSheets,
    add,
    commitment,
    make,
    read,
    seed_of,
)

KNOWN = [  # PyCryptodome 3 and 4, Crypto.Protocol.SecretSharing.Shamir.split: secret, coefficients, shares
    (
        "f5b165224a58b791df6af1d8303e61cd",
        ["c4bb86c3d1c427103c344c4189eb2f1e"],
        ["310ae3e19b9c9081e35ebd99b9d54ed3", "7cc668a5e9d0f9b1a702695b23e83f76", "b87dee663814dea19b36251aaa031068"],
    ),
    (
        "7bd5d47e446fcec2a3d811736110e578",
        ["1bcccea696762e6116c6e9c92d99bf35", "8c2e0718822ce47ca8c74107e66cb0e4"],
        [
            "ec371dc0503504df1dd9b9bdaae5eaa9",
            "0cbae0d519eebfbfa94d34581baf78e3",
            "9b58296b0db475a2174c9c96d05a7732",
            "f7a122752bbeb9216cab89fe2139d431",
            "6043ebcb3fe4733cd2aa2130eaccdbe0",
        ],
    ),
    (
        "b2b3f4d58d82ca6386d2c96e760e819b",
        [
            "85c924c3597164c4a6058a00581a22b2",
            "2de50472433d2e44fed8b6b8357e44cd",
            "3129903ac1d45597a242fdf11f8f2b1a",
            "39f3c3e693114351dcbed407e3e6b605",
        ],
        [
            "124587b8c50b9625a0f3dc20e7037afb",
            "36485c54220e24f320398361e5af480e",
            "7ae03614e0099d2f00cb21bfcba729c0",
            "f780272a62adcbc763a1e83544d52c4c",
            "3eb202aa1502cadd53694c1857c589c6",
            "118b46c799560987f3d71ebf2f58333c",
            "34e77a6a6477ed07c5cc0d02834d0c18",
            "6f0d34400c0d76981a5660fdd4577005",
        ],
    ),
]
SEED = bytes(range(16))
PLANS = st.integers(2, 5).flatmap(lambda needed: st.tuples(st.just(needed), st.integers(needed, 8)))


def sheets(seed: bytes = SEED, needed: int = 2, count: int = 3, chance: int = 1) -> list[Sheet]:
    return make(NativeProvider(random.Random(chance).randbytes), seed, needed=needed, sheets=count)


def gathered(texts: list[str]) -> tuple[Sheet, ...]:
    found: tuple[Sheet, ...] = ()
    for text in texts:
        found = add(found, text)
    return found


@pytest.mark.parametrize(("secret", "chance", "shares"), KNOWN)
def test_shares_are_those_of_another_implementation(secret: str, chance: list[str], shares: list[str]) -> None:
    made = split(bytes.fromhex(secret), [bytes.fromhex(one) for one in chance], len(shares))

    assert [made[at].hex() for at in range(1, len(shares) + 1)] == shares
    assert join(dict(list(made.items())[-len(chance) - 1 :])).hex() == secret


@given(st.binary(min_size=16, max_size=16), PLANS, st.integers())
def test_as_many_sheets_as_are_needed_give_the_seed_and_fewer_never_do(
    seed: bytes, plan: tuple[int, int], chance: int
) -> None:
    needed, count = plan
    made = sheets(seed, needed, count, chance)
    some = random.Random(chance).sample(made, needed)

    assert seed_of(gathered([one.typed for one in some])) == seed
    assert join({one.number: one.share for one in some[1:]}) != seed
    with pytest.raises(TooFewSheets):
        seed_of(some[1:])


def test_every_two_of_three_open_and_a_third_does_no_harm() -> None:
    made = sheets()

    for some in (*combinations(made, 2), made, made[::-1]):
        assert seed_of(some) == SEED


def test_every_single_wrong_letter_is_noticed_at_once() -> None:
    typed = sheets()[0].typed.replace("-", "")

    for at in range(len(typed)):
        for letter in set(ALPHABET) - {typed[at]}:
            with pytest.raises(NotASheet):
                read(typed[:at] + letter + typed[at + 1 :])


@given(st.integers(0, 127))
def test_a_sheet_that_is_whole_and_false_opens_nothing(bit: int) -> None:
    first, second, _ = sheets()
    share = (int.from_bytes(second.share, "big") ^ 1 << bit).to_bytes(16, "big")
    forged = Sheet(second.number, second.needed, second.commitment, share)

    with pytest.raises(WrongSheets):
        seed_of(gathered([first.typed, forged.typed]))


def test_a_sheet_of_another_day_the_same_sheet_twice_and_no_sheet_are_told_apart() -> None:
    first, *_ = sheets()
    other = sheets(bytes(16))[1]

    for text, why in (
        (other.typed, OtherSheets),
        (first.drawn, SameSheet),
        (first.typed[:-1], NotASheet),
        ("", NotASheet),
        ("https://the.hub/#join=AAAAAAAAAAAAAAAAAAAAAA", NotASheet),
    ):
        with pytest.raises(why):
            gathered([first.typed, text])


def test_what_is_drawn_and_what_is_typed_carelessly_are_read_alike() -> None:
    one = sheets()[2]

    assert read(one.drawn) == read(one.typed) == one
    assert read(one.typed.lower().replace("0", "o").replace("1", "l").replace("-", "  ") + "\n") == one
    assert one.drawn.startswith(MARK)
    assert len(one.typed.split("-")) == 14


def test_what_a_sheet_says_of_the_seed_is_its_commitment_and_no_more() -> None:
    one = sheets()[0]

    assert one.commitment == commitment(SEED)
    assert SEED not in one.share + one.commitment
    assert one.share.hex() not in repr(one)
