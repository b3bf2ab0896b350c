"""What atheris drives: `python -m tests.torture.fuzzed phones|hub FOLDER RUNS`; libFuzzer ends the process itself.

Its engine sees which lines of `sync` an input reached and bends on from there, so it finds the doors that chance
alone does not. FOLDER/said.json holds what came of it so far.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["sync"]):
    import msgpack

    from sync.entry import Entry
    from sync.errors import Malformed, SyncError
    from sync.head import Head
    from sync.hub.answer import PATHS, Answers
    from sync.hub.verify import verify
    from sync.join import join
    from sync.log import told_by
    from sync.version import PLAIN_SUITE, Version, pack_said, unpack_said
    from sync.wire import SyncAnswer
    from tests.hub.phones import PLENTY, Hub
    from tests.hub.phones import Phone as Caller
    from tests.torture.malforming import Readings, good_requests
    from tests.torture.tally import Tally

Door = Callable[[bytes], object]
TOLD_EVERY, SAID_MOST = 500, 5


def loose(body: bytes) -> Any:
    """What a piece is once its envelope is open; Malformed when it is none."""
    try:
        return msgpack.unpackb(body, raw=False, strict_map_key=False)
    except (TypeError, ValueError, msgpack.UnpackException, RecursionError) as why:
        raise Malformed("no MessagePack") from why


def to_phones(folder: Path) -> tuple[list[Door], list[bytes]]:
    """Parsers and checks of what comes from a hub; for each a true piece."""
    readings = Readings(folder)
    version = next(piece for piece in readings.true.pieces if isinstance(piece, Version))
    head = next(piece for piece in readings.true.pieces if isinstance(piece, Head))
    raw = next(piece for piece in readings.true.pieces if isinstance(piece, bytes))
    said = unpack_said(readings.body)

    def version_read(body: bytes) -> None:
        Version.read(version.space, version.author, loose(body))

    def head_read(body: bytes) -> None:
        one = Head.read(head.space, head.author, loose(body))
        verify(readings.karen.keys.device, one.signed, one.signature)

    def entry_read(body: bytes) -> None:
        told_by([Entry.read(body)], verify=verify, root=None, start=None)

    def words_joined(body: bytes) -> None:
        join([(readings.author, unpack_said(body)), (bytes(16), said)], lambda *_: True)

    def plain_joined(body: bytes) -> None:
        join([(bytes(16), unpack_said(body, PLAIN_SUITE))], lambda *_: True)

    true = [readings.true.pack(), msgpack.packb(version.parts()), msgpack.packb(head.parts()), raw]
    return (
        [SyncAnswer.unpack, version_read, head_read, entry_read, words_joined, plain_joined],
        [*true, pack_said(said), readings.packed],
    )


def to_hub(folder: Path) -> tuple[list[Door], list[bytes]]:
    """Every path of a hub with a member and a circle; for each a true request. A fault of its own is raised."""
    hub = Hub(folder / "hub.db")
    karen = Caller(hub)
    karen.found_organisation()
    good = dict(good_requests(karen, karen.found_circle()))
    answers = Answers(hub.store, hub.clock, verify, PLENTY)
    failed: list[str] = []

    class Listens(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            failed.append(record.getMessage())

    log = logging.getLogger("brobygger.hub")
    log.addHandler(Listens(logging.ERROR))
    log.propagate = False

    def door(path: str) -> Door:
        def asked(body: bytes) -> None:
            status, _ = answers.answer(path, body, "10.0.0.1")
            if failed or status >= 500:
                raise RuntimeError(failed.pop() if failed else str(status))
            if status == 400:
                raise Malformed("refused")

        return asked

    return [door(path) for path in PATHS], [good[path] for path in PATHS]


def main(side: str, folder: Path, runs: int) -> None:
    """Never returns. The first byte of an input says which door it knocks at."""
    doors, true = {"phones": to_phones, "hub": to_hub}[side](folder)
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, body in enumerate(true):
        (corpus / str(number)).write_bytes(bytes([number]) + body)
    tally, faults = Tally(), "server_errors" if side == "hub" else "crashes"

    def knock(given: bytes) -> None:
        tally.runs += 1
        tally.faults += 1
        try:
            if given:
                doors[given[0] % len(doors)](given[1:])
        except SyncError:
            tally.malformed += 1
        except Exception as fault:  # noqa: BLE001 - every kind of fault is a finding
            setattr(tally, faults, getattr(tally, faults) + 1)
            if len(tally.said) < SAID_MOST:
                tally.say(f"{side} {given[:64].hex()}: {type(fault).__name__} {fault}")
        if tally.runs % TOLD_EVERY == 0 or tally.runs == runs:
            (folder / "said.json").write_text(json.dumps([tally.numbers, tally.said]))

    atheris.Setup([sys.argv[0], f"-runs={runs}", "-seed=1", "-max_len=4096", "-rss_limit_mb=1024", str(corpus)], knock)
    atheris.Fuzz()


def begin(argv: Sequence[str]) -> None:
    """From the command line."""
    side, folder, runs = argv
    main(side, Path(folder), int(runs))


if __name__ == "__main__":
    begin(sys.argv[1:])
