"""python -m build.app_icons: draws the icons of the neutral names, with Chromium; commit what it makes.

The drawings are Fluent Emoji Flat (MIT), as those on the mentee's face (build/pwa/drawings.py).
"""

from __future__ import annotations

import json

from playwright.sync_api import sync_playwright

from app.domain.app_names import APP_NAMES, OURS
from build.pwa.drawings import PACKAGE
from build.pwa.places import ASSETS
from build.pwa.scripts import node_modules

DRAWN = {"notes": "spiral-notepad", "danish": "open-book", "calendar": "tear-off-calendar", "recipes": "pot-of-food"}
GROUND = {"notes": "#FFF3C4", "danish": "#DCEBFA", "calendar": "#FBE3E1", "recipes": "#E3F2DF"}
SIZES = {"icon-192": 192, "icon-512": 512, "icon-apple-180": 180, "icon-maskable-512": 512}
SHARE = {"maskable": 0.5, "apple": 0.68}
"""How much of the ground the drawing fills: a launcher may cut a maskable icon down to a circle."""


def main() -> None:
    """A drawing on a pale ground; rounded where the system does not do it."""
    drawn = json.loads((node_modules() / PACKAGE / "icons.json").read_text())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for key in APP_NAMES:
            if key == OURS:
                continue
            body = drawn["icons"][DRAWN[key]]["body"]
            for name, size in SIZES.items():
                share = next((part for kind, part in SHARE.items() if kind in name), 0.68)
                inner = round(size * share)
                corner = 0 if "maskable" in name or "apple" in name else round(size * 0.2)
                page = browser.new_page(viewport={"width": size, "height": size})
                page.set_content(
                    "<style>html,body{margin:0;height:100%;background:transparent}"
                    f"body{{display:grid;place-items:center;background:{GROUND[key]};border-radius:{corner}px}}</style>"
                    f'<svg viewBox="0 0 32 32" width="{inner}" height="{inner}" style="display:block">{body}</svg>'
                )
                page.screenshot(path=ASSETS / "icons" / f"{key}-{name}.png", omit_background=corner > 0)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
