// What she sees while she scans: a sentence, the picture in its frame, one large way out. Nothing behind it can be reached.

import { element } from "../page/element.mjs";

export class Sheet {
  constructor({ word, lang, dir }) {
    this.word = word;
    this.root = element("div", { id: "scan", role: "dialog", lang, dir });
    this.root.setAttribute("aria-modal", "true");
    this.root.setAttribute("aria-labelledby", "scan-text");
    this.text = element("p", { id: "scan-text", textContent: word("scanHow") });
    this.text.setAttribute("aria-live", "polite");
    this.video = element("video", { muted: true, playsInline: true });
    const frame = element("div", { className: "frame" });
    frame.append(this.video);
    const button = element("button", { type: "button", textContent: word("typeInstead") });
    this.root.append(this.text, frame, button);
    this.closed = new Promise((resolve) => (this.close = () => resolve({ text: "", why: "closed" })));
    button.addEventListener("click", this.close);
    this.onKey = (event) => this.key(event);
    addEventListener("keydown", this.onKey, true);
    this.behind = [...document.body.children].filter((each) => !each.inert);
    for (const each of this.behind) each.inert = true;
    document.body.append(this.root);
    button.focus();
  }

  key(event) {
    event.stopPropagation();      // Flutter hears nothing of it
    if (event.key === "Escape") this.close();
  }

  // She holds up another code: said, and looked on.
  notOurs() {
    this.root.classList.add("other");
    this.text.textContent = this.word("scanOther");
  }

  remove() {
    removeEventListener("keydown", this.onKey, true);
    for (const each of this.behind) each.inert = false;
    this.root.remove();
    document.querySelector("flutter-view")?.focus({ preventScroll: true });
  }
}
