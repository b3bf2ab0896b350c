"""The bugs: what stands in a file, what stands there instead, and the one test that must then fail."""

from __future__ import annotations

from typing import NamedTuple


class Planted(NamedTuple):
    """`found` stands in `file` exactly once; with `instead` in its place `test` fails, and passes without."""

    name: str
    file: str
    found: str
    instead: str
    test: str


HEAD = "sync/head.py"
HUB, PHONE, JOURNEYS = "tests/hub/test_", "tests/sync/test_", "tests/journeys/test_"

PLANTED: tuple[Planted, ...] = (
    # -- the hub
    Planted(
        "head lock skipped: numbers are committed before their rows",
        "sync/hub/postgres.py",
        """        sql("SELECT 1 FROM organisation WHERE organisation = ? FOR UPDATE", organisation)
        return True

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Sql]:
        if not self._room.acquire(timeout=WAIT_S):
            raise Away("all connections are taken")
        try:
            db = self._begun(begin)
            try:
                yield partial(_run, db)
""",
        """        return False

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Sql]:
        if not self._room.acquire(timeout=WAIT_S):
            raise Away("all connections are taken")
        try:
            db = self._begun(begin)
            try:

                def run(statement: str, *values: object) -> list[tuple[Any, ...]]:
                    if not statement.startswith("UPDATE organisation SET seq"):
                        return _run(db, statement, *values)
                    at_once = self._begun("BEGIN")
                    numbered = _run(at_once, statement, *values)
                    _end(at_once, "COMMIT")
                    __import__("time").sleep(__import__("random").random() / 4)  # the gap, wide enough to be seen
                    return numbered

                yield run
""",
        HUB + "workers.py::test_a_reader_between_two_processes_loses_no_row_while_writers_race",
    ),
    Planted(
        "head lock skipped: two judge on the same state",
        "sync/hub/postgres.py",
        "WHERE organisation = ? FOR UPDATE",
        "WHERE organisation = ?",
        HUB + "pushes.py::test_of_two_pushes_at_the_same_moment_one_is_taken[postgres]",
    ),
    Planted(
        "acknowledged before the commit",
        "sync/hub/store.py",
        """                yield
                if self._undone:
                    raise sqlite3.OperationalError("rolled back")
                if self._db.in_transaction:
                    self._db.execute("COMMIT")
                self._erase_notes()
            finally:
                self._taken_in.clear()
                self._gathering = False
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
""",
        """                if self._db.in_transaction:
                    self._db.execute("COMMIT")
                yield
            finally:
                self._gathering = False
""",
        HUB + "serve.py::test_what_was_acknowledged_is_there_after_the_hub_was_killed",
    ),
    Planted(
        "a head before its rows",
        "sync/hub/turn.py",
        """            write_versions(self._sql, self._organisation, leaves, seq + 1)
            seq += len(versions) + 1
            write_head(self._sql, self._organisation, head, standing.taken, seq)
""",
        """            write_head(self._sql, self._organisation, head, standing.taken, seq + 1)
            write_versions(self._sql, self._organisation, leaves, seq + 2)
            seq += len(versions) + 1
""",
        HUB + "cursors.py::test_a_large_pull_comes_in_pieces_and_each_version_before_its_head[sqlite]",
    ),
    Planted(
        "the tag of a cursor ignored",
        "sync/hub/pull.py",
        "if seq >= 1 << 63 or self._cursor(seq) != cursor:",
        "if seq >= 1 << 63 or self._cursor(seq)[:8] != cursor[:8]:",
        HUB + "cursors.py::test_a_cursor_the_hub_never_said_is_told_so_and_nothing_is_taken[sqlite-tag]",
    ),
    Planted(
        "an n taken twice",
        "sync/hub/turn.py",
        "if push.before != standing.n or not numbers",
        "if not numbers",
        HUB + "pushes.py::test_a_number_that_was_given_is_not_given_to_other_words[sqlite]",
    ),
    Planted(
        "a closed author accepted",
        "sync/hub/turn.py",
        "        closed = member.author in told.closed\n",
        "        closed = False\n",
        HUB + "closing.py::test_late_work_lies_apart_until_it_is_admitted_and_then_reaches_all[sqlite]",
    ),
    Planted(
        "the late lane dropped",
        "sync/hub/turn.py",
        "                keep_late(self._sql, self._organisation, push)\n",
        "                pass\n",
        HUB + "closing.py::test_late_work_lies_apart_until_it_is_admitted_and_then_reaches_all[sqlite]",
    ),
    Planted(
        "a repeated push judged anew",
        "sync/hub/turn.py",
        "if _digest(push.head) in _digests(standing.taken):",
        "if _digest(push.head) in set[bytes]():",
        HUB + "pushes.py::test_a_repeated_push_is_answered_the_same_before_any_other_check[sqlite]",
    ),
    Planted(
        "an old epoch accepted",
        "sync/hub/turn.py",
        "if any(version.epoch > told.epoch or (version.epoch < told.epoch and not closed) for",
        "if any(version.epoch > 9 for",
        HUB + "pushes.py::test_what_does_not_fit_is_refused_whole_and_says_why[sqlite-epoch-wrong0]",
    ),
    Planted(
        "rows of a higher rung handed out",
        "sync/hub/pull.py",
        "AND space.circle = seat.circle AND space.rung >= seat.rung",
        "AND space.circle = seat.circle",
        HUB + "membership.py::test_no_byte_for_a_mentee_holds_what_stands_above_her[sqlite]",
    ),
    Planted(
        "own rows left out further than the phone named",
        "sync/hub/pull.py",
        "return piece.n <= self._upto.get(place, 0) or any(",
        "return place in self._upto or any(",
        HUB + "cursors.py::test_own_versions_are_left_out_only_up_to_the_number_named[sqlite]",
    ),
    Planted(
        "a request left in line by a worker that goes",
        "sync/hub/workers.py",
        "            self._working -= {asyncio.current_task()}\n",
        "            asyncio.get_running_loop().call_soon(self._working.discard, asyncio.current_task())\n",
        HUB + "in_line.py::test_a_request_that_comes_as_the_last_one_leaves_is_taken",
    ),
    Planted(
        "a hub that was never restored heals all the same",
        "sync/hub/again.py",
        "        return waits(self._sql, self._organisation, circle)\n",
        "        return True\n",
        HUB + "never_restored.py::test_a_dismissed_steward_signs_nothing_more_whoever_brings_it[sqlite]",
    ),
    Planted(
        "no day too late for what comes again",
        "sync/hub/again.py",
        "        return self._tomorrow + (AHEAD if self._heals(circle) else 0)\n",
        "        return max(self._tomorrow, 1 << 40)\n",
        PHONE
        + "a_hub_put_back_by_hand.py::test_no_phone_stops_the_words_of_others_by_saying_that_the_hub_was_restored",
    ),
    # -- the phone
    Planted(
        "the cursor before the rows",
        "sync/talk.py",
        "            self._cursors(request, answer, further=further)\n",
        "            self._cursors(request, answer, further=further)\n        with self._journal.transaction():\n",
        "tests/torture/test_crashing.py::test_a_phone_may_die_at_every_statement_of_a_sync",
    ),
    Planted(
        "the sent flag too early",
        "sync/offering.py",
        '"UPDATE unsent SET offered=? WHERE number=?"',
        '"DELETE FROM unsent WHERE ?>0 AND number=?"',
        PHONE + "offering.py::test_a_refusal_frees_the_words_and_is_kept_with_its_reason",
    ),
    Planted(
        "offered bytes taken back though the hub may have them",
        "sync/outbox.py",
        '"SELECT space FROM offered WHERE doubt=0"',
        '"SELECT space FROM offered"',
        PHONE + "clock.py::test_a_clock_turn_does_not_touch_what_the_hub_may_have",
    ),
    Planted(
        "an n used again by a copied phone",
        "sync/inbox.py",
        "            mine = member.device == self._device and head.author not in told.closed\n",
        "            mine = False\n",
        JOURNEYS + "copied.py::test_both_write_and_nothing_is_lost[0]",
    ),
    Planted(
        "AAD without the row",
        "sync/version.py",
        'return _AAD.pack(b"bb/row/1", suite, space, row, author, n, epoch)',
        'return _AAD.pack(b"bb/row/1", suite, space, bytes(16), author, n, epoch)',
        PHONE + "bugs_of_others.py::test_a_hub_that_hands_words_out_as_another_row_is_not_believed",
    ),
    Planted(
        "the root in the order of arrival",
        HEAD,
        "for row, leaf in sorted(leaves):",
        "for row, leaf in leaves:",
        PHONE + "bytes.py::test_a_root_is_the_same_in_any_order_and_another_for_any_change",
    ),
    Planted(
        "a root adopted, not earned",
        "sync/inbox.py",
        "elif self._root(head) == head.root:",
        "else:",
        PHONE + "a_hub_that_lies.py::test_a_row_that_is_left_out_is_missed_and_nothing_of_that_push_is_believed",
    ),
    Planted(
        "a head nobody signed",
        "sync/inbox.py",
        "            or not self._verify(member.device, head.signed, head.signature)\n",
        "",
        PHONE + "a_hub_that_lies.py::test_a_head_that_its_author_did_not_sign_moves_nothing",
    ),
    Planted(
        "a closed author believed",
        "sync/inbox.py",
        "if not told.counts(head.space, head.author, head.n):",
        "if False:",
        PHONE + "a_hub_and_who_left.py::test_what_she_says_after_her_end_is_not_believed_though_she_signed_it",
    ),
    Planted(
        "what others had seen is not missed",
        "sync/inbox.py",
        "for why, cases in ((ROOT, list(heads)), (NO_HEAD, staged), (SEEN, claims)):",
        "for why, cases in ((ROOT, list(heads)), (NO_HEAD, staged)):",
        PHONE + "a_hub_that_lies.py::test_an_author_who_is_kept_from_us_is_missed_when_another_has_seen_him",
    ),
    Planted(
        "a newly granted circle not loaded",
        "sync/following.py",
        "        if told is None and partly:\n",
        "        if False:\n",
        PHONE + "grants.py::test_a_newly_granted_circle_is_loaded_though_the_cursor_has_passed_it",
    ),
    Planted(
        "stamps that do not rise",
        "sync/stamp.py",
        "floor + 1, previous + 1), STAMP_END - 1)",
        "floor + 1), STAMP_END - 1)",
        PHONE + "clock.py::test_stamps_follow_the_order_of_writing_even_when_the_clock_jumped_back",
    ),
    Planted(
        "erased though the hub has not what was handed in",
        "app/journeys/tending.py",
        "        left = journal.unsent_in(closed)\n",
        "        left: list[str | None] = []\n",
        JOURNEYS + "leaving.py::test_what_the_hub_will_never_take_stays_with_her_and_nothing_else_does",
    ),
    # -- the phone's disk
    Planted(
        "a log of writes that one bad bit cuts short",
        "sync/database.py",
        "PRAGMA journal_mode=PERSIST",
        "PRAGMA journal_mode=WAL",
        PHONE + "journal.py::test_a_bad_bit_beside_the_journal_takes_nothing_with_it",
    ),
    Planted(
        "what the disk spoilt stays spoilt",
        "app/storage/voices.py",
        "            self.misread |= mend(self._journal, circles_of(self._journal), unopened)\n",
        "            pass\n",
        JOURNEYS + "damaged_disk.py::test_what_the_disk_spoilt_is_fetched_again",
    ),
    Planted(
        "words on top of spoilt ones go without them",
        "sync/piece.py",
        "                self.skipped.update(one.number for one in chosen if one.row == version.row)\n",
        "                pass\n",
        JOURNEYS + "damaged_disk.py::test_what_is_said_on_top_of_it_waits_and_takes_nothing_away",
    ),
    # -- reading
    Planted(
        "no role view",
        "app/storage/reading.py",
        "return None if right is None else field in settable(kind, right.role, right.rung, table)",
        "return None if right is None else True",
        "tests/storage/test_read.py::test_who_may_not_is_not_applied_and_not_deleted",
    ),
    Planted(
        "stamps judged by the clock of who reads",
        "app/storage/voices.py",
        "        self._days = self._journal.days()\n",
        "        today = self._clock() // 86_400_000\n"
        "        self._days = {place: min(day, today) for place, day in self._journal.days().items()}\n",
        JOURNEYS + "all_phones_agree.py::test_a_phone_whose_clock_is_years_off_reads_what_all_wrote[-3]",
    ),
    Planted(
        "gone without saw",
        "sync/join.py",
        "        stamp <= word.stamp if writer == author else stamp <= _seen(word, writer)\n",
        "        stamp <= word.stamp\n",
        PHONE + "join.py::test_gone_holds_until_somebody_writes_what_its_author_had_not_seen",
    ),
    Planted(
        "a saw beyond its own stamp counts",
        "sync/join.py",
        "return stamp if stamp <= word.stamp else -1",
        "return stamp",
        PHONE + "join.py::test_a_patched_app_that_claims_to_have_seen_everything_hides_nothing_later",
    ),
)
