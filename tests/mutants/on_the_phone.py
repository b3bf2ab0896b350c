"""Bugs that are planted on the phone: in what it says, in what it keeps, in what it reads."""

from __future__ import annotations

from tests.mutants.planted import HEAD, JOURNEYS, PHONE, Planted

ON_THE_PHONE: tuple[Planted, ...] = (
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
    Planted(
        "only what was made here is erased on the hub",
        "sync/parcels.py",
        "            if not removed:\n",
        "            if True:\n",
        JOURNEYS
        + "files_leave_the_hub.py"
        + "::test_what_another_phone_brought_again_after_a_restore_is_erased_when_it_is_taken_back",
    ),
    Planted(
        "a part that another file names is erased with this one",
        "app/journeys/carrying.py",
        "named=named & {one.name for one in parcels.of(space, row)}",
        "named=set()",
        JOURNEYS + "files_leave_the_hub.py::test_a_part_that_another_file_names_stays_when_one_of_the_two_goes",
    ),
    Planted(
        "a yes that does not open yet is taken for none",
        "app/journeys/key_to_come.py",
        "    return told is not None and (held is None or held.epoch < told.epoch)\n",
        "    return told is not None and held is None\n",
        JOURNEYS + "key_to_come.py::test_who_said_yes_where_it_does_not_open_yet_is_not_let_go",
    ),
    Planted(
        "what may have been brought back under a new key is taken for gone",
        "app/storage/store.py",
        "self._rows.joined(key, heard).gone and not self._voices.wait_for_key(key)\n",
        "self._rows.joined(key, heard).gone\n",
        JOURNEYS + "key_to_come.py::test_what_somebody_may_have_brought_back_under_a_new_key_is_not_gone",
    ),
    # -- erasure by row id
    Planted(
        "erasure without leaf, on the phone",
        "sync/erasing.py",
        """journal.run(f"UPDATE {table} {_EMPTY}", row)""",
        """journal.run(f"DELETE FROM {table} WHERE space=? AND row=?", row)""",
        PHONE + "erasing.py::test_what_is_said_afterwards_still_matches_every_root",
    ),
    Planted(
        "a leaf believed without its entry",
        "sync/inbox.py",
        "        return bool(blank) and not told.erased(self._circles.root) >= {*blank}\n",
        "        return False\n",
        PHONE + "erasing.py::test_a_hub_that_blanks_what_no_entry_erases_is_not_believed",
    ),
    Planted(
        "a leaf shown to a steward without its entry",
        "app/journeys/late.py",
        "        if any(one.is_blank and (one.space, one.row) not in erased for one in push.versions):\n",
        "        if False:\n",
        JOURNEYS + "erasing_rows.py::test_a_hub_that_blanks_late_work_that_nobody_erased_is_caught",
    ),
    Planted(
        "rows erased by who is no steward of the organisation",
        "sync/membership.py",
        " for signer, rows in self.erasures if signer in root.stewards)",
        " for signer, rows in self.erasures)",
        PHONE + "erasing.py::test_a_steward_of_the_circle_alone_erases_nothing_also_when_the_log_is_read_once_more",
    ),
    Planted(
        "a leaf taken for her own earlier words",
        "sync/piece.py",
        '            " AND (suite<>0 OR sealed<>leaf)"\n',
        "",
        PHONE + "erasing_unsent.py::test_what_is_written_on_an_erased_row_later_is_taken_answered_and_kept_as_a_leaf",
    ),
    Planted(
        "what is on its way comes back after it was erased",
        "sync/talk.py",
        "self._erasing.erase(touched, _rows_of(pushes), grown)",
        "self._erasing.erase(touched, (), grown)",
        PHONE + "erasing_unsent.py::test_what_is_written_on_an_erased_row_later_is_taken_answered_and_kept_as_a_leaf",
    ),
)
