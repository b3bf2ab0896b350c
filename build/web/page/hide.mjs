// The corner of the mentee's face: one tap, and within the same frame nothing of hers is on the glass or in the page, only a
// harmless sheet: a Danish word to hear, and pictures of which one is it. It records nothing, and shows no lock; the same
// corner leads back to it.

import { element } from "./element.mjs";
import { direction, language, word } from "./words.mjs";
import * as voice from "./voice.mjs";

const MARK = "hidden";      // in the tab's own store: a reload and the back gesture show the sheet again
const NAME = "Dansk";
const WORDS = [
  ["home", "et hus"], ["outdoors", "et træ"], ["cafe", "kaffe"], ["books", "bøger"], ["bus", "en bus"], ["bicycle", "en cykel"],
  ["school", "en skole"], ["group", "te"], ["plant", "en plante"], ["door", "en dør"], ["bag", "en taske"], ["coin", "en mønt"],
  ["sunrise", "morgen"], ["bell", "en klokke"], ["map", "et kort"], ["thread", "tråd"],
];
const BOOK = "M4 5a2 2 0 0 1 2-2h5v16H6a2 2 0 0 0-2 2zM20 5a2 2 0 0 0-2-2h-5v16h5a2 2 0 0 1 2 2z";
const SOUND = "M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6";
const ON = "M5 12h14M13 6l6 6-6 6";
const TICK_MS = 5000;
const AFTER_RIGHT_MS = 900;
const IDLE_MS = 5 * 60_000;      // as long as the lock waits for who put the app aside (app/views/device.py)
const TOUCHES = ["pointerdown", "pointermove", "wheel", "keydown"];
const APART = [0, 3, 7];      // the word, and how far from it stand the two that it is shown with

export function isHidden() {
  return sessionStorage.getItem(MARK) !== null;
}

let watching;

// `hide` = what happens at the tap, and when nobody has touched the phone for a while; without it there is no corner.
export function offerCorner(hide) {
  document.getElementById("corner")?.remove();
  watching?.abort();
  if (!hide) return;
  document.body.append(corner(word("hide"), hide));
  watching = new AbortController();
  whenLeftAlone(hide, watching.signal);
}

function whenLeftAlone(hide, signal) {
  let due;
  const touched = () => {
    clearTimeout(due);
    due = setTimeout(hide, IDLE_MS);
  };
  for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => clearTimeout(due));
  touched();
}

// All at once; nothing is waited for. What follows (closing the journal, forgetting) may take its time behind the sheet.
export function hideAll(back) {
  sessionStorage.setItem(MARK, "1");
  showSheet(back);
}

export function showSheet(back) {
  document.title = NAME;
  document.documentElement.dataset.hidden = "";
  const sheet = element("main", { id: "sheet", lang: "da", dir: "ltr" });
  const [day, clock] = [element("p"), element("p", { className: "clock" })];
  const card = element("button", { type: "button", className: "word" });
  const [text, choices] = [element("b"), element("div", { className: "choices" })];
  const next = element("button", { type: "button", className: "next" });
  next.setAttribute("aria-label", "Næste");
  next.append(drawn(ON));
  card.append(drawn(SOUND), text);
  sheet.append(day, clock, card, choices, next);
  let at = Math.floor(Date.now() / 86_400_000) % WORDS.length;
  const draw = () => {
    text.textContent = WORDS[at][1];
    const shown = APART.map((far) => (at + far) % WORDS.length);
    choices.replaceChildren(...shown.map((_, nth) => choice(shown[(nth + at) % APART.length])));
  };
  const move = () => {
    at = (at + 1) % WORDS.length;
    draw();
  };
  const choice = (nth) => {
    const [picture, said] = WORDS[nth];
    const asked = at;
    const button = element("button", { type: "button" });
    button.setAttribute("aria-label", said);
    button.append(element("img", { src: `/drawings/${picture}.svg`, alt: "", width: 64, height: 64 }));
    button.onclick = () => {
      button.dataset.was = nth === asked ? "right" : "other";
      voice.sayDanish(said);
      if (nth === asked) setTimeout(() => at === asked && move(), AFTER_RIGHT_MS);
    };
    return button;
  };
  const tick = () => {
    const now = new Date();
    day.textContent = now.toLocaleDateString("da", { weekday: "long", day: "numeric", month: "long" });
    clock.textContent = now.toTimeString().slice(0, 5);
  };
  next.onclick = move;
  card.onclick = () => voice.sayDanish(WORDS[at][1]);
  draw();
  tick();
  setInterval(tick, TICK_MS);
  const way = corner("Menu", () => {
    sessionStorage.removeItem(MARK);
    back();
  });
  way.lang = "da";
  document.body.replaceChildren(sheet, way);
}

function corner(name, act) {
  const button = element("button", { type: "button", id: "corner", lang: language(), dir: direction(), onclick: act });
  button.setAttribute("aria-label", name);
  button.append(drawn(BOOK));
  return button;
}

function drawn(path) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.innerHTML = `<path d="${path}"/>`;
  return drawing;
}
