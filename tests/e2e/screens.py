"""make screens: every screen of every demo person, light and dark, in Danish and Arabic, into build/out/screens/.

python -m tests.e2e.screens              all
python -m tests.e2e.screens ar narrow    only these tours
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from build.pwa.__main__ import make_page, own_version
from build.pwa.places import OUT
from tests.e2e import tours
from tests.e2e.browser import NotSeen, Phone, phones
from tests.e2e.camera import Camera, write_index
from tests.e2e.film import film
from tests.e2e.hub import RunningHub
from tests.e2e.organisation import Organisation, make_organisation
from tests.e2e.person import Person
from tests.e2e.wire import Wire

SCREENS = OUT / "screens"
LANGUAGES = ("da", "ar", "en")
PEOPLE = ("sofie", "henrik", "karen", "amina")
TWO = ("sofie", "henrik")
NARROW, IPHONE = "narrow", "iphone"
LOCALES = {"da": "da-DK"}


def main() -> int:
    """Exit code 1 when a tour did not reach its end; what it saw until then is kept."""
    wanted = sys.argv[1:] or [*LANGUAGES, NARROW]
    make_page(OUT / "pwa", own_version())
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_organisation(folder / "demo")
        hub = RunningHub(folder / "demo", OUT / "pwa")
        with Wire("") as wire:
            organisation = Organisation(folder / "demo", hub, wire)
            links = {(code, key): organisation.link(key) for code in wanted for key in PEOPLE}
            with hub:
                wire.lead_to(hub.url)
                for code in wanted:
                    for column in SCREENS.glob(f"{code}-*"):
                        shutil.rmtree(column)
                    for key in ("", IPHONE, *PEOPLE) if code in ("da", "ar") else ("sofie",):
                        lost += not _tour(code, key, organisation, links.get((code, key), ""), folder)
                for code in [one for one in wanted if one in ("da", "ar")]:  # last: they change the keys of all
                    lost += not _two(code, organisation, folder)
    print(write_index(SCREENS))
    return 1 if lost else 0


def _tour(code: str, key: str, organisation: Organisation, link: str, folder: Path) -> bool:
    """One person in one language, from her first start on."""
    began = time.monotonic()
    language = "da" if code == NARROW else code
    themes = ("light", "dark") if code in ("da", "ar") else ("light",)
    camera = CAMERAS.setdefault(code, Camera(SCREENS, code, themes))
    with phones() as new_phone:
        phone = new_phone(folder / f"{code}-{key}", **_how(code, key, folder))
        person = Person(phone, language, organisation.wire.url + "/")
        try:
            _walk(code, key, phone, person, camera, organisation, link)
        except NotSeen as no:
            print(f"{code} {key or 'newcomer'} stopped: {no}", file=sys.stderr)
            camera.shot(phone, f"stopped-{key}")
            return False
        finally:
            organisation.wire.refuse = ""  # a tour that stopped half-way
            print(f"{code} {key or 'newcomer'}: {time.monotonic() - began:.0f} s", flush=True)
    return True


def _two(code: str, organisation: Organisation, folder: Path) -> bool:
    """Sofie and Henrik, and then her two phones: invited now, with the keys as they are."""
    organisation.hub.kill()
    links = [organisation.link(key) for key in TWO]
    organisation.hub.start()
    began, camera = time.monotonic(), CAMERAS[code]
    with phones() as new_phone:
        sofie, henrik, second = (
            Person(new_phone(folder / f"{code}-two-{name}"), code, organisation.wire.url + "/")
            for name in ("sofie", "henrik", "second")
        )
        try:
            for person, link in zip((sofie, henrik), links, strict=True):
                person.begin(link).synced()
            tours.two(sofie, henrik, second, camera)
        except NotSeen as no:
            print(f"{code} two stopped: {no}", file=sys.stderr)
            camera.shot(sofie.phone, "stopped-two")
            return False
        finally:
            print(f"{code} two: {time.monotonic() - began:.0f} s", flush=True)
    return True


def _how(code: str, key: str, folder: Path) -> dict[str, Any]:
    """A newcomer has a camera that sees a code of somebody else; an iPhone says that it is one."""
    if key == "":
        return {"arguments": film(folder / "film.y4m", ["https://menu.invalid/today"])}
    return {"agent": tours.IPHONE, "locale": LOCALES.get(code, code)} if key == IPHONE else {}


CAMERAS: dict[str, Camera] = {}


def _walk(
    code: str, key: str, phone: Phone, person: Person, camera: Camera, organisation: Organisation, link: str
) -> None:
    if key == "":
        return tours.newcomer(phone, person, camera)
    if key == IPHONE:
        return tours.iphone(phone, person, camera)
    if code == NARROW:
        return tours.narrow(phone, person.begin(link).synced(), camera)
    if key == "sofie":
        tours.joining(phone, person, camera, link)
        return tours.worker(phone, person, camera, organisation)
    person.begin(link).settled()
    return {"henrik": tours.coordinator, "karen": tours.mentor, "amina": tours.mentee}[key](phone, person, camera)


if __name__ == "__main__":
    raise SystemExit(main())
