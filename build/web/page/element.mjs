// A piece of the page: its name, and what it is given at once.

export function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
