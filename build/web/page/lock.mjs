// The lock: plain HTML that is there at once, collects what opens while Python wakes, and goes when the first screen is drawn.

import { offerHelp } from "./help.mjs";
import { digitOf, drawing, KEYS, LEAST_WORDS, pictureKeys, spelt, wordField } from "./pads.mjs";
import { secret } from "./passkey.mjs";
import { language, word } from "./words.mjs";
import { recall, remember } from "./settings.mjs";

const WAIT_STEP_MS = 250;
export const SOMEONE_NEW = "";

export class Lock {
  // `profiles`: [{id, picture, lock, passkey}]; `send(profile, pin, proof)` hands a try to Python; `newcomers`: may somebody new begin here?
  constructor({ profiles, send, newcomers }) {
    this.send = send;
    this.newcomers = newcomers;
    this.typed = [];
    this.given = null;      // the try Python has not answered yet
    this.root = document.getElementById("lock");
    this.dots = this.root.querySelector("output");
    this.pad = this.root.querySelector(".pad");
    this.digits = [...this.pad.children];
    this.root.hidden = false;
    this.meet(profiles);
    this.onKey = (event) => this.key(event);
    this.root.addEventListener("click", (event) => this.tap(event));
    offerHelp(this.root);
    addEventListener("keydown", this.onKey, true);
    this.behind = new MutationObserver(() => this.coverOthers(true));
    this.behind.observe(document.body, { childList: true });
    this.coverOthers(true);
    performance.mark("lock-usable");
  }

  // Who may open: at first as remembered, then as the device really has it.
  meet(profiles) {
    const last = this.profile ?? recall("last", "");
    this.profiles = profiles;
    this.profile = profiles.find(({ id }) => id === last)?.id ?? profiles[0].id;
    this.drawPeople();
    this.drawPad();
  }

  // Her kind of lock; one that this page does not know is drawn as a PIN.
  drawPad() {
    const lock = this.profiles.find(({ id }) => id === this.profile).lock ?? "pin";
    const kind = lock === "words" || KEYS[lock] ? lock : "pin";
    if (kind !== this.kind) {
      this.kind = this.root.dataset.kind = kind;
      this.typed = [];
      const [back, done] = ["back", "done"].map((key) => this.digits.find((each) => each.dataset.key === key));
      const keys = { pin: () => this.digits, pictures: () => [...pictureKeys(), back], words: () => [wordField(), done] };
      this.pad.replaceChildren(...keys[kind]());
      this.field = this.pad.querySelector("textarea");
      this.field?.addEventListener("input", () => this.draw());
      this.field?.focus();
      this.name();
    }
    this.draw();
  }

  name() {
    this.root.lang = language();      // Flutter changes the document's when it wakes
    this.root.setAttribute("aria-label", word(this.kind));
    this.field?.setAttribute("aria-label", word("words"));
    for (const key of this.pad.querySelectorAll("button")) {
      const said = key.dataset.key;
      if (!/^\d$/.test(said)) key.setAttribute("aria-label", word(said));
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
    if (id !== SOMEONE_NEW) button.append(drawing(picture));
    return button;
  }

  tap({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.person !== undefined) this.choose(button.dataset.person);
    else if (button.dataset.key) this.press(button.dataset.key);
  }

  key(event) {
    if ("help" in this.root.dataset) return;
    const digit = (this.kind === "pin" && digitOf(event.key)) || { Backspace: "back", Enter: "done" }[event.key];
    if (!digit || (this.field && digit === "back") || event.ctrlKey || event.metaKey || event.altKey) return;
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
    this.clear();
    this.drawPeople();
    this.drawPad();
  }

  clear() {
    this.typed = [];
    if (this.field) this.field.value = "";
  }

  // Six pictures are whole: they open without a key for it.
  press(key) {
    if (this.given || this.waiting) return;
    const { most, between } = KEYS[this.kind] ?? {};
    if (key === "back") this.typed.pop();
    else if (key !== "done" && this.typed.length < most) this.typed.push(key);
    if (this.whole && (key === "done" || this.kind === "pictures")) {
      this.give(this.profile, this.field ? spelt(this.field.value) : this.typed.join(between));
    }
    this.draw();
  }

  get whole() {
    if (this.field) return spelt(this.field.value).split(" ").length >= LEAST_WORDS;
    return this.typed.length >= KEYS[this.kind].least;
  }

  // The phone's safe is asked at the tap itself: a browser wants to see one.
  async give(profile, pin) {
    performance.mark("pin-given");
    const given = (this.given = { profile, pin });
    this.root.setAttribute("aria-busy", "true");
    const passkey = this.profiles.find(({ id }) => id === profile)?.passkey;
    if (passkey) {
      given.waits = true;
      given.proof = (await secret(passkey).catch(() => ({}))).secret;
      given.waits = false;
      if (!given.proof) return this.answer({ r: "wrong" });
    }
    this.resend();
  }

  resend() {
    if (this.given && !this.given.waits) this.send(this.given.profile, this.given.pin, this.given.proof);
  }

  draw() {
    const shown = this.field ? 0 : Math.max(this.typed.length, KEYS[this.kind].least);
    this.dots.replaceChildren(
      ...Array.from({ length: shown }, (_, at) => {
        const dot = document.createElement("i");
        if (at < this.typed.length) dot.className = "full";
        return dot;
      }),
    );
    this.dots.setAttribute("aria-label", `${this.typed.length}`);
    const done = this.pad.querySelector("[data-key=done]");
    if (done) done.disabled = !this.whole;
  }

  // Python's answer.
  answer({ r: kind, wait_ms: waitMs = 0 }) {
    if (kind === "ok") {
      performance.mark("pin-right");
      if (this.given?.profile) remember("last", this.given.profile);
      this.given = null;
      this.clear();
      this.opening = true;
    } else if (kind === "wrong") {
      this.given = null;
      this.clear();
      this.root.removeAttribute("aria-busy");
      this.draw();
      this.shake();
      this.countDown(waitMs);
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

  // What it opened is on the glass.
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
