"""On a home screen the app stands under our name or a neutral one; nothing in a neutral one tells what it is for."""

from __future__ import annotations

import json
import re
from pathlib import Path

from app.domain.app_names import APP_NAMES, OURS, app_name
from build.pwa.manifests import only_to_install, write_manifests
from build.pwa.places import ASSETS

NEUTRAL = [key for key in APP_NAMES if key != OURS]
BETRAYS = re.compile(r"bro|bridge|ment|help|hjælp|kvinde|women|social|job|kommune|0F6B5C", re.IGNORECASE)


def test_each_name_is_an_app_of_its_own_with_icons_that_are_there(tmp_path: Path) -> None:
    write_manifests(tmp_path)
    found = [json.loads(one.read_text()) for one in sorted(tmp_path.iterdir())]
    assert sorted(one["short_name"] for one in found) == sorted(APP_NAMES.values())
    assert len({one["id"] for one in found}) == len(APP_NAMES)
    for one in found:
        assert any(icon.get("purpose") == "maskable" for icon in one["icons"])
        assert all((ASSETS / icon["src"]).is_file() for icon in one["icons"])


def test_a_neutral_one_says_nothing_but_a_name_a_picture_and_where_it_starts(tmp_path: Path) -> None:
    write_manifests(tmp_path)
    for key in NEUTRAL:
        said = (tmp_path / f"manifest-{key}.webmanifest").read_text()
        assert not BETRAYS.search(said)
        assert json.loads(said)["start_url"] == f"/?as={key}"
    assert BETRAYS.search((tmp_path / "manifest.webmanifest").read_text())  # what is asked above can be found


def test_icons_of_neutral_names_are_fetched_to_install_and_not_kept_on_every_phone() -> None:
    assert all(only_to_install(f"/icons/{key}-icon-192.png") for key in NEUTRAL)
    assert not only_to_install("/icons/icon-192.png")
    assert not only_to_install("/manifest.webmanifest")


def test_a_name_of_a_newer_app_is_ours() -> None:
    assert app_name("weather") == "Brobygger"
