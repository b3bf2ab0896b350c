"""python -m build.icons: draws the PNG icons from assets/icons/bridge.svg with Chromium; commit what it makes."""

from __future__ import annotations

from playwright.sync_api import sync_playwright

from build.pwa.places import ASSETS

SIZES = {"icon-192": 192, "icon-512": 512, "icon-apple-180": 180, "icon-maskable-192": 192, "icon-maskable-512": 512}
SAFE = 0.8
"""A launcher may cut a maskable icon down to a circle of this share."""


def main() -> None:
    """Square grounds where the system rounds the corners itself; the mark inside the safe zone where it may cut."""
    mark = (ASSETS / "icons" / "bridge.svg").read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, size in SIZES.items():
            rounded = "apple" not in name and "maskable" not in name
            drawn = round(size * (SAFE if "maskable" in name else 1))
            ground = "transparent" if rounded else "#0F6B5C"
            page = browser.new_page(viewport={"width": size, "height": size})
            svg = mark.replace("<svg ", f'<svg width="{drawn}" height="{drawn}" ', 1)
            page.set_content(
                f"<style>html,body{{margin:0;height:100%;background:{ground}}}"
                f"body{{display:grid;place-items:center}}svg{{display:block}}</style>{svg}"
            )
            page.screenshot(path=ASSETS / "icons" / f"{name}.png", omit_background=rounded)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
