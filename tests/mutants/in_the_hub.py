"""Bugs that are planted in the hub."""

from __future__ import annotations

from tests.mutants.planted import HUB, PHONE, Planted

IN_THE_HUB: tuple[Planted, ...] = (
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
        "                keep_late(self._sql, self._organisation, left_of_push(push, self._erased_in(push.space)))\n",
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
    Planted(
        "another's part keeps all that was to be erased",
        "sync/hub/chunks.py",
        """            if leads or whose in own:
                forget(sql, *place)
""",
        """            if not leads and whose not in own:
                raise Refused(Reason.STEWARD)
            forget(sql, *place)
""",
        HUB + "chunks.py::test_what_another_brought_stays_and_keeps_nothing_else_from_being_erased[sqlite]",
    ),
    Planted(
        "what is handed in together with an entry that lets work count is let in by it",
        "sync/hub/turn.py",
        """            if standing.admitted:  # an entry of this very turn named how far it counts
                raise Refused(Reason.FINAL)
""",
        "",
        HUB + "closing.py::test_what_is_handed_in_with_the_word_that_lets_work_count_is_not_let_in_by_it[sqlite]",
    ),
    Planted(
        "a member makes a log as long as she likes, with keys that nobody knows",
        "sync/hub/circles.py",
        "            self.signed.take(next(known, told.circle), now)\n",
        "            self.signed.take(next(known, entry.signer), now)\n",
        HUB + "long_logs.py::test_a_member_signs_few_entries_an_hour_whatever_key_or_kind_she_takes[sqlite]",
    ),
    Planted(
        "erasure without leaf, on the hub",
        "sync/hub/erasing.py",
        "        _erase_late(sql, organisation, space, rows)\n",
        """        sql("DELETE FROM version WHERE organisation = ? AND space = ? AND suite = 0", organisation, space)
        _erase_late(sql, organisation, space, rows)
""",
        HUB + "erasing.py::test_what_everybody_said_of_the_row_is_gone_and_its_place_and_number_stay[sqlite]",
    ),
    Planted(
        "a leaf taken without its entry, by the hub",
        "sync/hub/turn.py",
        "        see_erased(push.versions, self._erased_in(push.space))\n",
        "",
        HUB + "erasing.py::test_a_leaf_of_a_row_that_no_entry_erases_is_refused[sqlite]",
    ),
    Planted(
        "erased words come back from who had not heard of it",
        "sync/hub/turn.py",
        "            erased = self._erased_in(head.space)\n",
        "            erased: Rows = ()\n",
        HUB + "erasing.py::test_its_authors_go_on_and_what_they_say_of_it_later_is_answered_and_kept_as_a_leaf[sqlite]",
    ),
    Planted(
        "erased words stay in the late lane",
        "sync/hub/erasing.py",
        "        _erase_late(sql, organisation, space, rows)\n",
        "",
        HUB
        + "erasing.py::test_words_in_the_late_lane_are_erased_and_the_rest_of_it_counts_when_it_is_admitted[sqlite]",
    ),
    Planted(
        "rows erased by who is no steward of the organisation, on the hub",
        "sync/hub/erasing.py",
        "    if not taken or not (root is None or entry.signer in root.stewards):\n",
        "    if not taken:\n",
        HUB + "erasing.py::test_who_is_no_steward_of_the_circle_and_of_the_organisation_erases_nothing[sqlite]",
    ),
)
