"""Who begins on a phone asks its browser to keep what is kept; a browser that asks her in turn holds nobody up."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.browser import Phone
from tests.e2e.organisation import Organisation
from tests.e2e.person import Person

ASKED = """(() => {
  globalThis.asked = 0;
  StorageManager.prototype.persist = function () {
    globalThis.asked += 1;
    return new Promise(() => {});
  };
})()"""
"""As where a browser asks the person, who does not answer."""


def test_at_the_first_start_the_browser_is_asked_to_keep_everything_and_is_not_waited_for(
    organisation: Organisation, new_phone: Callable[..., Phone]
) -> None:
    organisation.hub.kill()
    link = organisation.link("sofie")
    organisation.hub.start()
    phone = new_phone("sofie")
    phone.page.add_init_script(ASKED)

    Person(phone).begin(link).synced()

    assert phone.ask("globalThis.asked") == 1
