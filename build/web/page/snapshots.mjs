// Whether this start may use and may make a snapshot. A start that never finished counts; two bad ends and this version goes without.

import { recall, remember } from "./settings.mjs";

/* global SNAPSHOT_VERSION */
const MOST_TRIES = 2;
const MOST_FAILS = 2;

function state() {
  const kept = recall("snapshot", {});
  return kept.version === SNAPSHOT_VERSION ? kept : { version: SNAPSHOT_VERSION, tries: 0, fails: 0 };
}

function keep(change) {
  remember("snapshot", { ...state(), ...change });
}

// The words of the worker's name; counts the try.
export function startWith({ plain = false } = {}) {
  const { tries, fails } = state();
  const stuck = tries >= MOST_TRIES;
  if (stuck) keep({ tries: 0, fails: fails + 1 });
  const words = [];
  if (plain || stuck || fails >= MOST_FAILS) words.push("plain");
  else keep({ tries: tries + 1 });
  if (state().fails < MOST_FAILS) words.push("may-make");
  return words.join(" ");
}

export function finished() {
  keep({ tries: 0 });
}

export function failed() {
  keep({ tries: 0, fails: state().fails + 1 });
}
