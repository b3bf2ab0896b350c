// What the app is called on this phone: title, icon and manifest of the name that was chosen, before it is put on the home
// screen. An app that stands there starts with its key in the address: on an iPhone it shares nothing else with the tab.

import { recall, remember } from "./settings.mjs";
import { word } from "./words.mjs";

/* global NAMES */
const OURS = "";
const known = (key) => (NAMES.some(([each]) => each === key) ? key : OURS);

export function called() {
  return known(recall("settings", {}).called ?? OURS);
}

export function takeName() {
  const key = new URLSearchParams(location.search).get("as");
  if (key === null) return;
  if (known(key)) remember("settings", { ...recall("settings", {}), called: key });
  history.replaceState(null, "", location.pathname + location.hash);
}

export function dressName() {
  const key = called();
  const [, name] = NAMES.find(([each]) => each === key);
  const icon = (which) => `icons/${key ? `${key}-` : ""}${which}.png`;
  document.title = name;
  document.documentElement.dataset.called = key;
  const head = (which) => document.head.querySelector(which);
  head("meta[name=apple-mobile-web-app-title]").content = name;
  for (const [which, address] of [
    ["manifest", key ? `manifest-${key}.webmanifest` : "manifest.webmanifest"],
    ["icon", icon("icon-192")],
    ["apple-touch-icon", icon("icon-apple-180")],
  ]) {
    const link = head(`link[rel=${which}]`);
    if (link.getAttribute("href") !== address) link.setAttribute("href", address);
  }
}

// A row of names with their icons, to choose from; ours is one of them.
export function offerNames() {
  const group = document.createElement("div");
  group.className = "names";
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-label", word("called"));
  const draw = () =>
    group.replaceChildren(
      ...NAMES.map(([key, name]) => {
        const [button, image, text] = ["button", "img", "span"].map((each) => document.createElement(each));
        button.type = "button";
        button.setAttribute("role", "radio");
        button.setAttribute("aria-checked", String(key === called()));
        Object.assign(image, { src: `/icons/${key ? `${key}-` : ""}icon-192.png`, alt: "", width: 56, height: 56 });
        text.textContent = name;
        button.append(image, text);
        button.onclick = () => {
          remember("settings", { ...recall("settings", {}), called: key });
          dressName();
          draw();
        };
        return button;
      }),
    );
  draw();
  return group;
}
