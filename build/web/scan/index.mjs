// Reads an invitation's QR with the camera: a sheet above everything, there only while she scans. Loaded when she asks for it.
// The camera is off again whenever the sheet goes or the page is hidden; no picture leaves this file.

import { Camera } from "./camera.mjs";
import { Sheet } from "./sheet.mjs";

const INVITATION = /#join=[\w-]{22}$/;      // as app/keys/invitation.py draws it

// {text, why}: what an invitation of ours says, or why there is none: "closed", "refused" (the camera) or "none" (no camera).
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
    if (INVITATION.test(text)) return { text, why: "" };
    if (text) sheet.notOurs();
  }
}
