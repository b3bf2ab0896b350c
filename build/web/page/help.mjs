// Numbers that help anybody, on the lock: a quiet button shows them in its place, and hides them again.

import { lent, word } from "./words.mjs";

/* global NUMBERS */
// What the numbers are for must not be told wrong: until somebody has read it in her language it stands in Danish.
function asked() {
  const line = Object.assign(document.createElement("li"), { textContent: word("interpreter") });
  inItsLanguage(line, "interpreter");
  return line;
}

function inItsLanguage(element, key) {
  if (lent(key)) Object.assign(element, { lang: "da", dir: "ltr" });
}

// `root`: the lock. A number is a link that the telephone opens; nothing is kept of who tapped it.
export function offerHelp(root) {
  const [button, list] = [root.querySelector(".help"), root.querySelector(".numbers")];
  button.setAttribute("aria-label", word("help"));
  list.replaceChildren(
    ...(NUMBERS.some(([number]) => lent(number)) ? [asked()] : []),
    ...NUMBERS.map(([number, picture]) => {
      const [line, link, image] = ["li", "a", "img"].map((name) => document.createElement(name));
      const [digits, what] = ["b", "span"].map((name) => document.createElement(name));
      link.href = `tel:${number}`;
      image.src = `/drawings/${picture}.svg`;
      image.alt = "";
      digits.textContent = number;
      digits.dir = "ltr";
      what.textContent = word(number);
      inItsLanguage(what, number);
      link.append(image, digits, what);
      line.append(link);
      return line;
    }),
  );
  button.onclick = () => {
    const open = (list.hidden = !list.hidden) === false;
    button.setAttribute("aria-expanded", String(open));
    root.toggleAttribute("data-help", open);
    if (!open) button.blur();      // Enter belongs to the lock again
  };
}
