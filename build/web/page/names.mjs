// What the app is called on this phone: title, icon and manifest of the name that was chosen, before it is put on the home
// screen. An app that stands there starts with its key in the address: on an iPhone it shares nothing else with the tab.

import { appName, called, known } from "./called.mjs";
import { recall, remember } from "./settings.mjs";
import { word } from "./words.mjs";

/* global NAMES */
export function takeName() {
  const key = new URLSearchParams(location.search).get("as");
  if (key === null) return;
  if (known(key)) remember("settings", { ...recall("settings", {}), called: key });
  history.replaceState(null, "", location.pathname + location.hash);
}

// At once: the icons of the head are not there yet.
export function sayName() {
  document.title = appName();
  document.documentElement.dataset.called = called();
}

export function dressName() {
  const key = called();
  const name = appName();
  const icon = (which) => `icons/${key ? `${key}-` : ""}${which}.png`;
  sayName();
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
// `onChosen`: what else says it.
export function offerNames(onChosen) {
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
          onChosen();
        };
        return button;
      }),
    );
  draw();
  return group;
}
