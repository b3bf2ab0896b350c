// What the app is called on this phone: ours, or a neutral name.

import { recall } from "./settings.mjs";

/* global NAMES */
const OURS = "";

export const known = (key) => (NAMES.some(([each]) => each === key) ? key : OURS);

export function called() {
  return known(recall("settings", {}).called ?? OURS);
}

export function appName() {
  return NAMES.find(([key]) => key === called())[1];
}

export function appIcon() {
  return `/icons/${called() ? `${called()}-` : ""}icon-192.png`;
}
