// Files between the person and the app.

import { ask } from "./alert.mjs";
import { word } from "./words.mjs";

export function hand(name, mime, body) {
  const address = URL.createObjectURL(new Blob([body], { type: mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// The file she chose, or null. `wanted`: what the chooser is told.
export function pickFrom(wanted) {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement("input"), { type: "file" }, wanted);
    input.addEventListener("change", () => resolve(input.files[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    // a browser opens its chooser only just after a tap
    if (navigator.userActivation?.isActive ?? true) input.click();
    else {
      ask(word("chooseFile"), word("choose"), () => {
        document.getElementById("notice")?.remove();
        input.click();
      });
    }
  });
}
