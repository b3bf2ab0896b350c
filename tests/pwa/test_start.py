"""The page starts under the hub's policy, asks nobody else, and starts again without a hub."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import PIN, Begun, again, wait_for_mark


def test_it_runs_under_the_policy_without_asking_another_host(phone: Phone, begun: Begun) -> None:
    assert phone.ask("crossOriginIsolated") is True
    phone.tap("button", "Ask the hub").sees("hub 200")

    assert begun.foreign == phone.foreign == []
    assert phone.errors == []


def test_the_snapshot_was_made_with_everything_warm(begun: Begun) -> None:
    assert [line for line in begun.said if "partly warm" in line] == []


def test_without_a_hub_it_starts_with_everything(phone: Phone, hub: RunningHub) -> None:
    phone.tap("button", "Keep").sees("taps 1")
    hub.kill()

    again(phone, hub.url).sees("taps 1")
    phone.tap("button", "Ask the hub").sees("hub ConnectError")
    phone.tap("button", "Keep").sees("taps 2")


def test_starts_from_a_snapshot_do_not_repeat_chance(phone: Phone, hub: RunningHub) -> None:
    seen = set()
    for _ in range(2):
        assert "from-snapshot" in phone.marks()
        phone.tap("button", "Chance").sees("chance ")
        seen.add(phone.words().split("chance ")[1].split("\n")[0])
        again(phone, hub.url)

    assert len(seen) == 2


def test_python_looks_for_waste_when_the_start_is_over(phone: Phone, hub: RunningHub) -> None:
    again(phone, hub.url).page.wait_for_timeout(12_000)

    phone.tap("button", "Waste").sees("collects True")


def test_a_link_leaves_its_secret_to_python_and_not_in_the_address(phone: Phone, hub: RunningHub) -> None:
    phone.open(hub.url + "/#join=c2VjcmV0", semantics=False)
    phone.until("!location.hash", "the page that the link begins anew")
    wait_for_mark(phone, "first-screen")
    phone.awake().sees("welcome")
    phone.tap("button", "Begin").sees("taps 0")

    assert "join" not in phone.page.url
    phone.tap("button", "Secret").sees("secret c2VjcmV0")


def test_files_go_out_and_come_in(phone: Phone, tmp_path: Path) -> None:
    with phone.page.expect_download() as out:
        phone.tap("button", "Save a file")
    out.value.save_as(tmp_path / "kept.txt")
    assert (tmp_path / "kept.txt").read_text("utf-8") == "æøå"

    with phone.page.expect_file_chooser() as chooser:
        phone.press("button", "Pick a file")
    chooser.value.set_files(tmp_path / "kept.txt")
    phone.sees("kept.txt: æøå")

    (tmp_path / "long.txt").write_bytes(b"x" * 1_000)
    with phone.page.expect_file_chooser() as chooser:
        phone.press("button", "Pick a file")
    chooser.value.set_files(tmp_path / "long.txt")
    phone.reads("long.txt: " + "x" * 21)


def test_two_people_share_a_browser_and_see_their_own(
    new_phone: Callable[..., Phone], begun: Begun, hub: RunningHub
) -> None:
    phone = again(new_phone(like=begun.profile), hub.url)
    phone.tap("button", "Keep").sees("taps 1")
    phone.open(hub.url, semantics=False)
    phone.page.locator("#lock [data-picture=new]").click()
    phone.awake().sees("welcome")
    phone.tap("button", "Begin").sees("taps 0")

    first, second = phone.ask("JSON.parse(localStorage.profiles).map(({id}) => id)")
    phone.open(hub.url, semantics=False).pin(PIN, person=first)
    phone.sees("taps 1")
    phone.open(hub.url, semantics=False).pin(PIN, person=second)
    phone.sees("taps 0")
