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

// Name and content of the file she chose, or an empty name.
export function pick() {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.addEventListener("change", async () => {
      const [file] = input.files;
      resolve(file ? { name: file.name, body: new Uint8Array(await file.arrayBuffer()) } : { name: "", body: new Uint8Array() });
    });
    input.addEventListener("cancel", () => resolve({ name: "", body: new Uint8Array() }));
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
