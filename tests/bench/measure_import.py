"""A list of 5,000 contacts brought in, in Chromium, by the worker of the demo: from the tap to the report."""

from __future__ import annotations

import time
from pathlib import Path

from tests.demo.running import Running
from tests.e2e.browser import phones
from tests.e2e.person import Person
from tests.imports.lists import many, written

LINES = 5_000


def measure(folder: Path) -> dict[str, float]:
    """`read_5000_s`: from the chosen file to the preview; `import_5000_s`: from there to the last line kept."""
    listed = folder / "kontakter.csv"
    listed.write_bytes(written(many(LINES), encoding="cp1252"))
    with Running(folder / "demo") as demo, phones() as new_phone:
        sofie = Person(new_phone(folder / "profile"))
        sofie.begin(demo.url + demo.tap("sofie"))
        return bringing(sofie, listed)


def bringing(worker: Person, listed: Path) -> dict[str, float]:
    """Today is on the screen; afterwards the report is."""
    t, phone = worker.t, worker.phone
    worker.to("More").tap("Import contacts")
    with phone.page.expect_file_chooser() as chooser:
        phone.press("button", t("Choose a file"))
    began = time.monotonic()
    chooser.value.set_files(listed)
    go = t.many("Import %(num)d line", "Import %(num)d lines", LINES)
    phone.find("button", go)
    read = time.monotonic()
    phone.tap("button", go)
    phone.sees(t.many("%(num)d contact is kept on this phone.", "%(num)d contacts are kept on this phone.", LINES))
    return {"read_5000_s": read - began, "import_5000_s": time.monotonic() - read}
