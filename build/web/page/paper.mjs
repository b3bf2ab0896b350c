// One printable page above everything: what Python wrote, a button that prints it (or saves it as PDF), one that leaves it.

import { element } from "./element.mjs";

export function showPaper({ html, print, close }) {
  if (document.getElementById("paper")) return;      // a second tap, before the first was heard
  const root = element("div", { id: "paper", role: "dialog", innerHTML: html });
  root.setAttribute("aria-modal", "true");
  root.setAttribute("aria-label", root.querySelector("h1")?.textContent ?? print);
  const bar = element("nav", {});
  const [first, last] = [print, close].map((words) => element("button", { type: "button", textContent: words }));
  bar.append(first, last);
  root.prepend(bar);
  const behind = [...document.body.children].filter((each) => !each.inert);
  const onKey = (event) => {
    event.stopPropagation();      // Flutter hears nothing of it
    if (event.key === "Escape") leave();
  };
  const onBack = (event) => {
    event.stopImmediatePropagation();  // *back* puts the paper away: the screen behind it stays where it was
    removeEventListener("popstate", onBack, true);
    removeEventListener("keydown", onKey, true);
    for (const each of behind) each.inert = false;
    root.remove();
    document.querySelector("flutter-view")?.focus({ preventScroll: true });
  };
  let leaving = false;
  const leave = () => {
    if (!leaving) history.back();      // tapped twice, one step back
    leaving = true;
  };
  first.addEventListener("click", () => window.print());
  last.addEventListener("click", leave);
  history.pushState(history.state, "");
  addEventListener("popstate", onBack, true);
  addEventListener("keydown", onKey, true);
  for (const each of behind) each.inert = true;
  document.body.append(root);
  first.focus();
}
