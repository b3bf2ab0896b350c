"""An outreach worker keeps the people she met, without signal, and her colleague has them when it is back."""

from __future__ import annotations

from datetime import date, timedelta

import httpx
import pytest

from app.domain.followups import followups_due, is_due
from app.journeys.contacts import change_contact, log_contact, remove_contact
from app.ports import Refusal
from app.records import Contact
from sync.errors import SyncError
from tests.world import Organisation, Phone

AMINA = {
    "name": "أمينة Østergård",
    "phone": "20 30 40 50",
    "address": "Egeparken 12, 2. th",
    "language": "العربية",
    "channel": "door",
    "outcome": "interested",
    "note": "Hun vil gerne høre om sprogcaféen — مع أختها",
}


def log(phone: Phone, /, **said: object) -> Contact:
    return log_contact(phone.ports, row=phone.ports.new_row(), **(AMINA | said))  # type: ignore[arg-type]


def test_a_contact_logged_without_signal_is_on_the_colleagues_phone_later(org: Organisation) -> None:
    org.world.hub_down = True
    kept = log(org.worker)
    org.worker.kill()
    org.worker.unlock()
    assert org.worker.store.get(Contact, kept.id) is not None
    assert org.worker.store.whereabouts(kept).here
    assert org.worker.store.waiting().things == 1

    org.world.hub_down = False
    org.worker.sync()
    assert org.worker.store.whereabouts(kept).at == org.world.now_ms
    assert org.worker.store.waiting().things == 0
    org.coordinator.sync()
    there = org.coordinator.store.get(Contact, kept.id)
    assert there
    assert {name: getattr(there, name) for name in AMINA} == AMINA
    assert there.met_on == org.worker.ports.today()


def test_only_outreach_has_the_contacts(org: Organisation) -> None:
    log(org.worker)
    org.world.sync_all()
    assert org.mentor.store.find(Contact) == []
    assert org.mentee.store.find(Contact) == []


def test_quick_double_taps_keep_one_contact(org: Organisation) -> None:
    row = org.worker.ports.new_row()
    for _ in range(3):
        log_contact(org.worker.ports, row=row, name="Ali")
    org.worker.sync()
    org.coordinator.sync()
    assert [c.name for c in org.coordinator.store.find(Contact)] == ["Ali"]


def test_two_who_change_other_fields_both_count(org: Organisation) -> None:
    row = log(org.worker).id
    org.world.sync_all()
    for phone, fields in ((org.worker, {"phone": "11111111"}), (org.coordinator, {"address": "Birkeparken 1"})):
        shown = phone.store.get(Contact, row)
        assert shown
        change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), **fields)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        now = phone.store.get(Contact, row)
        assert now
        assert (now.phone, now.address) == ("11111111", "Birkeparken 1")


def test_two_notes_written_apart_stand_side_by_side_on_both_phones(org: Organisation) -> None:
    row = log(org.worker, note="").id
    org.world.sync_all()
    for phone, note in ((org.worker, "from Sofie"), (org.coordinator, "from Karen")):
        shown = phone.store.get(Contact, row)
        assert shown
        change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), note=note)
        org.world.later(minutes=1)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        now = phone.store.get(Contact, row)
        assert now
        assert [(one.text, one.who) for one in phone.store.rivals(now)["note"]] == [
            ("from Karen", "Karen"),
            ("from Sofie", "Sofie"),
        ]
    settled = org.worker.store.get(Contact, row)
    assert settled
    saw = org.worker.store.seen(settled).settling()
    change_contact(org.worker.ports, shown=settled, saw=saw, note="from both")
    org.world.sync_all()
    now = org.coordinator.store.get(Contact, row)
    assert now
    assert now.note == "from both"
    assert org.coordinator.store.rivals(now) == {}


def test_a_removed_contact_is_removed_everywhere(org: Organisation) -> None:
    row = log(org.worker).id
    org.world.sync_all()
    shown = org.coordinator.store.get(Contact, row)
    assert shown
    remove_contact(org.coordinator.ports, shown=shown, saw=org.coordinator.store.seen(shown))
    org.world.sync_all()
    assert org.worker.store.find(Contact) == []
    assert org.coordinator.store.find(Contact) == []


def test_a_phone_whose_clock_is_years_off_keeps_the_order_of_writing(org: Organisation) -> None:
    row = log(org.worker).id
    org.world.sync_all()
    org.worker.clock.bent_ms = -3 * 365 * 86_400_000
    shown = org.worker.store.get(Contact, row)
    assert shown
    change_contact(org.worker.ports, shown=shown, saw=org.worker.store.seen(shown), phone="99999999")
    changed = org.worker.store.get(Contact, row)
    assert changed
    assert changed.phone == "99999999"
    org.worker.sync()
    org.coordinator.sync()
    now = org.coordinator.store.get(Contact, row)
    assert now
    assert now.phone == "99999999"


def test_what_was_removed_stays_so_though_the_clock_was_set_back_while_an_answer_was_lost(org: Organisation) -> None:
    def lost(path: str, answer: bytes) -> bytes:
        raise httpx.ReadError("no answer")

    org.world.sync_all()
    org.world.later(hours=1)
    log(org.worker)
    org.worker.wire.spoil = lost
    with pytest.raises(SyncError):
        org.worker.sync()
    org.worker.wire.spoil = None
    org.worker.clock.bent_ms = -40 * 86_400_000
    (shown,) = org.worker.store.find(Contact)
    remove_contact(org.worker.ports, shown=shown, saw=org.worker.store.seen(shown))
    assert org.worker.store.find(Contact) == []
    org.worker.sync()
    assert org.worker.store.find(Contact) == []
    org.coordinator.sync()
    assert org.coordinator.store.find(Contact) == []


@pytest.mark.parametrize(
    "said",
    [
        {"name": "", "phone": " ", "address": ""},
        {"met_on": date(2027, 1, 1)},
        {"met_on": date(2026, 3, 1), "followup_on": date(2026, 2, 1)},
        {"note": "x" * 20_001},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(org: Organisation, said: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        log(org.worker, **said)
    assert org.worker.store.count(Contact) == 0


def test_text_is_kept_without_what_cannot_be_seen(org: Organisation) -> None:
    kept = log(org.worker, name="  Ali\u202e \x00 Hassan\n", note="one\r\ntwo\u0007")
    assert (kept.name, kept.note) == ("Ali Hassan", "one\ntwo")


def test_the_mentor_has_no_area_to_keep_a_contact_in(org: Organisation) -> None:
    with pytest.raises(Refusal):
        log(org.mentor)


def test_today_names_who_waits(org: Organisation) -> None:
    today = org.worker.ports.today()
    log(org.worker, name="late", followup_on=today, met_on=today)
    log(org.worker, name="later", followup_on=today + timedelta(days=1))
    store = org.worker.store
    assert [due.contact.name for due in followups_due(store.find(Contact, is_due(today)), today)] == ["late"]
