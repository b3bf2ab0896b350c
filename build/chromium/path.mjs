// Unpacks the Chromium that came from npm beside its package (once) and prints {path, libraries} as JSON.
// `libraries` is a folder for LD_LIBRARY_PATH, or "" where the machine has all that this Chromium links to.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
process.env.TMPDIR = join(here, "node_modules", ".unpacked");
mkdirSync(process.env.TMPDIR, { recursive: true });

const { default: chromium, inflate } = await import("@sparticuz/chromium");
const path = await chromium.executablePath();
let libraries = "";
if (spawnSync(path, ["--version"]).status !== 0) {
  libraries = join(process.env.TMPDIR, "al2023", "lib");
  if (!existsSync(libraries)) await inflate(join(here, "node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
}
console.log(JSON.stringify({ path, libraries }));
