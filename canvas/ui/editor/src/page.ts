// Small helpers to build a page without a framework. Text is always set as text, never as HTML.

type Props = Record<string, string | boolean | EventListener>;

/** Make an element. A name that begins with "on" is a listener; true and false set or leave out an attribute. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...inside: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...inside.filter((one) => one !== null));
  return element;
}

/** Show an element or take it out of sight, only when that changes something. */
export function show(element: HTMLElement, visible: boolean): void {
  if (element.hidden === visible) element.hidden = !visible;
}

/** Set a text only when it is another one: a live region would say it again. */
export function say(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

let numbers = 0;

/** Return an id that no other element of the page has. */
export function newId(name: string): string {
  numbers += 1;
  return `canvas-${name}-${numbers}`;
}
