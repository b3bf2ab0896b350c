// The page's few words, in the language she chose or the browser's.

import WORDS from "page-words";
import { recall } from "./settings.mjs";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "ur"]);

export function language() {
  const chosen = recall("settings", {}).language;
  const wanted = [chosen, ...navigator.languages].filter(Boolean).map((tag) => tag.split("-")[0]);
  return wanted.find((code) => WORDS[code]) ?? "en";
}

export function word(key) {
  return WORDS[language()][key] ?? WORDS.en[key];
}

export function direction() {
  return RIGHT_TO_LEFT.has(language()) ? "rtl" : "ltr";
}

// Language, direction and theme of the document: before Flutter is there, and when she chooses others.
export function dressDocument() {
  const root = document.documentElement;
  root.lang = language();
  root.dir = direction();
  const { theme } = recall("settings", {});
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  else delete root.dataset.theme;
}
