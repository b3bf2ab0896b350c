// A plain notice of the page itself, above everything: a sentence and one thing to do.

export function ask(sentence, verb, act) {
  whenThere(() => {
    document.getElementById("notice")?.remove();
    const notice = document.createElement("div");
    notice.id = "notice";
    notice.setAttribute("role", "alertdialog");
    notice.setAttribute("aria-modal", "true");
    const text = document.createElement("p");
    text.id = "notice-text";
    text.textContent = sentence;
    notice.setAttribute("aria-labelledby", text.id);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = verb;
    button.addEventListener("click", act);
    notice.append(text, button);
    document.body.append(notice);
    button.focus();
  });
}

export function whenThere(act) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", act, { once: true });
  else act();
}
