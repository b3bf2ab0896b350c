"""The demo as somebody tries it: one browser, a tap on one person and then another, each behind a PIN of her own."""

from __future__ import annotations

from pathlib import Path

from build.demo_content import PEOPLE
from tests.demo.running import Running
from tests.e2e.browser import phones
from tests.e2e.person import Person

WORKER, MENTEE = PEOPLE[0], PEOPLE[3]


def test_two_people_share_one_browser_each_behind_her_own_pin(tmp_path: Path) -> None:
    with Running(tmp_path / "demo") as demo, phones() as new_phone:
        one = Person(new_phone(tmp_path / "browser", calm=True))
        for person, seen in ((WORKER, "Amina Haddad"), (MENTEE, "Prøve en dag i syværkstedet")):
            one.phone.open(f"{demo.url}/demo", semantics=False)
            one.phone.page.click(f"form[action='/demo/{person.key}'] button")
            one.phone.awake()
            one.chooses_language().phone.sees(person.name)
            one.from_the_welcome()
            one.phone.sees(seen, patience_s=60)
        one.phone.open(demo.url, semantics=False)
        one.phone.until("document.querySelectorAll('#lock .people button').length === 3", "two people and a new one")
        assert one.phone.foreign == []
