// The document as it will print, on a sheet of paper; and a button that copies it with its headings, lists and tables.
import { LOOKS } from "./looks.ts";
import { make, say } from "./page.ts";
import { clipped, toClipboard } from "./rich_copy.ts";
import type { Mounted } from "./shapes.ts";

/** hint: where a copy goes. html: the whole web page that is exported. gap: the pattern of `[missing: …]`. letter: US paper, else A4. */
interface PaperData {
  html: string;
  gap: string;
  letter: boolean;
  hint: string;
}

const LOOKS_HERE = `
.bar { display: flex; flex-wrap: wrap; gap: .4rem .9rem; align-items: center; margin: 0 0 .6rem; }
.bar p { flex: 1 1 14rem; margin: 0; font-size: .9rem; line-height: 1.45; color: #424a55; }
.told { font-weight: 600; }
.told:empty { display: none; }
.desk { max-height: min(54rem, 85vh); overflow: auto; padding: 1rem; background: #ece7db; border: 1px solid #d9d3c6;
  border-radius: .7rem; }
.sheet { margin: 0 auto; background: #fff; box-shadow: 0 1px 2px #0003, 0 6px 18px #0000001f; transform-origin: 0 0; }
@media (max-width: 640px) { .desk { padding: .5rem; } .bar button { flex: 1 1 100%; } }
`;
const SHEET_LOOKS = `
html, body { display: block; }
body { font-size: 10.5pt; }
[role=heading][aria-level="3"] { display: block; }
[data-flows] .wide { overflow-x: auto; }
[data-flows] table { min-width: 32rem; font-size: .85rem; }
mark.gap { background: #fdebd8; color: inherit; border-bottom: 2px dashed #a1440c; }
`;
const PIXELS = 96 / 25.4; // a millimetre
const MARGIN = 18 * PIXELS;
const NARROW = 560; // below this a whole page would be too small to read: its text flows instead

class Paper {
  private readonly told = make("p", { class: "told", role: "status" });
  private readonly sheet = make("div", { class: "sheet" });
  private readonly desk = make("div", { class: "desk", role: "region", tabindex: "0", "aria-label": "Preview" });
  private readonly inside = this.sheet.attachShadow({ mode: "open" });
  private readonly watch = new ResizeObserver(() => this.fit());
  private main: HTMLElement = make("main");
  private data: PaperData = { html: "", gap: "", letter: false, hint: "" };

  constructor(mounted: Mounted<PaperData>) {
    const copy = make("button", { type: "button", onclick: () => void this.copy() }, "Copy formatted");
    const hint = make("p", {}, mounted.data.hint);
    const root = make("div", { class: "root" }, make("div", { class: "bar" }, copy, hint, this.told), this.desk);
    this.desk.append(this.sheet);
    mounted.parentElement.append(make("style", {}, LOOKS + LOOKS_HERE), root);
    this.watch.observe(this.desk);
    this.draw(mounted.data);
  }

  /** Draw the document again when another one came. */
  draw(data: PaperData): void {
    if (data.html === this.data.html && data.letter === this.data.letter) return;
    this.data = data;
    const page = new DOMParser().parseFromString(data.html, "text/html");
    const style = [...page.querySelectorAll("style")].map((one) => one.textContent ?? "").join("\n");
    this.main = page.querySelector("main") ?? this.main;
    const body = make("body", {}, this.main.cloneNode(true));
    for (const heading of body.querySelectorAll("h1, h2, h3, h4")) lower(heading);
    markGaps(body, new RegExp(data.gap, "g"));
    const looks = make("style", {}, printed(style) + SHEET_LOOKS);
    this.inside.replaceChildren(looks, make("html", { lang: "en" }, body));
    say(this.told, "");
    this.fit();
  }

  unmount(): void {
    this.watch.disconnect();
  }

  /** Show a page as wide as there is room; its lines break as on paper, except on a telephone. */
  private fit(): void {
    const style = getComputedStyle(this.desk);
    const room = this.desk.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (room <= 0) return;
    const [width, height] = (this.data.letter ? [215.9, 279.4] : [210, 297]).map((size) => size * PIXELS) as [number, number];
    const flows = room < NARROW;
    const scale = flows ? 1 : Math.min(1, room / width);
    this.inside.querySelector("html")?.toggleAttribute("data-flows", flows);
    const { style: sheet } = this.sheet;
    sheet.boxSizing = "border-box";
    sheet.width = flows ? "auto" : `${width}px`;
    sheet.minHeight = flows ? "0" : `${height}px`;
    sheet.padding = flows ? "1.2rem 1rem" : `${MARGIN}px`;
    sheet.setProperty("zoom", String(scale));
  }

  private async copy(): Promise<void> {
    const done = await toClipboard(clipped(this.main));
    const picture = this.main.querySelector("svg, img") ? " The picture of the canvas is in the Word file." : "";
    say(this.told, done ? `Copied.${picture}` : "Your browser does not let us copy. Download the Word file instead.");
  }
}

/** Let a heading of the document stand below the headings of the page around it. */
function lower(heading: Element): void {
  heading.setAttribute("role", "heading");
  heading.setAttribute("aria-level", String(Number(heading.tagName[1]) + 2));
}

/** Return the style sheet as a printer reads it: what is only for screens goes, what is for print comes. */
function printed(style: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const rules: string[] = [];
  for (const rule of sheet.cssRules) {
    if (!(rule instanceof CSSMediaRule)) rules.push(rule.cssText);
    else if (rule.media.mediaText === "print") rules.push(...[...rule.cssRules].map((one) => one.cssText));
  }
  return rules.join("\n");
}

function markGaps(root: HTMLElement, gap: RegExp): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parts: (Node | string)[] = [];
    let end = 0;
    for (const found of text.data.matchAll(gap)) {
      parts.push(text.data.slice(end, found.index), make("mark", { class: "gap" }, found[0]));
      end = found.index + found[0].length;
    }
    if (parts.length) text.replaceWith(...parts, text.data.slice(end));
  }
}

const papers = new WeakMap<object, Paper>();

export default function (mounted: Mounted<PaperData>): () => void {
  const { parentElement } = mounted;
  let paper = papers.get(parentElement);
  if (paper) paper.draw(mounted.data);
  else papers.set(parentElement, (paper = new Paper(mounted)));
  return () => {
    paper.unmount();
    papers.delete(parentElement);
  };
}
