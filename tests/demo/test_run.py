"""`make run` starts, says one address, ends at Ctrl-C, and starts again with what was kept."""

from __future__ import annotations

import socket
from pathlib import Path

import httpx
import pytest

from tests.demo.running import Running


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A stand-in for the built app, so that these tests build nothing."""
    folder = tmp_path / "pwa"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>app</title>")
    return folder


def test_it_ends_at_ctrl_c_without_a_word_of_trouble_and_starts_again_with_everything(
    tmp_path: Path, page: Path
) -> None:
    folder = tmp_path / "demo"
    with Running(folder, "--pwa", str(page)) as demo:
        assert "Making a demo organisation" in "".join(demo.said)
        one, two = demo.tap("sofie"), demo.tap("sofie")
        assert one.startswith("/#join=")
        assert one != two
        assert httpx.get(demo.url, trust_env=False).text.startswith("<!doctype html>")
        assert demo.end() == 0
        assert "Traceback" not in "".join(demo.said)
    made = (folder / "made.json").read_bytes()

    with Running(folder, "--pwa", str(page)) as again:
        assert "Making a demo organisation" not in "".join(again.said)
        assert again.tap("amina").startswith("/#join=")
        assert again.end() == 0

    with Running(folder, "--pwa", str(page), "--fresh") as fresh:
        assert fresh.end() == 0
    assert (folder / "made.json").read_bytes() != made


def test_a_port_that_is_taken_is_passed_over_and_a_second_one_says_so(made: Path, tmp_path: Path, page: Path) -> None:
    with socket.create_server(("127.0.0.1", 8650)), Running(tmp_path / "demo", "--pwa", str(page)) as demo:
        assert demo.url != "http://127.0.0.1:8650"
        with pytest.raises(RuntimeError, match="running already"), Running(tmp_path / "demo", "--pwa", str(page)):
            pass
        assert demo.tap("henrik").startswith("/#join=")
