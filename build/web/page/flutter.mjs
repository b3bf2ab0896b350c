// What Flutter's loader and Flet's client read of the page.

import { onOneThread } from "./drawing.mjs";

export function configureFlutter() {
  globalThis.flet = {
    pyodide: true,
    multiView: false,
    noCdn: true,
    webSocketEndpoint: "/ws",
    entrypointBaseUrl: "/",
    assetBase: "/",
    routeUrlStrategy: "path",
    canvasKitBaseUrl: "/canvaskit/",
    pyodideUrl: "/pyodide/pyodide.mjs",
    webRenderer: "auto",      // skwasm on Blink, canvaskit elsewhere
    oneThread: onOneThread(),
    fontFallbackBaseUrl: "assets/fonts/",
    appPackageUrl: "",
    micropipIncludePre: false,
    pythonModuleName: "app.main",
  };
  globalThis.flet.flutterAppLoaded = new Promise((resolve) => (globalThis.flet.flutterAppResolve = resolve));
  // WebKit restores a Flutter page from its back/forward cache with drawing broken
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && navigator.vendor.startsWith("Apple")) location.reload();
  });
}

const LATEST_MS = 300;

// Once what the page shows is painted, or soon after: a lock that waits behind Flutter's start is not there at once.
export function startFlutter() {
  const begin = () => {
    if (document.querySelector("script[src$='flutter_bootstrap.js']")) return;
    const script = document.createElement("script");
    script.src = "flutter_bootstrap.js";
    document.head.append(script);
  };
  requestAnimationFrame(() => requestAnimationFrame(begin));
  setTimeout(begin, LATEST_MS);      // a page in the background paints nothing
}

const DRAWS_MS = 3000;
const canvases = new EventTarget();

// Skwasm draws on a thread of its own, later than the frame of it; each picture is then handed to a canvas, which says so here.
export function hearPictures() {
  const canvas = globalThis.ImageBitmapRenderingContext?.prototype;
  const hand = canvas?.transferFromImageBitmap;
  if (!hand) return;
  canvas.transferFromImageBitmap = function (picture) {
    hand.call(this, picture);
    canvases.dispatchEvent(new Event("picture"));
  };
}

// When what Flutter was told until now is on the glass. It is asked for two pictures, one after the other: the first that
// comes may have been begun before. Canvaskit draws within the frame.
export async function painted() {
  const drawn = renderer() === "skwasm" ? askedPicture : frame;
  await drawn();
  await drawn();
}

// The same for who has just unlocked, without a picture more than Flutter draws anyway: behind a lock nothing moves, so the
// first picture from now on is that of her first screen. Called before she is told; what it answers, when Python has spoken.
export function firstPicture() {
  if (renderer() !== "skwasm") return async () => { await frame(); await frame(); };
  const came = picture();
  return () => Promise.race([came, late()]);
}

// No longer than a machine takes that draws at all.
function askedPicture() {
  const came = picture();
  visualViewport.dispatchEvent(new Event("resize"));      // at which Flutter draws all anew
  return Promise.race([came, late()]);
}

const picture = () => new Promise((resolve) => canvases.addEventListener("picture", resolve, { once: true }));
const late = () => new Promise((resolve) => setTimeout(resolve, DRAWS_MS));
const frame = () => new Promise(requestAnimationFrame);

// Which of the two builds of the client this browser took.
export function renderer() {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return loaded.includes("/main.dart.wasm") ? "skwasm" : "canvaskit";
}
