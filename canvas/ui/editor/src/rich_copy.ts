// A document for the clipboard: once with its headings, lists and tables, once as plain text.

export interface Clipped {
  html: string;
  text: string;
}

const CELL = "border:1px solid #8a8a8a;padding:4px 6px;vertical-align:top;text-align:left";
const TITLE = "header"; // the plan it is pasted into has a title of its own

/** Return what an editor such as Word takes over: plain elements, no classes, tables with lines. */
export function clipped(main: HTMLElement): Clipped {
  const copy = main.cloneNode(true) as HTMLElement;
  for (const left of copy.querySelectorAll(`${TITLE}, svg, img, script, style`)) left.remove();
  for (const element of copy.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (!["dir", "colspan", "rowspan", "scope"].includes(name)) element.removeAttribute(name);
    }
  }
  for (const table of copy.querySelectorAll("table")) table.setAttribute("style", "border-collapse:collapse");
  for (const cell of copy.querySelectorAll("th, td")) cell.setAttribute("style", CELL);
  for (const box of copy.querySelectorAll("section, div, figure")) box.replaceWith(...box.childNodes);
  return { html: `<meta charset="utf-8">${copy.innerHTML.trim()}`, text: plain(copy) };
}

/** Put both on the clipboard. False when the browser refuses. */
export async function toClipboard(clip: Clipped): Promise<boolean> {
  const kinds = { "text/html": clip.html, "text/plain": clip.text };
  if (navigator.clipboard && "ClipboardItem" in window) {
    const blobs = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], { type })] as const);
    const written = navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    if (await written.then(() => true).catch(() => false)) return true;
  }
  return inTheOldWay(kinds); // pages that do not come over https have no other one
}

function inTheOldWay(kinds: Record<string, string>): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    for (const [type, data] of Object.entries(kinds)) event.clipboardData?.setData(type, data);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return taken;
}

/** Return the words as lines: a list with "- ", the cells of a table with tabs between them. */
function plain(root: HTMLElement): string {
  const blocks = [...root.querySelectorAll("h1, h2, h3, h4, p, ul, ol, blockquote, tr")].filter(
    (block) => !block.parentElement?.closest("li, td, th, blockquote"),
  );
  return `${blocks.map(lines).join("\n\n").replace(/\t\n\n/g, "\n")}\n`;
}

function lines(block: Element): string {
  if (block.tagName === "TR") return `${[...block.children].map((cell) => squeezed(cell)).join("\t")}\t`;
  const entries = [...block.querySelectorAll(":scope > li")];
  if (entries.length) return entries.map((entry) => `- ${squeezed(entry)}`).join("\n");
  for (const end of block.querySelectorAll("br")) end.replaceWith("\n");
  return (block.textContent ?? "").split("\n").map((line) => line.trim()).join("\n").trim();
}

function squeezed(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}
