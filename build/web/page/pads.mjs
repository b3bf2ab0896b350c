// What she taps or types, by the kind of lock: digits, twelve pictures that never change places, or words.

import { word } from "./words.mjs";

/* global PICTURES */
export const KEYS = {      // as app/domain/locks.py asks
  pin: { least: 6, most: 12, between: "" },
  pictures: { least: 6, most: 6, between: " " },
};
export const LEAST_WORDS = 5;

export function pictureKeys() {
  return PICTURES.map((name) => {
    const key = document.createElement("button");
    key.type = "button";
    key.dataset.key = name;
    key.append(drawing(name));
    return key;
  });
}

export function drawing(name) {
  const image = document.createElement("img");
  image.src = `/pictures/${/^[a-z-]+$/.test(name) ? name : "bridge"}.svg`;
  image.alt = "";
  return image;
}

export function wordField() {
  const field = document.createElement("textarea");      // five words are longer than a line of a phone
  Object.assign(field, { rows: 2, dir: "auto", autocomplete: "off", autocapitalize: "none", spellcheck: false, enterKeyHint: "go" });
  field.setAttribute("autocorrect", "off");
  field.placeholder = word("words");
  return field;
}

// As app/domain/locks.py writes it, so that what was stretched ahead is what Python asks for.
export function spelt(text) {
  const plain = text.normalize("NFKC").toLowerCase().replace(/[æøå]/g, (letter) => ({ æ: "ae", ø: "oe", å: "aa" })[letter]);
  return plain.trim().split(/\s+/).join(" ");
}

// 0-9 for a digit of any script, else undefined.
export function digitOf(key) {
  if (!/^\p{Nd}$/u.test(key)) return undefined;
  const code = key.codePointAt(0);
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}
