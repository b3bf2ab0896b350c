// The page's few words, in the language she chose or the browser's.

import WORDS from "page-words";
import { appName } from "./called.mjs";
import { recall } from "./settings.mjs";

/* global RIGHT_TO_LEFT, TEXT_SIZES */
export function language() {
  const chosen = recall("settings", {}).language;
  const wanted = [chosen, ...navigator.languages].filter(Boolean).map((tag) => tag.split("-")[0]);
  return wanted.find((code) => WORDS[code]) ?? "en";
}

// What a draft lacks is said in Danish, as in the app.
export function word(key) {
  const said = WORDS[language()][key] ?? WORDS.da[key] ?? WORDS.en[key];
  return said.replace("%(app)s", direction() === "rtl" ? `\u2068${appName()}\u2069` : appName());      // isolated, as in the app
}

// Is that text said in Danish, for her language lacks it?
export function lent(key) {
  return language() !== "da" && WORDS[language()][key] === undefined;
}

// Of those that do not travel with the code; the service worker knows which there are.
export function languageFile() {
  return `/languages/${language()}.zip`;
}

export function direction() {
  return RIGHT_TO_LEFT.includes(language()) ? "rtl" : "ltr";
}

// Flutter writes its own language into the document, which is Danish for those it has no calendar in: a screen reader
// would read Somali with a Danish voice.
export function holdLanguage() {
  const root = document.documentElement;
  const hold = () => root.lang === language() || (root.lang = language());
  new MutationObserver(hold).observe(root, { attributeFilter: ["lang"] });
}

let lentSize = null;      // while the phone is turned to somebody else

// Letters of that size for a while; nothing of it is kept.
export function lendLetters(size) {
  lentSize = size;
  dressDocument();
}

// Language, direction, theme and the height of letters: before Flutter is there, and when she chooses others. Flutter follows
// the letters of the document.
export function dressDocument() {
  const root = document.documentElement;
  root.lang = language();
  root.dir = direction();
  const { theme, text_size: size } = recall("settings", {});
  root.style.fontSize = TEXT_SIZES[lentSize ?? size] ?? "";
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  else delete root.dataset.theme;
}
