"""The settings: the example file says all of them, each with what holds when it is not given."""

from __future__ import annotations

import json
import logging
import re
import signal
import sys
from pathlib import Path

import pytest

from sync.hub.logs import JsonLines
from sync.hub.settings import SETTINGS, settings
from tests.architecture.tree import ROOT
from tests.hub.server import Server, command
from tests.hub.with_faults import HERS

EXAMPLE = ROOT / "docs" / "hub.env.example"
TOKEN = "nobody-guesses-this"


def test_the_example_file_says_every_setting_and_what_holds_without_it() -> None:
    said = dict(re.findall(r"^#(BROBYGGER_HUB_\w+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE))

    assert said == {setting.variable: setting.otherwise for setting in SETTINGS}


def test_each_setting_reads_what_holds_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)
        if setting.otherwise:
            setting.read(setting.otherwise)

    asked = settings(["serve"])

    assert (asked.port, asked.sync_rate.burst, asked.knock_rate.per_second, asked.metrics) == (8870, 600, 5, None)


@pytest.mark.parametrize(
    ("option", "wrong"),
    [("--sync-rate", "many"), ("--sync-rate", "0 1"), ("--knock-rate", "5"), ("--metrics", "short"), ("--log", "loud")],
)
def test_a_setting_that_makes_no_sense_is_told_in_a_sentence(option: str, wrong: str) -> None:
    ran = command("serve", option, wrong)

    assert ran.returncode == 2
    assert f"argument {option}: " in ran.stderr
    assert wrong in ran.stderr or option == "--metrics"


def test_rates_stand_in_the_environment_and_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROBYGGER_HUB_KNOCK_RATE", "2 0.01")
    server = Server(tmp_path / "hub.db")
    try:
        said = [server.post("/join", b"\x92\x01\xc4\x10" + bytes(16)).content for _ in range(4)]
    finally:
        server.stop(signal.SIGKILL)

    assert said[0] == said[1] != said[2]
    assert len(said[2]) > len(said[0])


def test_figures_are_for_who_brings_the_token_and_name_nobody(tmp_path: Path) -> None:
    server = Server(tmp_path / "hub.db", "--metrics", TOKEN)
    try:
        server.post("/sync", b"nonsense")
        server.post("/join", b"\x92\x01\xc4\x10" + bytes(16))
        without = server.http.get("/metrics")
        wrong = server.http.get("/metrics", headers={"authorization": "Bearer other"})
        shown = server.http.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    finally:
        server.stop(signal.SIGKILL)

    assert (without.status_code, wrong.status_code, shown.status_code) == (404, 404, 200)
    assert 'brobygger_hub_answers_total{outcome="malformed",path="/sync"} 1.0' in shown.text
    assert 'brobygger_hub_answers_total{outcome="notfound",path="/join"} 1.0' in shown.text
    assert "brobygger_hub_seconds_count 2.0" in shown.text
    assert "127.0.0.1" not in shown.text


def test_without_a_token_there_are_no_figures(tmp_path: Path) -> None:
    server = Server(tmp_path / "hub.db")
    try:
        assert server.http.get("/metrics", headers={"authorization": "Bearer None"}).status_code == 404
    finally:
        server.stop(signal.SIGKILL)


def test_a_line_of_the_log_is_one_object_and_holds_no_text_of_a_fault() -> None:
    try:
        raise ValueError("Fatima, Hasselvej 4")
    except ValueError:
        record = logging.LogRecord("brobygger.hub", logging.ERROR, "", 1, "%s failed", ("/sync",), sys.exc_info())

    line = json.loads(JsonLines().format(record))

    assert {name: line[name] for name in ("level", "from", "said", "kind")} == {
        "level": "error",
        "from": "brobygger.hub",
        "said": "/sync failed",
        "kind": "ValueError",
    }
    assert "Fatima" not in JsonLines().format(record)


def _gone_wrong(tmp_path: Path, form: str) -> list[str]:
    """All that a hub says on standard error while callers and faults of its own trouble it."""
    server = Server(tmp_path / "hub.db", "--log", form, module="tests.hub.with_faults")
    for junk in (b"\x00\x01garbage\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"):
        with server.connect() as line:
            line.sendall(junk)
            line.recv(1_000)
    assert server.http.get("/fault").status_code == 500
    said = server.stop(signal.SIGINT)[1].splitlines()
    assert not any("KeyboardInterrupt" in line for line in said)
    return said


def test_a_log_of_objects_is_one_throughout_whatever_goes_wrong(tmp_path: Path) -> None:
    said = [json.loads(line) for line in _gone_wrong(tmp_path, "json")]

    assert {"at", "level", "from", "said"} <= set.intersection(*map(set, said))
    assert [line["said"] for line in said].count("Invalid HTTP request received.") == 2
    assert sum(line.get("kind") == "ValueError" and "with_faults.py:" in line["where"] for line in said) == 4
    assert any("an old way of saying it" in line["said"] for line in said)
    assert HERS not in json.dumps(said)


def test_a_log_of_words_names_a_fault_and_its_place_and_nothing_that_was_in_it(tmp_path: Path) -> None:
    said = _gone_wrong(tmp_path, "words")

    assert sum("ValueError at " in line and "with_faults.py:" in line for line in said) == 4
    assert not any(HERS in line or "Traceback" in line for line in said)
