// Reads an invitation's QR, or a recovery sheet's, with the camera: a sheet above everything, there only while she scans. Loaded when she asks for it.
// The camera is off again whenever the sheet goes or the page is hidden; no picture leaves this file.

import { Camera } from "./camera.mjs";
import { Sheet } from "./sheet.mjs";

const OURS = /#join=[\w-]{22}$|^BB\/SHEET\/1:[0-9A-Z]{56}$/;      // as app/keys/invitation.py and sheets.py draw them

// {text, why}: what a code of ours says, or why there is none: "closed", "refused" (the camera) or "none" (no camera).
export async function scan({ word, lang, dir }) {
  const sheet = new Sheet({ word, lang, dir });
  const camera = new Camera(sheet.video);
  const hide = () => document.visibilityState === "hidden" && sheet.close();
  document.addEventListener("visibilitychange", hide);
  try {
    return await Promise.race([sheet.closed, read(camera, sheet)]);
  } finally {
    document.removeEventListener("visibilitychange", hide);
    camera.stop();
    sheet.remove();
  }
}

async function read(camera, sheet) {
  try {
    await camera.start();
  } catch (no) {
    return { text: "", why: ["NotAllowedError", "SecurityError"].includes(no.name) ? "refused" : "none" };
  }
  for (;;) {
    const text = await camera.next();
    if (OURS.test(text)) return { text, why: "" };
    if (text) sheet.notOurs();
  }
}
