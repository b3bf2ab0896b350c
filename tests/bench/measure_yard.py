"""Our engine beside others, all in one run: 10,000 records of 500 B pushed and pulled, ten changes, an empty sync.

`yard` is ours; `floor` is bare Python, SQLite and HTTP with AES-GCM a record, `bare` the same unsealed: what is
reachable at all; `anki` is the real thing from PyPI, unsealed. Times are the best of three rounds on loopback, in turn;
bytes, turns and memory are those of one run through a relay; `poor` is 300 ms round trip and 1 Mbit/s each way.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.bench.yard_relay import POOR, Network
from tests.bench.yard_run import Engine, Phase, run

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ANKI_LOCK = ROOT / "build" / "locks" / "anki.txt"
RECORDS = 10_000
BYTES = 500
ROUNDS = 3


def measure(folder: Path) -> dict[str, float]:
    """Every engine through the same phases; Anki is left out, and that is said, where it cannot be had."""
    records = folder / "records.json"
    records.write_text(json.dumps(list(invented(RECORDS))))
    engines = {"yard": ours(), "floor": floor("sealed"), "bare": floor()}
    if peer := anki(folder / "anki"):
        engines["anki"] = peer
    fast: dict[str, list[dict[str, Phase]]] = {name: [] for name in engines}
    for turn in range(ROUNDS):
        for name, engine in engines.items():
            fast[name].append(run(engine, folder / f"{name} {turn}", records, None))
    numbers: dict[str, float] = {}
    for name, engine in engines.items():
        counted = run(engine, folder / f"{name} counted", records, Network())
        poor = run(engine, folder / f"{name} poor", records, POOR)
        numbers |= {f"{name}_{what}": number for what, number in figures(fast[name], counted, poor).items()}
    for name in engines:
        for way in ("push", "pull"):
            numbers[f"{name}_{way}_ratio"] = numbers[f"{name}_{way}_s"] / numbers[f"floor_{way}_s"]
    return numbers


def figures(fast: list[dict[str, Phase]], counted: dict[str, Phase], poor: dict[str, Phase]) -> dict[str, float]:
    """Of ten changes the dearer way; of memory the most in any phase."""
    ten = [counted["push10"], counted["pull10"]]
    empty = counted["empty"]
    return {
        "push_s": min(one["push"].s for one in fast),
        "pull_s": min(one["pull"].s for one in fast),
        "push_mb": counted["push"].up / 1e6,
        "pull_mb": counted["pull"].down / 1e6,
        "ten_bytes": max(one.up + one.down for one in ten),
        "ten_turns": max(one.turns for one in ten),
        "empty_bytes": empty.up + empty.down,
        "empty_turns": empty.turns,
        "client_mb": max(one.client_mb for one in counted.values()),
        "hub_mb": max(one.hub_mb for one in counted.values()),
        "poor_push_s": poor["push"].s,
        "poor_pull_s": poor["pull"].s,
        "poor_ten_s": max(poor["push10"].s, poor["pull10"].s),
        "poor_empty_s": poor["empty"].s,
    }


def ours() -> Engine:
    """The real hub and the real phone."""
    return Engine(
        hub=(sys.executable, str(HERE / "yardstick_hub.py"), "{port}", "{folder}/hub.db"),
        client=(sys.executable, str(HERE / "yardstick_client.py"), "{base}"),
    )


def floor(*how: str) -> Engine:
    """What is reachable at all."""
    return Engine(
        hub=(sys.executable, str(HERE / "yard_floor_hub.py"), "{port}", "{folder}/floor.db"),
        client=(sys.executable, str(HERE / "yard_floor_client.py"), "{base}", *how),
    )


def anki(folder: Path) -> Engine | None:
    """In a virtual environment of its own; None, said loudly, when it cannot be had."""
    python = str(folder / "bin" / "python")
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "--requirement", str(ANKI_LOCK)], check=True)
    except (subprocess.CalledProcessError, OSError) as why:
        print(f"bench: ANKI IS NOT MEASURED, it could not be installed: {why}", file=sys.stderr, flush=True)
        return None
    return Engine(
        hub=(python, "-m", "anki.syncserver"),
        client=(python, str(HERE / "yard_anki_client.py"), "{base}/"),
        env={
            "SYNC_USER1": "worker:246810",
            "SYNC_HOST": "127.0.0.1",
            "SYNC_PORT": "{port}",
            "SYNC_BASE": "{folder}/server",
            "MAX_SYNC_PAYLOAD_MEGS": "500",
        },
    )


def invented(how_many: int) -> Iterable[dict[str, Any]]:
    """Records of 500 bytes as JSON, the same at every run: invented words that nothing was trained on."""
    chance = random.Random(10)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(2000)]
    for _ in range(how_many):
        day = f"2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}"
        said = {
            "id": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
            "kind": chance.choice(("contact", "visit", "note", "goal")),
            "place": chance.choice(("North Court", "Hill Blocks", "Mill Yard", "River Houses", "Station Road")),
            "worker": f"w{chance.randint(1, 40):03}",
            "person": f"p{chance.randint(1, 3000):05}",
            "when": f"{day}T{chance.randint(8, 20):02}:{chance.randint(0, 59):02}:00Z",
            "status": chance.choice(("open", "done", "follow-up")),
            "minutes": chance.randint(5, 120),
            "note": "",
        }
        room = BYTES - len(json.dumps(said))
        yield said | {"note": " ".join(chance.choices(words, k=80))[:room].strip()}
