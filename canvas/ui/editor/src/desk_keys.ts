// The keys of the desk. They rest while somebody types, and every one has a button of its own.
import { make } from "./page.ts";

export interface KeyActions {
  walk(by: number): void;
  level(number: number): void;
  row(by: number): void;
  sentence(by: number): void;
  comment(search: boolean): void;
  accept(): void;
  done(): void;
  reveal(): void;
  list(): void;
  help(): void;
}

const TOLD: [string, string][] = [
  ["j or →", "next student"],
  ["k or ←", "previous student"],
  ["1 to 6", "level of the row; then the next row"],
  ["0", "no level for this row"],
  ["n, p", "next row, previous row"],
  ["s, Shift+S", "next sentence, sentence before"],
  ["c", "comment on the chosen sentence"],
  ["/", "comment with the bank open"],
  ["a", "accept the remark"],
  ["d", "done: mark as reviewed, or open again"],
  ["r", "reveal the name, or hide it again"],
  ["l", "list of all students"],
  ["Esc", "leave a field"],
  ["?", "show or hide these keys"],
];

/** Tell whether a key is one of the desk, and nobody types. */
export function isOurs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  return /^([0-6jknpsScadrl/?]|ArrowRight|ArrowLeft)$/.test(event.key) && !types(event);
}

/** Act on a key of the desk. */
export function acted(key: string, actions: KeyActions): void {
  if (/^[0-6]$/.test(key)) return actions.level(Number(key));
  const act: Record<string, () => void> = {
    j: () => actions.walk(1),
    ArrowRight: () => actions.walk(1),
    k: () => actions.walk(-1),
    ArrowLeft: () => actions.walk(-1),
    n: () => actions.row(1),
    p: () => actions.row(-1),
    s: () => actions.sentence(1),
    S: () => actions.sentence(-1),
    c: () => actions.comment(false),
    "/": () => actions.comment(true),
    a: () => actions.accept(),
    d: () => actions.done(),
    r: () => actions.reveal(),
    l: () => actions.list(),
    "?": () => actions.help(),
  };
  act[key]?.();
}

/** The keys as a list to read. */
export function keysTold(): HTMLElement {
  const lines = TOLD.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)]);
  return make("section", { class: "help-keys", "aria-label": "Keys" }, make("h3", {}, "Keys"), make("dl", {}, ...lines));
}

/** Tell whether a key goes into a field, here or anywhere on the page, or moves through a menu. */
function types(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.closest("textarea, select, [contenteditable=true], [role=textbox], [role=combobox]")) return true;
  const input = target.closest("input");
  if (input && !["checkbox", "radio", "button", "submit"].includes(input.type)) return true;
  return event.key.startsWith("Arrow") && !!target.closest("[role=tablist], [role=tab], [role=slider], [role=radiogroup], [role=menu]");
}
