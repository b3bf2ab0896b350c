"""The command: it listens, says what is wrong, lets go of dawdlers, and loses nothing when it is killed."""

from __future__ import annotations

import signal
from pathlib import Path

from sync.packing import pack
from tests.hub.phones import Phone, row
from tests.hub.server import Server, command, found_on


def test_what_was_acknowledged_is_there_after_the_hub_was_killed(server: Server) -> None:
    karen, area = found_on(server)
    for turn in range(12):
        karen.push(area, 0, (row(turn), b"kept %d" % turn), (row("same"), b"newest %d" % turn))
        if turn % 3 == 0:
            server.kill()
    reader = Phone(server)  # type: ignore[arg-type]
    root = next(iter(karen.logs))
    invitation = karen.invite(reader, (root, 0, 0), (area, 0, 0))
    server.kill()
    reader.join(*invitation)
    server.kill()

    reader.sync_all()

    assert reader.bodies() == {b"kept %d" % turn for turn in range(12)} | {b"newest 11"}


def test_two_phones_meet_over_http_with_the_clock_of_the_wall(server: Server) -> None:
    karen, area = found_on(server)
    mentor = Phone(server)  # type: ignore[arg-type]
    mentor.join(*karen.invite(mentor, (next(iter(karen.logs)), 0, 0), (area, 0, 0)))
    karen.push(area, 0, (row("a"), "kontakt: Åse, Ødegård, مريم".encode()))

    mentor.sync_all()

    assert mentor.bodies() == {"kontakt: Åse, Ødegård, مريم".encode()}


def test_an_idle_sync_takes_less_than_400_bytes_with_its_headers(server: Server) -> None:
    karen, _ = found_on(server)
    karen.sync_all()
    body = pack([1, karen.token, server.clock(), karen.cursor])
    asked = (
        b"POST /sync HTTP/1.1\r\nHost: hub.example.org\r\nContent-Type: application/msgpack\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    ) + body
    with server.connect() as line:
        line.sendall(asked)
        answer = line.recv(4_096)

    assert len(asked) + len(answer) <= 400, (len(asked), len(answer), answer)


def test_a_stopped_hub_ends_cleanly_and_says_nothing_of_anybody(tmp_path: Path) -> None:
    server = Server(tmp_path / "hub.db")
    karen, area = found_on(server)
    karen.push(area, 0, (row("a"), b"one"))
    server.http.get("/who?name=Fatima")

    code, said = server.stop()

    assert code in {0, -signal.SIGTERM}
    assert "Fatima" not in said
    assert "/sync" not in said
    assert "127.0.0.1" not in said


def test_the_command_explains_itself_and_its_settings(tmp_path: Path) -> None:
    for words in (["--help"], ["serve", "--help"], ["new-organisation", "--help"]):
        shown = command(*words)
        assert (shown.returncode, shown.stderr) == (0, "")
    assert "BROBYGGER_HUB_DATA" in command("serve", "--help").stdout
    assert command().returncode == 2
    assert command("serve", "--port", "http").returncode == 2
    assert "a number from 0 to 65535" in command("serve", "--port", "70000").stderr
    assert "a number from 0 to 100000" in command("serve", BROBYGGER_HUB_ROOM="much").stderr
    assert command("new-organisation", BROBYGGER_HUB_DAYS="never").returncode == 2


def test_a_setting_may_stand_in_the_environment(tmp_path: Path) -> None:
    made = command("new-organisation", BROBYGGER_HUB_DATA=str(tmp_path / "there.db"))

    assert (made.returncode, len(made.stdout.strip())) == (0, 19)
    assert (tmp_path / "there.db").is_file()


def test_what_cannot_be_done_is_said_in_one_line(server: Server, tmp_path: Path) -> None:
    port = server.url.rpartition(":")[2]
    strange = tmp_path / "strange.db"
    strange.write_text("a letter" * 1_000)
    for words, why in (
        (["--data", str(server.database), "--port", "0"], "another process"),
        (["--data", str(strange), "--port", "0"], "no database"),
        (["--data", str(tmp_path / "x.db"), "--port", port], "cannot listen"),
        (["--data", str(tmp_path / "x.db"), "--port", "0", "--pwa", str(tmp_path / "none")], "index.html"),
        (["--data", "/proc/none/x.db", "--port", "0"], "/proc/none"),
    ):
        said = command("serve", *words)
        assert said.returncode == 1, said
        assert why in said.stderr
        assert said.stderr.count("\n") == 1
        assert said.stderr.startswith("brobygger-hub: ")
