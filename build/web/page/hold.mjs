// While something is half written, *back* stays on that screen and asks: Flutter would say it only after it has gone.

let held = null;      // how far into the history that screen lies, as Flutter counts
let returning = false;

export function hold(on) {
  held = on ? depth() : null;
}

export function listenBack(ask) {
  addEventListener(
    "popstate",
    (event) => {
      const steps = held === null ? 0 : held - depth();
      if (steps > 0) {
        event.stopImmediatePropagation();
        returning = true;
        history.go(steps);      // where she was; Flutter never heard that she left
        ask();
      } else if (returning) {
        event.stopImmediatePropagation();
        returning = false;
      }
    },
    true,
  );
}

function depth() {
  return history.state?.serialCount ?? 0;
}
