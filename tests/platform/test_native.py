"""A desktop, or a test phone: one folder."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from app.platform.native import NativePlatform


def test_several_people_use_one_device_each_with_a_journal_of_her_own(tmp_path: Path) -> None:
    first = NativePlatform(tmp_path)
    fox, owl = first.new_profile("fox"), first.new_profile("owl")
    again = NativePlatform(tmp_path)
    assert again.profiles() == [fox, owl]
    paths = {asyncio.run(again.open_profile(profile.id)) for profile in (fox, owl)}
    assert len(paths) == 2


def test_a_profile_that_is_not_there_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        asyncio.run(NativePlatform(tmp_path).open_profile("../somebody"))


def test_the_device_secret_stays_and_depends_on_the_salt_and_the_profile(tmp_path: Path) -> None:
    platform = NativePlatform(tmp_path)
    one, two = platform.new_profile("fox").id, platform.new_profile("owl").id
    secret = asyncio.run(platform.device_secret(one, b"salt"))
    assert len(secret) == 32
    assert asyncio.run(NativePlatform(tmp_path).device_secret(one, b"salt")) == secret
    assert asyncio.run(platform.device_secret(one, b"other")) != secret
    assert asyncio.run(platform.device_secret(two, b"salt")) != secret


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_nobody_else_on_the_machine_reads_the_device_secret(tmp_path: Path) -> None:
    platform = NativePlatform(tmp_path)
    profile = platform.new_profile("fox")
    asyncio.run(platform.device_secret(profile.id, b"salt"))
    mode = (tmp_path / "profiles" / profile.id / "device.key").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_the_secret_of_the_link_is_given_once(tmp_path: Path) -> None:
    platform = NativePlatform(tmp_path, start_secret="abc")
    assert [platform.start_secret(), platform.start_secret()] == ["abc", ""]


def test_small_settings_are_remembered(tmp_path: Path) -> None:
    NativePlatform(tmp_path).remember("language", "ar")
    assert NativePlatform(tmp_path).recall("language") == "ar"
    assert NativePlatform(tmp_path).recall("theme") == ""


def test_a_file_is_handed_out_under_its_own_name_only(tmp_path: Path) -> None:
    NativePlatform(tmp_path / "app").save_file("../../escape.json", "application/json", b"{}")
    assert (tmp_path / "app" / "files" / "escape.json").read_bytes() == b"{}"
