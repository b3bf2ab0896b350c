"""The audit log: who was let in, shut out or refused is told for good; what anybody wrote is not in it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from sync.hub.audit import breaks, everybody, lines
from sync.hub.restored import put_back_all
from tests.hub.phones import Hub, Phone, row
from tests.hub.server import Server, command, found_on


def told(hub: Hub) -> list[dict[str, object]]:
    with hub.store.read() as sql:
        return [line for home in everybody(sql) for line in lines(sql, home)]


def test_letting_in_shutting_out_and_refusing_are_told_in_their_order(hub: Hub) -> None:
    karen = Phone(hub)
    karen.found_organisation()
    area = karen.found_circle()
    mia = Phone(hub)
    mia.join(*karen.invite(mia, (next(iter(karen.logs)), 0, 0), (area, 0, 0)))
    mia.sync_all()
    mia.push(area, 0, (row("a"), b"seen at the door"))
    mia.sync(pushes=(mia.push_of(area, 0, (row("b"), b"not after this"), before=7),))

    whats = [(line["what"], line["who"]) for line in told(hub)]

    assert whats[:2] == [("found", karen.key.public.hex()), ("found", karen.key.public.hex())]
    assert [what for what, _ in whats[2:]].count("grant") == 2
    assert [what for what, _ in whats].count("device") == 2
    assert ("invited", karen.key.public.hex()) in whats
    assert whats[-1] == ("refused: gap", mia.key.public.hex())
    assert not any(b"seen at the door".hex() in json.dumps(line) for line in told(hub))


def test_a_phone_that_says_it_erased_what_it_was_never_shut_out_of_is_not_written_down(hub: Hub) -> None:
    karen = Phone(hub)
    karen.found_organisation()
    area = karen.found_circle()
    before = len(told(hub))

    hub.ask("/erased", karen.token, [area, *[bytes([number]) * 16 for number in range(200)]])

    assert len(told(hub)) == before


def test_one_phone_cannot_fill_it_with_refusals(hub: Hub) -> None:
    karen = Phone(hub)
    karen.found_organisation()
    area = karen.found_circle()
    before = len(told(hub))

    for _ in range(130):
        karen.sync(pushes=(karen.push_of(area, 0, (row("b"), b"x"), before=7),))

    assert len(told(hub)) - before == 100


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE audit SET what = 'erased' WHERE number = 2",
        "UPDATE audit SET at = at + 1 WHERE number = 1",
        "DELETE FROM audit WHERE number = 1",
        "UPDATE audit SET number = number + 10",
    ],
)
def test_a_changed_and_a_missing_line_are_noticed(hub: Hub, harm: str) -> None:
    karen = Phone(hub)
    karen.found_organisation()
    karen.found_circle()
    with hub.store.write() as sql:
        put_back_all(sql, hub.store.chance, hub.clock())
        assert list(breaks(sql)) == []
        sql(harm)
        assert len(list(breaks(sql))) == 1


def test_the_command_prints_it_and_knows_a_noted_hash(server: Server, tmp_path: Path) -> None:
    found_on(server)

    def printed(*more: str) -> tuple[int, str, str]:
        ran = command("audit", "--data", str(server.database), *more)
        return ran.returncode, ran.stdout, ran.stderr

    code, said, _ = printed()
    newest = json.loads(said.splitlines()[-1])

    assert (code, newest["what"], newest["number"]) == (0, "found", 2)
    assert printed("--expect", newest["hash"])[0] == 0
    assert "was changed" in printed("--expect", "00" * 32)[2]

    server.stop()
    db = sqlite3.connect(server.database)
    db.execute("UPDATE audit SET who = x'00' WHERE number = 1")
    db.commit()
    db.close()

    assert printed()[0] == 1
    assert "was changed at line 1" in printed()[2]
    assert "was changed at line 1" in command("check", "--data", str(server.database)).stderr
