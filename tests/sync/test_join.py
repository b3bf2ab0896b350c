"""What stands is decided by who had seen what; the oracle knows that from the story itself, not from stamps."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.join import Joined, Spoken, join, latest, saw_of
from sync.stamp import stamp_of
from sync.version import GONE, Said, Word

AUTHORS = [bytes([letter]) * 16 for letter in b"abcd"]
FORBIDDEN = "salary"


def anyone(_author: bytes, _table: str, name: str) -> bool:
    return name != FORBIDDEN


# -- a story: people who write, and now and then hear what others have said


@dataclass(frozen=True)
class Deed:
    """One write. `past` = the deeds its author had before her, and all that those had."""

    number: int
    author: bytes
    field: str
    value: object
    stamp: int
    past: frozenset[int]


@dataclass
class Person:
    author: bytes
    clock_off: int
    said: dict[str, Word] = field(default_factory=dict)
    heard: dict[bytes, dict[str, Word]] = field(default_factory=dict)  # others' versions, as last heard
    deeds: dict[bytes, dict[str, Deed]] = field(default_factory=dict)
    floor: int = 0

    def joined(self) -> Joined:
        told = [(author, Said("Contact", words)) for author, words in {**self.heard, self.author: self.said}.items()]
        return join([one for one in told if one[1].fields], anyone)


class Story:
    """Writes as the store writes (stamps, `saw`), and keeps the true past of each deed beside it."""

    def __init__(self, clocks: list[int]) -> None:
        self.people = [Person(author, off) for author, off in zip(AUTHORS, clocks, strict=True)]
        self.time = count(1000)
        self.numbers = count()
        self.deeds: dict[int, Deed] = {}

    def write(self, who: int, name: str, value: object, *, settling: bool = False) -> None:
        me = self.people[who]
        stamp = max(stamp_of(next(self.time) + me.clock_off), me.floor + 1, latest(Said("", me.said)) + 1)
        joined = me.joined()
        saw: dict[bytes, int] | None = None
        before: list[Deed] = []
        mine = me.deeds.get(me.author, {})
        if name == GONE:
            saw = {author: latest(Said("", words)) for author, words in me.heard.items() if words}
            before = [deed for fields in me.deeds.values() for deed in fields.values()]
        elif name == "note":
            texts = [joined.fields[name]] if name in joined.fields else []
            texts += joined.rivals.get(name, []) if settling else []
            texts += [Spoken(me.author, me.said[name])] if name in me.said else []
            saw = saw_of(texts)
            before = [me.deeds[one.author][name] for one in texts]
        past = frozenset().union(*({deed.number} | deed.past for deed in before)) if before else frozenset()
        deed = Deed(next(self.numbers), me.author, name, value, stamp, past)
        self.deeds[deed.number] = deed
        me.said = {**me.said, name: Word(value, stamp, saw)}
        me.deeds[me.author] = {**mine, name: deed}

    def tell(self, who: int, whom: int) -> None:
        """`whom` hears all that `who` has: her own version and those she heard (each author's newest)."""
        one, other = self.people[who], self.people[whom]
        for author, words in {**one.heard, one.author: one.said}.items():
            if author == other.author or not words:
                continue
            if latest(Said("", words)) >= latest(Said("", other.heard.get(author, {}))):
                other.heard[author] = words
                other.deeds[author] = one.deeds[author]
            other.floor = max(other.floor, latest(Said("", words)))

    def last_deeds(self) -> list[Deed]:
        return [deed for me in self.people for deed in me.deeds.get(me.author, {}).values()]


STEP = st.one_of(
    st.tuples(st.just("write"), st.integers(0, 3), st.sampled_from(["name", "note", "note", GONE, FORBIDDEN])),
    st.tuples(st.just("settle"), st.integers(0, 3), st.just("note")),
    st.tuples(st.just("tell"), st.integers(0, 3), st.integers(0, 3)),
)
CLOCKS = st.lists(st.sampled_from([0, 0, 5, -3, 400, -400]), min_size=4, max_size=4)


def play(clocks: list[int], steps: list[tuple[str, int, object]]) -> Story:
    story = Story(clocks)
    for number, (what, who, other) in enumerate(steps):
        if what == "tell":
            assert isinstance(other, int)
            story.tell(who, other)
        else:
            assert isinstance(other, str)
            value = number % 3 != 0 if other == GONE else f"said {number}"
            story.write(who, other, value, settling=what == "settle")
    return story


def whole(story: Story) -> Joined:
    return join([(me.author, Said("Contact", me.said)) for me in story.people if me.said], anyone)


@settings(max_examples=400, deadline=None)
@given(CLOCKS, st.lists(STEP, min_size=1, max_size=30))
def test_a_text_stands_unless_somebody_had_it_before_her(
    clocks: list[int], steps: list[tuple[str, int, object]]
) -> None:
    story = play(clocks, steps)
    texts = [deed for deed in story.last_deeds() if deed.field == "note"]
    expected = {t.value for t in texts if not any(t.number in o.past for o in texts if o.author != t.author)}
    if not texts:
        return

    joined = whole(story)

    shown = [joined.fields["note"], *joined.rivals.get("note", [])]
    assert {one.word.value for one in shown} == expected
    assert [one.order for one in shown] == sorted((one.order for one in shown), reverse=True)


@settings(max_examples=400, deadline=None)
@given(CLOCKS, st.lists(STEP, min_size=1, max_size=30))
def test_gone_holds_until_somebody_writes_what_its_author_had_not_seen(
    clocks: list[int], steps: list[tuple[str, int, object]]
) -> None:
    story = play(clocks, steps)
    deeds = [deed for deed in story.last_deeds() if deed.field != FORBIDDEN]
    removals = [deed for deed in deeds if deed.field == GONE and deed.value]
    writes = [deed for deed in deeds if deed not in removals]

    def holds(removal: Deed) -> bool:
        return all(
            write.stamp <= removal.stamp if write.author == removal.author else write.number in removal.past
            for write in writes
        )

    if not deeds:
        return

    joined = whole(story)

    assert joined.gone == any(holds(removal) for removal in removals)
    assert joined.back <= (bool(removals) and not joined.gone)


@settings(max_examples=300, deadline=None)
@given(CLOCKS, st.lists(STEP, min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_everyone_reads_alike_in_whatever_order_it_came(
    clocks: list[int], steps: list[tuple[str, int, object]], chance: object
) -> None:
    story = play(clocks, steps)
    told = [(me.author, Said("Contact", me.said)) for me in story.people if me.said]
    turned = list(reversed(told))

    one, other = join(told, anyone), join(turned, anyone)

    assert (one.fields, one.rivals, one.gone, one.back, one.table) == (
        other.fields,
        other.rivals,
        other.gone,
        other.back,
        other.table,
    )
    assert sorted(one.refused) == sorted(other.refused)
    for name in {name for _, said in told for name in said.fields} - {GONE, "note", FORBIDDEN}:
        last = max((said.fields[name].stamp, author) for author, said in told if name in said.fields)
        assert one.fields[name].order == last


# -- one by one


def word(value: object, ms: int, saw: dict[bytes, int] | None = None) -> Word:
    return Word(value, stamp_of(ms), saw)


A, B, C, D = AUTHORS


def test_a_field_its_author_may_not_set_is_shown_as_refused_and_does_not_win() -> None:
    told = [
        (A, Said("Contact", {FORBIDDEN: word(1, 5), "name": word("x", 5)})),
        (B, Said("Contact", {"name": word("y", 4)})),
    ]

    joined = join(told, anyone)

    assert FORBIDDEN not in joined.fields
    assert [(one.author, one.field, one.why) for one in joined.refused] == [(A, FORBIDDEN, "role")]
    assert joined.fields["name"].author == A


def test_a_forbidden_word_neither_covers_a_text_nor_brings_a_row_back() -> None:
    told = [
        (A, Said("Contact", {"note": word("mine", 5, {})})),
        (B, Said("Contact", {"note": word("over it", 9, {A: stamp_of(5)}), GONE: word(True, 7, {A: stamp_of(5)})})),
    ]

    joined = join(told, lambda author, _table, name: author == A or name == GONE)

    assert joined.fields["note"].word.value == "mine"
    assert joined.gone


def test_words_of_an_unknown_grant_wait() -> None:
    told = [(A, Said("Contact", {"name": word("x", 5)})), (B, Said("Contact", {"name": word("y", 9)}))]

    joined = join(told, lambda author, _table, _name: None if author == B else True)

    assert joined.waits
    assert joined.fields["name"].word.value == "x"


def test_a_patched_app_that_claims_to_have_seen_everything_hides_nothing_later() -> None:
    forever = (1 << 63) - 1
    told = [
        (A, Said("Contact", {"note": word("mine", 50, {B: forever})})),
        (B, Said("Contact", {"note": word("hers", 40, {A: forever})})),
    ]

    joined = join(told, anyone)

    assert {joined.fields["note"].word.value, *(one.word.value for one in joined.rivals["note"])} == {"mine", "hers"}


def test_texts_that_cover_each_other_on_one_stamp_leave_one_standing() -> None:
    told = [
        (A, Said("Contact", {"note": word("mine", 50, {B: stamp_of(50)})})),
        (B, Said("Contact", {"note": word("hers", 50, {A: stamp_of(50)})})),
    ]

    joined = join(told, anyone)

    assert joined.fields["note"].word.value == "hers"


def test_two_who_remove_a_row_at_once_do_not_bring_it_back() -> None:
    told = [
        (A, Said("Contact", {"name": word("x", 1), GONE: word(True, 5, {})})),
        (B, Said("Contact", {GONE: word(True, 6, {A: stamp_of(1)})})),
    ]

    joined = join(told, anyone)

    assert joined.gone
    assert not joined.back


def test_a_row_that_was_brought_back_is_marked_until_somebody_who_saw_it_says_so() -> None:
    told = [
        (A, Said("Contact", {"name": word("x", 1), GONE: word(True, 5, {})})),
        (B, Said("Contact", {"name": word("y", 6)})),
    ]
    settled = [*told[:1], (B, Said("Contact", {"name": word("y", 6), GONE: word(False, 7, {A: stamp_of(5)})}))]

    assert join(told, anyone).back
    assert not join(settled, anyone).back
    assert not join(settled, anyone).gone


def test_an_author_who_writes_on_after_removing_brings_the_row_back() -> None:
    told = [(A, Said("Contact", {GONE: word(True, 5, {}), "name": word("x", 6)}))]

    assert not join(told, anyone).gone


def test_a_row_that_two_call_by_different_tables_is_what_the_first_said() -> None:
    told = [(B, Said("Meeting", {"place": word("x", 9)})), (A, Said("Contact", {"name": word("x", 5)}))]

    joined = join(told, anyone)

    assert joined.table == "Contact"
    assert [(one.author, one.why) for one in joined.refused] == [(B, "table")]
