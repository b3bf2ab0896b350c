// On an iPhone a tab and the installed app share nothing, and what a tab keeps is erased after a week: so nobody begins in a
// tab there. She is shown how to install instead; an invitation that she came with stays unused.

import { appIcon } from "./called.mjs";
import { element } from "./element.mjs";
import { offerNames } from "./names.mjs";
import { direction, language, word } from "./words.mjs";

const SHARE = "M12 15V3m-4 4 4-4 4 4M8 10H5v11h14V10h-3";
const ADD = "M4 4h16v16H4zM12 8v8M8 12h8";

export function onlyATab() {
  const iPadAsMac = navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1;
  const installed = navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;
  return (/iPhone|iPad|iPod/.test(navigator.userAgent) || iPadAsMac) && !installed;
}

export function showInstall({ invited }) {
  const root = element("main", { id: "install", lang: language(), dir: direction() });
  const steps = element("ol");
  steps.append(step(SHARE, "installShare"), step(ADD, "installAdd"));
  const icon = element("img", { alt: "", width: 72, height: 72 });
  const [title, then] = [element("h1"), said("installThen")];
  const name = () => {
    icon.src = appIcon();
    title.textContent = word("installTitle");
    then.textContent = word("installThen");
  };
  name();
  root.append(
    icon,
    title,
    said("installWhy"),
    steps,
    said("called"),
    offerNames(name),
    then,
    ...(invited ? [said("installInvited")] : []),
    said("installSafari", "faint"),
  );
  document.getElementById("splash")?.remove();
  document.body.append(root);
  performance.mark("install-shown");
}

function said(key, className = "") {
  return element("p", { textContent: word(key), className });
}

function step(path, key) {
  const line = element("li");
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.innerHTML = `<path d="${path}"/>`;
  line.append(drawing, element("span", { textContent: word(key) }));
  return line;
}
