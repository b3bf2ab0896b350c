"""Contact sheets: each screen of a mentee's in each language, as on several phones, a page per language and phone.

python -m tests.e2e.sheets              all, into build/out/screens/
python -m tests.e2e.sheets ar x-none    only these
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from html import escape
from pathlib import Path
from typing import NamedTuple

from app.i18n.pseudo import LONG, MIRRORED, NO_TEXT
from app.views.strength_words import STRENGTHS
from build.pwa.__main__ import make_page, own_version
from build.pwa.places import OUT
from tests.e2e import by_address
from tests.e2e.browser import LOCK_SHOWN, NotSeen, Phone, phones
from tests.e2e.camera import at_rest
from tests.e2e.hub import RunningHub
from tests.e2e.organisation import Organisation, make_organisation
from tests.e2e.person import PIN, Person
from tests.e2e.speaking import DEVICE
from tests.e2e.wire import Wire

SCREENS = OUT / "screens"
LANGUAGES = ("da", "ar", "so", "ti", "uk", NO_TEXT, LONG, MIRRORED)
STRENGTH = next(iter(STRENGTHS))
STOPS = (
    "", "others", "steps", "step", "wants", "times", "help", "letters", "letter", "who", "about", "yes", "yes/notes",
    "passed", "agreement", "strengths", "strengths/choose", f"strengths/one/{STRENGTH}",
    "practise", "practise/now", "practise/can", "practise/book",
    "badge", "more", "more/language", "more/hide", "more/called",
)  # fmt: skip
"""Addresses; `step` and `letter` are what the screen before them leads to."""
LEADS = {"step": "Ringe selv til sprogskolen", "letter": "From the school"}
LITTLE = ("", "others", "steps", "times", "wants")


class Glass(NamedTuple):
    """A phone; `letters` of the document, and how many glasses one below the other are looked at."""

    wide: int
    high: int
    letters: str = ""
    glasses: int = 1
    simple: str = ""
    stops: tuple[str, ...] = STOPS


GLASS = {
    "390x844": Glass(390, 844),
    "320x640": Glass(320, 640, "32px", 2),
    "little": Glass(390, 844, simple="yes", stops=LITTLE),
}
REMEMBER = "localStorage.settings = JSON.stringify({{...JSON.parse(localStorage.settings), {}: '{}'}})"
COLUMNS, WIDE = 9, 200


def main() -> int:
    """Exit code 1 when a language did not reach its last screen; what was seen until then is laid out."""
    wanted = sys.argv[1:] or LANGUAGES
    make_page(OUT / "pwa", own_version())
    lost = 0
    with tempfile.TemporaryDirectory() as name, Wire("") as wire:
        folder = Path(name)
        make_organisation(folder / "demo")
        hub = RunningHub(folder / "demo", OUT / "pwa")
        organisation = Organisation(folder / "demo", hub, wire)
        link = organisation.link("amina")
        with hub, phones() as new_phone:
            wire.lead_to(hub.url)
            phone = new_phone(folder / "amina", calm=True)
            _choose_a_strength(Person(phone).begin(link).settled())
            phone.page.add_init_script(DEVICE)
            for code in wanted:
                began = time.monotonic()
                lost += not _seen(Person(phone, code, wire.url + "/"))
                print(f"{code}: {time.monotonic() - began:.0f} s", flush=True)
                for glass in GLASS:
                    print(lay_out(phone, SCREENS / f"her-{code}-{glass}"), flush=True)
    return 1 if lost else 0


def _choose_a_strength(person: Person) -> None:
    by_address.go_to(person.phone, "strengths/choose")
    person.sees("Choose up to five. You can change them any time.").starts_with(STRENGTHS[STRENGTH][1])


def _seen(person: Person) -> bool:
    """All her screens in her language, on one phone and then on the other."""
    phone, code = person.phone, person.t.code
    phone.ask(REMEMBER.format("language", code))
    try:
        for glass in GLASS:
            _walk(person, glass, _emptied(SCREENS / f"her-{code}-{glass}"))
    except NotSeen as no:
        print(f"{code} stopped: {no}", file=sys.stderr)
        return False
    return True


def _walk(person: Person, glass: str, folder: Path) -> None:
    """Each screen where it begins, and on a phone with more glasses also further down."""
    phone = person.phone
    wide, high, letters, glasses, simple, stops = GLASS[glass]
    phone.ask(REMEMBER.format("simple", simple))
    phone.page.set_viewport_size({"width": wide, "height": high})
    phone.open(person.address, semantics=False)
    phone.until(LOCK_SHOWN, "the lock")
    phone.letters(letters)
    phone.page.wait_for_timeout(500)
    (folder / "00-lock.png").write_bytes(phone.page.screenshot())
    phone.pin(PIN)
    phone.until("typeof voicesCome !== 'function' || (voicesCome(), true)", "the voices")
    phone.page.wait_for_timeout(3000)
    for nth, stop in enumerate(stops, 1):
        go_to(person, stop)
        seen = at_rest(phone)
        name = f"{nth:02d}-{(stop or 'home').replace('/', '-')}"
        (folder / f"{name}.png").write_bytes(seen)
        for further in range(1, glasses):
            _scroll(phone, wide, high)
            below = at_rest(phone)
            if below == seen:
                break
            (folder / f"{name}~{further}.png").write_bytes(below)


def _scroll(phone: Phone, wide: int, high: int) -> None:
    """And the pointer off the glass again, or what is under it is shaded."""
    phone.page.mouse.move(wide / 2, high / 2)
    phone.page.mouse.wheel(0, high * 0.6)
    phone.page.wait_for_timeout(300)
    phone.page.mouse.move(2, 2)


def go_to(person: Person, stop: str) -> None:
    """By its address, as the browser's own history would; until something else is to be read."""
    phone = person.phone
    before = phone.words()
    if stop in LEADS:
        name = LEADS[stop] if stop == "step" else person.t(LEADS[stop])
        begins = re.compile(f"^[\u2066-\u2069]*{re.escape(name)}(?![•\\w])")  # not the speaker that says it
        phone.page.get_by_role("button", name=begins).first.dispatch_event("click")
    else:
        phone.ask(by_address.GO.format(stop))
    if stop:
        by_address.until_other(phone, before)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def lay_out(phone: Phone, folder: Path) -> Path:
    """One picture of all pictures in that folder, beside it."""

    def figure(file: Path) -> str:
        return (
            f'<figure><img src="{file.as_uri()}" width="{WIDE}"><figcaption>{escape(file.stem)}</figcaption></figure>'
        )

    style = (
        f"body{{margin:8px;background:#777;font:13px sans-serif;display:grid;gap:8px;"
        f"grid-template-columns:repeat({COLUMNS},{WIDE}px)}}figure{{margin:0}}"
    )
    page = folder / "sheet.html"
    head = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    page.write_text(
        f"{head}<style>{style}</style>" + "".join(figure(file) for file in sorted(folder.glob("*.png"))),
        "utf-8",
    )
    tab = phone.new_tab()
    tab.set_viewport_size({"width": COLUMNS * (WIDE + 8) + 8, "height": 900})
    tab.goto(page.as_uri())
    sheet = folder.with_suffix(".png")
    tab.screenshot(path=str(sheet), full_page=True)
    tab.close()
    page.unlink()
    return sheet


if __name__ == "__main__":
    raise SystemExit(main())
