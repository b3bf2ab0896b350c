"""The root that is kept by buckets is the root over all rows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sync import buckets
from sync.buckets import root_with
from sync.head import root_of
from sync.journal import Journal
from tests.sync.phones import database

PLACE = (b"s" * 16, b"a" * 16)
LEAVES = st.dictionaries(
    st.binary(min_size=16, max_size=16) | st.sampled_from([b"\0" * 16, b"\xff" * 16, b"\xff" * 15 + b"a"]),
    st.binary(min_size=32, max_size=32),
    max_size=12,
)


@settings(max_examples=60)
@given(st.lists(st.tuples(LEAVES, st.booleans()), min_size=1, max_size=6))
def test_whatever_is_taken_or_refused_the_root_is_that_over_all_rows(
    steps: list[tuple[dict[bytes, bytes], bool]],
) -> None:
    journal, here = Journal(database()), dict[bytes, bytes]()
    for leaves, taken in steps:
        root = root_with(journal, PLACE, leaves)
        assert root == root_of({**here, **leaves}.items())
        if not taken:
            continue
        here |= leaves
        version = "INSERT OR REPLACE INTO version VALUES (?,?,?,1,0,1,x'',x'',?)"
        journal.run_many(version, [(PLACE[0], row, PLACE[1], leaf) for row, leaf in leaves.items()])
        journal.run("INSERT OR REPLACE INTO head VALUES (?,?,x'',1,0,?,x'',x'',0)", (*PLACE, root))
    journal.connection.close()


def test_one_change_reads_one_bucket() -> None:
    journal, chance = Journal(database()), iter(range(1, 10_000))
    leaves = {bytes([first]) + next(chance).to_bytes(15): bytes(32) for first in range(256) for _ in range(4)}
    journal.run("INSERT INTO head VALUES (?,?,x'',1,0,?,x'',x'',0)", (*PLACE, root_with(journal, PLACE, leaves)))
    buckets._LEAVES.clear()  # as after a start
    read: list[str] = []
    journal.connection.set_trace_callback(read.append)

    root = root_with(journal, PLACE, {b"\7" * 16: b"l" * 32})
    journal.run("UPDATE head SET root=?", (root,))
    root_with(journal, PLACE, {b"\7" * 15 + b"b": b"m" * 32})  # what was read just now is not read again

    assert len([sql for sql in read if "FROM version" in sql]) == 1
    assert all("row>=" in sql for sql in read if "FROM version" in sql)
    journal.connection.close()
