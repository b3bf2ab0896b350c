"""A phone in the tests: Chromium at 390x844 on one profile folder, driven by role and name through Flutter's semantics.

    with phones() as new_phone:
        karen = new_phone(tmp_path / "karen", locale="da-DK").open(url)
        karen.tap("button", "Save")
        karen.sees("Kept")
        karen.kill()                       # SIGKILL, as a phone that runs out of power
        karen.start().open(url)            # the same profile again

Nothing here needs `unsafe-eval`: Playwright's wait_for_function does and our CSP refuses it, so we ask again.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import BrowserContext, Locator, Page, Playwright, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.e2e import chromium
from tests.e2e.elsewhere import Elsewhere

PATIENCE_S = 60.0
STEP_S = 0.05
ECHO_S = 0.3
"""Flutter takes a click for the echo of a pointer that went up a twentieth of a second ago, and does nothing."""
REST_S, REST_TRIES = 0.3, 20
"""A screen slides in, and a busy machine draws few pictures of that: what stands still for two of them may yet move."""
STILL_S = 0.15
SEMANTICS_ON = """(() => {
  if (document.querySelector("flt-semantics-host flt-semantics")) return true;
  document.querySelector("flt-semantics-placeholder")?.click();
  return false;
})()"""
COUNTS_CHANGES = """(() => {
  globalThis.changes = 0;
  new MutationObserver(() => (globalThis.changes += 1))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})()"""
"""To read a screen costs its page some 20 ms, which a busy machine does not have: it is read when it has changed."""
LOOK_ANYWAY_S = 1.0
LOCK_SHOWN = "document.querySelector('#lock')?.hidden === false"
LETTERS = """high => {
  const said = new CSSStyleSheet();
  said.replaceSync(high && `html:root { font-size: ${high} !important }`);
  document.adoptedStyleSheets = [said];
  document.documentElement.style.setProperty("--letters", high);  // Flutter looks at the height when the style changes
}"""
UNTIED = "e => { e.removeAttribute('autocorrect'); e.dataset.untied = true; }"
TIED = """(() => {
  const e = document.activeElement;
  return e?.getAttribute("autocorrect") === "on" || (!!e?.dataset.untied && e.hasAttribute("autocorrect"));
})()"""
"""Flutter writes that into a field when its own editing begins to listen to it; what comes before is lost."""
POLICY = "Content Security Policy"
TYPING_IN = "(() => { const e = document.activeElement; return e && 'value' in e ? e.value : null; })()"


class NotSeen(AssertionError):
    """What a test waited for did not come; the text says what was on the screen instead."""


class Phone:
    """One profile folder with a browser on it. `page` is Playwright's, for what the verbs here do not cover."""

    def __init__(
        self,
        playwright: Playwright,
        profile: Path,
        elsewhere: Elsewhere,
        *,
        locale: str,
        dark: bool = False,
        arguments: Sequence[str] = (),
        agent: str | None = None,
        calm: bool = False,
    ) -> None:
        self.profile = profile
        self.locale = locale
        self.dark = dark
        self.arguments = arguments
        self.agent = agent
        self.calm = calm
        self.errors: list[str] = []
        self._playwright = playwright
        self._elsewhere = elsewhere
        self._context: BrowserContext | None = None
        self.page: Page

    # -- the browser ------------------------------------------------------------------------------------------

    def start(self) -> Self:
        """Start the browser on the profile, with one empty page."""
        found = chromium.find_chromium()
        self._context = self._playwright.chromium.launch_persistent_context(
            str(self.profile),
            executable_path=found.path,
            env=found.environment,
            headless=True,
            args=[*chromium.ARGUMENTS, f"--proxy-server={self._elsewhere.address}", *self.arguments],
            user_agent=self.agent,
            locale=self.locale,
            color_scheme="dark" if self.dark else "light",
            viewport={"width": 390, "height": 844},
            device_scale_factor=1 if self.calm else 2,
            reduced_motion="reduce" if self.calm else None,
            is_mobile=True,
            has_touch=True,
        )
        self._context.add_init_script(COUNTS_CHANGES)
        self._context.on("page", self._listen)
        self.page = self._context.pages[0]
        self._listen(self.page)
        return self

    def kill(self) -> None:
        """SIGKILL to the browser and all its processes."""
        chromium.kill(self.profile)
        self.close()

    def close(self) -> None:
        """Close the browser as a person would; nothing if it is closed or dead already."""
        context, self._context = self._context, None
        if context:
            with contextlib.suppress(BrowserError):
                context.close()

    def new_tab(self) -> Page:
        """Another tab of the same profile."""
        if not self._context:
            raise NotSeen("the browser is not running")
        return self._context.new_page()

    def cut(self, off: bool = True) -> None:
        """Take the network away (or give it back). Killing the hub is the stronger proof."""
        if self._context:
            self._context.set_offline(off)

    @property
    def foreign(self) -> list[str]:
        """Every request of any phone of this test that was meant for another host."""
        return list(self._elsewhere.asked)

    def _listen(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    # -- the page ---------------------------------------------------------------------------------------------

    def open(self, url: str, *, semantics: bool = True, patience_s: float = 90) -> Self:
        """Go there; with `semantics`, wait until Flutter has drawn and its semantics tree is there."""
        self.page.goto(url, wait_until="commit")
        return self.awake(patience_s) if semantics else self

    def awake(self, patience_s: float = 90) -> Self:
        """Wait until Flutter's semantics tree is there."""
        self.until(SEMANTICS_ON, "Flutter's first screen", patience_s)
        return self

    def ask(self, javascript: str) -> Any:  # the page answers with whatever it likes
        """The value of an expression in the page."""
        return self.page.evaluate(javascript)

    def letters(self, high: str) -> Self:
        """Usual letters of that height ("32px"; "": the browser's own), as set in a browser: until the next page.

        The page sets its own in the document, and anew with each thing that is remembered.
        """
        self.page.evaluate(LETTERS, high)
        return self

    def until(self, javascript: str, what: str, patience_s: float = PATIENCE_S) -> None:
        """Ask again until the expression is true; a page that is just being replaced counts as "not yet"."""

        def true_now() -> bool:
            return bool(self.page.evaluate(javascript))

        self._wait(true_now, what, patience_s)

    def sees(self, text: str, *, patience_s: float = PATIENCE_S) -> Self:
        """Wait until this text is somewhere on the screen."""
        self.comes(lambda: text in self.words(), repr(text), patience_s)
        return self

    def reads(self, text: str, *, patience_s: float = PATIENCE_S) -> Self:
        """Wait until one piece of the screen says this and nothing more."""
        piece = self.page.get_by_text(text, exact=True).or_(self.page.get_by_label(text, exact=True))
        self.comes(lambda: piece.count() > 0, f"{text!r} alone", patience_s)
        return self

    def sees_no(self, text: str, *, patience_s: float = PATIENCE_S) -> Self:
        """Wait until this text is nowhere on the screen."""
        self.comes(lambda: text not in self.words(), f"a screen without {text!r}", patience_s)
        return self

    def words(self) -> str:
        """All that a screen reader would find: the semantics tree, or the plain page where there is none."""
        host = self.page.locator("flt-semantics-host")
        found = host if host.count() else self.page.locator("body")
        return plain(found.first.aria_snapshot())

    def tap(self, role: str, name: str, *, exact: bool = True, patience_s: float = PATIENCE_S) -> Self:
        """A tap that no overlay can catch: the click goes to the semantics node itself."""
        self.find(role, name, exact=exact, patience_s=patience_s).dispatch_event("click")
        return self

    def press(self, role: str, name: str, *, exact: bool = True, patience_s: float = PATIENCE_S) -> Self:
        """A real pointer at that place, once it rests there; a dropdown wants this one."""
        return self.press_on(self.find(role, name, exact=exact, patience_s=patience_s))

    def press_on(self, found: Locator) -> Self:
        """What slides may not hear, so this waits until it stands still."""
        was = None
        for _ in range(REST_TRIES):
            now = found.bounding_box()
            if now is not None and now == was:
                break
            was = now
            self.page.wait_for_timeout(REST_S * 1000)
        found.click()
        return self.let_go()

    def rests(self) -> Self:
        """Wait until nothing of the page has changed between two looks; what never rests is not waited for."""
        seen = None
        for _ in range(REST_TRIES):
            changes = self.ask("globalThis.changes")
            if changes == seen:
                break
            seen = changes
            self.page.wait_for_timeout(STILL_S * 1000)
        return self

    def let_go(self) -> Self:
        """A real pointer or finger has just left the glass; nobody taps again at once."""
        self.page.wait_for_timeout(ECHO_S * 1000)
        return self

    def has(self, role: str, name: str, *, exact: bool = True) -> bool:
        """True when it is there now."""
        return self._locator(role, name, exact).count() > 0

    def find(self, role: str, name: str, *, exact: bool = True, patience_s: float = PATIENCE_S) -> Locator:
        """The first node of that role and name, waited for."""
        found = self._locator(role, name, exact)
        self.comes(lambda: found.count() > 0, f"{role} {name!r}", patience_s)
        return found.first

    def type(self, label: str, text: str, *, exact: bool = True, patience_s: float = PATIENCE_S) -> Self:
        """Replace what stands in the field of that name by this text, as one paste, and see that it arrived."""
        field = self.find("textbox", label, exact=exact, patience_s=patience_s)
        for tries in range(6):  # patient with a busy machine
            self.begin_to_type(field, tries + 1)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.press("Delete")
            self.page.keyboard.insert_text(text)
            self.page.wait_for_timeout(150)
            if self.ask(TYPING_IN) == text:
                return self
        raise NotSeen(f"{text!r} did not stay in the field {label!r}; there is: {self.ask(TYPING_IN)!r}")

    def begin_to_type(self, field: Locator, patience_s: float) -> None:
        """Flutter listens to the field, or that long has passed: it does not say so of one it listens to already."""
        field.evaluate(UNTIED)
        field.focus()  # no pointer: what is above it may still move
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline and not self.ask(TIED):
            self.page.wait_for_timeout(STEP_S * 1000)

    def pin(self, digits: str, *, person: str | None = None, opens: bool = True) -> Self:
        """Type a PIN on the HTML lock (of that profile id); when it `opens`, wait until the first screen is there."""
        self.until(LOCK_SHOWN, "the lock")
        if person is not None:
            self.page.locator(f'#lock [data-person="{person}"]').click()
        self.page.keyboard.type(digits)
        self.page.keyboard.press("Enter")
        return self.opened() if opens else self

    def opened(self, patience_s: float = 90) -> Self:
        """Wait until the lock is gone and what lay behind it can be read."""
        self.until(
            "!document.getElementById('lock') || document.getElementById('lock').hidden", "an open lock", patience_s
        )
        return self.awake(patience_s)

    def marks(self) -> dict[str, float]:
        """What the page marked while it started: name → milliseconds since the navigation."""
        found: dict[str, float] = self.ask(
            "Object.fromEntries(performance.getEntriesByType('mark').map(m => [m.name, m.startTime]))"
        )
        return found

    def shot(self, path: Path) -> Path:
        """A picture of what is on the screen now."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(path))
        return path

    def _locator(self, role: str, name: str, exact: bool) -> Locator:
        return self.page.get_by_role(role, name=name, exact=exact)  # type: ignore[arg-type]  # a role is any ARIA word

    def comes(self, drawn: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
        """Wait until that can be read on the screen."""
        seen, at = None, 0.0

        def true_now() -> bool:
            nonlocal seen, at
            changes = self.page.evaluate("globalThis.changes")
            if changes == seen and time.monotonic() - at < LOOK_ANYWAY_S:
                return False
            seen, at = changes, time.monotonic()
            return drawn()

        self._wait(true_now, what, patience_s)

    def _wait(self, true_now: Callable[[], bool], what: str, patience_s: float) -> None:
        deadline = time.monotonic() + patience_s
        while True:
            with contextlib.suppress(BrowserError):
                if true_now():
                    return
            if time.monotonic() > deadline:
                raise NotSeen(f"{what} did not come within {patience_s:g} s.\n{self._where()}")
            self.page.wait_for_timeout(STEP_S * 1000)

    def _where(self) -> str:
        try:
            return f"At {self.page.url} there was:\n{self.words()}\nErrors: {self.errors[-5:]}"
        except BrowserError as why:
            return f"The page does not answer: {why}"


def plain(snapshot: str) -> str:
    """An ARIA snapshot without its quoting, so that a text is found as it was written."""
    return re.sub(r'\\(["\\])', r"\1", snapshot)


@contextlib.contextmanager
def phones(*, ours: bool = True) -> Iterator[Callable[..., Phone]]:
    """Gives a function that starts a phone on a folder: `new_phone(folder, locale="da-DK", dark=False)`.

    `arguments` are more for the browser's command line, `agent` is what it calls itself. `calm`: few
    pixels, and little that moves: for walks, which look at words; each picture costs a fifth of a small machine.
    Whatever the walk is about, no page of it does what our policy forbids, if they are `ours`.
    """
    started: list[Phone] = []
    with Elsewhere() as elsewhere, sync_playwright() as playwright:

        def new_phone(profile: Path, *, locale: str = "da-DK", **how: Any) -> Phone:
            phone = Phone(playwright, profile, elsewhere, locale=locale, **how)
            started.append(phone)
            return phone.start()

        try:
            yield new_phone
        finally:
            for phone in started:
                phone.close()
        assert not ours or [said for phone in started for said in phone.errors if POLICY in said] == []
