"""The bars: no number may stand above its bar. Each is a promise to somebody who waits, or who pays for data."""

from __future__ import annotations

from typing import NamedTuple


class Bar(NamedTuple):
    """`most` is the greatest number that is still good, in the unit that the name ends with; `by` measures it."""

    most: float
    by: str
    what: str


BARS = {
    "start_lock_ratio": Bar(0.1, "start", "to the lock painted and usable, against a stock bare Flet hello"),
    "start_today_ratio": Bar(0.45, "start", "to Today drawn, the PIN typed at once, 1,000 rows, against the hello"),
    "start_slow_lock_s": Bar(1.5, "start", "the same lock with the whole browser slowed four times"),
    "start_slow_today_s": Bar(8, "start", "the same Today with the whole browser slowed four times"),
    "start_slow_her_s": Bar(8, "her", "her own phone so slowed: to her next appointment on the screen and speaking"),
    "her_face_ms": Bar(1_000, "her", "from her open lock to the face of the one who walks with her"),
    "her_renderer_mb": Bar(380, "her", "PSS of the renderer, her first screen after it spoke"),
    "start_nosnapshot_ratio": Bar(0.8, "start", "to Today without a heap snapshot, against the hello"),
    "renderer_mb": Bar(380, "browser", "PSS of the renderer, Today with 2,000 rows"),
    "first_load_mb": Bar(21, "sizes", "packed, everything that the first visit fetches"),
    "update_own_code_kb": Bar(400, "sizes", "what a phone fetches when only our own Python changed"),
    "unlock_10k_native_s": Bar(0.5, "native", "PIN to 10,000 rows readable, CPython"),
    "unlock_10k_browser_s": Bar(3, "browser", "the same in Chromium"),
    "save_native_ms": Bar(15, "native", "a contact sealed, committed, flushed: median of 200, 10 MB journal, CPython"),
    "save_browser_ms": Bar(40, "browser", "the same in Chromium"),
    "search_10k_ms": Bar(60, "native", "keystroke to new list among 10,000 contacts, CPython, median"),
    "list_slowest_ms": Bar(
        100, "lists", "the slowest list of a worker, her Today among them: 10,000 contacts, 500 pairs, 20,000 meetings"
    ),
    "screen_slowest_ms": Bar(400, "screens", "the same in Chromium: from the tap to the new list drawn, seven screens"),
    "unlock_800_files_ratio": Bar(1.2, "files", "the same with 800 files, against without them, CPython"),
    "loss_400_s": Bar(10, "loss", "a mentor shut out of 400 files, all keys made anew, in Chromium"),
    "loss_400_native_s": Bar(10, "files", "a mentor shut out of 400 files, the same on CPython"),
    "yard_push_ratio": Bar(
        1.2, "yard", "first push of 10,000 records of 500 B, against the sealed floor in the same run"
    ),
    "yard_pull_ratio": Bar(1.8, "yard", "their first pull by another phone, to readable records, against the same"),
    "yard_push_mb": Bar(3.7, "yard", "what that push sends, headers and all"),
    "yard_ten_bytes": Bar(5_000, "yard", "10 changes pushed, or pulled: both ways, headers and all"),
    "yard_ten_turns": Bar(1, "yard", "round trips of that"),
    "yard_empty_bytes": Bar(400, "yard", "a sync with nothing to say: both ways, headers and all"),
    "yard_empty_turns": Bar(1, "yard", "round trips of that"),
    "yard_client_mb": Bar(40, "yard", "the phone's memory over its imports, at most"),
    "yard_hub_mb": Bar(40, "yard", "the hub's memory over its imports, at most"),
    "yard_poor_push_s": Bar(33, "yard", "the first push at 300 ms round trip and 1 Mbit/s"),
    "yard_poor_pull_s": Bar(33, "yard", "the first pull there"),
    "yard_poor_ten_s": Bar(0.7, "yard", "10 changes there"),
    "yard_poor_empty_s": Bar(0.35, "yard", "an empty sync there"),
    "fsrs_log_loss": Bar(0.467, "practice", "12,580 real reviews foretold, default weights, by the Danish day"),
    "fsrs_rmse_bins": Bar(0.085, "practice", "the same, foretold against seen"),
    "fsrs_next_ms": Bar(5, "practice", "an answer folded and the next card there, 5,000 cards, CPython"),
    "half_year_ours_above_cap_days": Bar(
        0, "practice", "180 days of practice of 600 words: days above a dozen answers"
    ),
    "pull_2000_browser_s": Bar(4, "pull", "a sync that brings 2,000 rows, to the last one readable, in Chromium"),
    "import_5000_s": Bar(20, "import", "a list of 5,000 contacts brought in, in Chromium"),
    "contact_log_s": Bar(
        20, "contact", "a contact logged with one thumb: the app in Chromium, the thumb by the keystroke-level model"
    ),
    "hub_empty_ms": Bar(0.4, "hub", "one empty sync of a hub that does nothing else, SQLite"),
    "hub_push_ms": Bar(1, "hub", "one push of one row, the same"),
}
