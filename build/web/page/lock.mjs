// The lock: plain HTML that is there at once, collects the digits while Python wakes, and goes when the first screen is drawn.

import { language, word } from "./words.mjs";
import { recall, remember } from "./settings.mjs";

const SHORTEST = 6;      // as app/journeys/lock.py asks
const LONGEST = 12;
const WAIT_STEP_MS = 250;
export const SOMEONE_NEW = "";

export class Lock {
  // `profiles`: [{id, picture}]; `send(profile, pin)` hands a try to Python; `newcomers`: may somebody new begin here?
  constructor({ profiles, send, newcomers }) {
    this.send = send;
    this.newcomers = newcomers;
    this.pin = "";
    this.given = null;      // the try Python has not answered yet
    this.root = document.getElementById("lock");
    this.dots = this.root.querySelector("output");
    this.name();
    this.meet(profiles);
    this.draw();
    this.onKey = (event) => this.key(event);
    this.root.addEventListener("click", (event) => this.tap(event));
    addEventListener("keydown", this.onKey, true);
    this.behind = new MutationObserver(() => this.coverOthers(true));
    this.behind.observe(document.body, { childList: true });
    this.coverOthers(true);
    this.root.hidden = false;
    performance.mark("lock-usable");
  }

  // Who may open: at first as remembered, then as the device really has it.
  meet(profiles) {
    const last = this.profile ?? recall("last", "");
    this.profiles = profiles;
    this.profile = profiles.find(({ id }) => id === last)?.id ?? profiles[0].id;
    this.drawPeople();
  }

  name() {
    this.root.lang = language();      // Flutter changes the document's when it wakes
    this.root.setAttribute("aria-label", word("unlock"));
    for (const [key, label] of [["back", "delete"], ["done", "done"]]) {
      this.root.querySelector(`[data-key=${key}]`).setAttribute("aria-label", word(label));
    }
  }

  drawPeople() {
    const people = this.root.querySelector(".people");
    people.replaceChildren(
      ...this.profiles.map(({ id, picture }, at) => this.person(id, picture, `${word("person")} ${at + 1}`)),
      ...(this.newcomers ? [this.person(SOMEONE_NEW, "new", word("someoneNew"))] : []),
    );
  }

  person(id, picture, label) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.person = id;
    button.dataset.picture = picture;
    button.setAttribute("aria-label", label);
    if (id !== SOMEONE_NEW) button.setAttribute("aria-pressed", String(id === this.profile));
    if (id !== SOMEONE_NEW) {
      const drawing = document.createElement("img");
      drawing.src = `/pictures/${/^[a-z-]+$/.test(picture) ? picture : "bridge"}.svg`;
      drawing.alt = "";
      button.append(drawing);
    }
    return button;
  }

  tap({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.person !== undefined) this.choose(button.dataset.person);
    else this.press(button.dataset.key);
  }

  key(event) {
    const digit = digitOf(event.key) ?? { Backspace: "back", Enter: "done" }[event.key];
    if (!digit || event.ctrlKey || event.metaKey || event.altKey) return;
    if (digit === "done" && event.target.closest?.("#lock button:not([data-key=done])")) return;      // Enter on a button is a tap on it
    event.preventDefault();
    event.stopPropagation();
    this.press(digit);
  }

  choose(profile) {
    if (this.given || this.waiting) return;
    if (profile === SOMEONE_NEW) {
      this.give(SOMEONE_NEW, "");
      return;
    }
    this.profile = profile;
    this.pin = "";
    this.drawPeople();
    this.draw();
  }

  press(key) {
    if (this.given || this.waiting) return;
    if (key === "back") this.pin = this.pin.slice(0, -1);
    else if (key === "done") {
      if (this.pin.length >= SHORTEST) this.give(this.profile, this.pin);
    } else if (this.pin.length < LONGEST) this.pin += key;
    this.draw();
  }

  give(profile, pin) {
    performance.mark("pin-given");
    this.given = { profile, pin };
    this.root.setAttribute("aria-busy", "true");
    this.resend();
  }

  resend() {
    if (this.given) this.send(this.given.profile, this.given.pin);
  }

  draw() {
    const shown = Math.max(this.pin.length, SHORTEST);
    this.dots.replaceChildren(
      ...Array.from({ length: shown }, (_, at) => {
        const dot = document.createElement("i");
        if (at < this.pin.length) dot.className = "full";
        return dot;
      }),
    );
    this.dots.setAttribute("aria-label", `${this.pin.length}`);
    this.root.querySelector("[data-key=done]").disabled = this.pin.length < SHORTEST;
  }

  // Python's answer.
  answer({ r: kind, wait_ms: waitMs = 0 }) {
    if (kind === "ok") {
      performance.mark("pin-right");
      if (this.given?.profile) remember("last", this.given.profile);
      this.given = null;
      this.pin = "";
      this.opening = true;
    } else if (kind === "wrong") {
      this.given = null;
      this.pin = "";
      this.root.removeAttribute("aria-busy");
      this.draw();
      this.shake();
      this.countDown(waitMs);
    } else if (kind === "drawn") {
      requestAnimationFrame(() => requestAnimationFrame(() => this.open()));
    }
  }

  shake() {
    this.dots.classList.remove("wrong");
    void this.dots.offsetWidth;      // starts the movement anew
    this.dots.classList.add("wrong");
    navigator.vibrate?.(120);
  }

  // Seconds left, as a number in any language, where the dots were.
  countDown(waitMs) {
    const end = performance.now() + waitMs;
    this.waiting = true;
    this.root.dataset.waiting = "";
    const step = () => {
      const left = end - performance.now();
      if (left <= 0) {
        this.waiting = false;
        delete this.root.dataset.waiting;
        this.draw();
        return;
      }
      if (left > 600) this.dots.textContent = String(Math.ceil(left / 1000));
      setTimeout(step, Math.min(WAIT_STEP_MS, left));
    };
    setTimeout(step, Math.min(waitMs, 400));
  }

  // What lies behind the lock can be neither focused nor read aloud.
  coverOthers(covered) {
    for (const element of document.body.children) {
      if (element !== this.root && element.id !== "notice") element.inert = covered;
    }
  }

  open() {
    if (!this.root.isConnected) return;
    this.behind.disconnect();
    removeEventListener("keydown", this.onKey, true);
    this.coverOthers(false);
    this.root.remove();
    document.querySelector("flutter-view")?.focus({ preventScroll: true });
    performance.mark("unlocked");
  }
}

// 0-9 for a digit of any script, else undefined.
function digitOf(key) {
  if (!/^\p{Nd}$/u.test(key)) return undefined;
  const code = key.codePointAt(0);
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}
