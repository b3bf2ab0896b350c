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

// Which of the two builds of the client this browser took.
export function renderer() {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return loaded.includes("/main.dart.wasm") ? "skwasm" : "canvaskit";
}
