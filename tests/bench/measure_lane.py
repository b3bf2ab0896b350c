"""Photos and recordings: kept, carried and opened, on CPython with a hub in process; one chunk's seal in Chromium."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

from app.records import Attachment
from tests.journeys.lane import asks_for, held, on_wifi, photograph, reads, step
from tests.keys.answering import content_of
from tests.keys.pyodide_page import ciphers_page
from tests.world import World

PHOTO, RECORDING = 400_000, 16_000_000

IN_THE_BROWSER = """
import time
from app.keys.attached import open_chunks, seal_chunks
content = bytes(262_144)
took = []
for _ in range(9):
    began = time.perf_counter()
    (sealed,) = seal_chunks(provider, bytes(32), bytes(16), content)
    between = time.perf_counter()
    await open_chunks(provider, bytes(32), bytes(16), len(content), [sealed])
    took.append((between - began, time.perf_counter() - between))
json.dumps([sorted(each)[4] * 1000 for each in zip(*took)])
"""


def measure(folder: Path) -> dict[str, float]:
    """Seconds and milliseconds; `lane_wire_ratio` = bytes that go up for each byte of a photo."""
    with World() as world:
        org = world.organisation()
        on_wifi(org.mentor, org.worker)
        meeting = held(org.mentor, org.cover(org.mentor))
        step(org.mentor)
        photo, recording = content_of(PHOTO), content_of(RECORDING)
        began = time.perf_counter()
        photograph(org.mentor, meeting, photo)
        numbers = {"lane_keep_photo_ms": (time.perf_counter() - began) * 1000}
        org.mentor.wire.sent.clear()
        step(org.mentor)
        numbers["lane_wire_ratio"] = len(org.mentor.wire.bytes_sent()) / PHOTO
        photograph(org.mentor, meeting, recording)
        org.mentor.wire.sent.clear()
        org.mentor.wire.received.clear()
        began = time.perf_counter()
        step(org.mentor)
        numbers["lane_up_16mb_s"] = time.perf_counter() - began
        step(org.worker)
        for one in (each for each in org.worker.store.find(Attachment) if each.size == RECORDING):
            asks_for(org.worker, one)
            began = time.perf_counter()
            step(org.worker)
            numbers["lane_down_16mb_s"] = time.perf_counter() - began
            tracemalloc.start()
            began = time.perf_counter()
            assert reads(org.worker, one) == recording
            numbers["lane_open_16mb_s"] = time.perf_counter() - began
            numbers["lane_open_16mb_mb"] = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
    with ciphers_page(folder) as ask:
        numbers["lane_seal_browser_ms"], numbers["lane_unseal_browser_ms"] = ask(IN_THE_BROWSER)
    return numbers
