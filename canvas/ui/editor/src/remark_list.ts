// The remarks as a list beside the text: first what works, then each remark, which leads to its words.
import { counted, make, say } from "./page.ts";
import { kindOf } from "./kinds.ts";
import { Reasons } from "./reasons.ts";
import type { EditorData, Lesson, Question, Remark, Report } from "./shapes.ts";

export interface ListActions {
  /** Show the words of a remark. */
  jump(remark: Remark): void;
  /** Keep why the student disagrees. */
  disagree(remark: Remark, because: string): void;
}

const AT_ONCE = 3;

export class RemarkList {
  readonly element = make("section", { class: "list", "aria-label": "What the check sees" });
  readonly reasons = new Reasons();

  constructor(private readonly actions: ListActions) {}

  draw(report: Report | null, data: EditorData, empty: boolean): void {
    const focused = this.focused();
    this.element.replaceChildren(
      make("h2", {}, "What the check sees"),
      ...(report && !empty ? this.parts(report, data) : [this.nothing(empty)]),
    );
    this.restore(focused);
  }

  /** Show which remark the walk with F8 has come to. */
  mark(remark: Remark | null): void {
    for (const one of this.element.querySelectorAll<HTMLElement>("[data-remark]")) {
      one.classList.toggle("here", one.dataset["remark"] === remark?.id);
    }
  }

  /** Put the focus on a remark in the list; return false when it is not there. */
  focus(remark: Remark): boolean {
    const found = this.element.querySelector<HTMLElement>(`[data-remark="${CSS.escape(remark.id)}"]`);
    const folded = found?.closest("details");
    if (folded) folded.open = true;
    found?.focus();
    return !!found;
  }

  private nothing(empty: boolean): HTMLElement {
    const words = empty ? "Your text is empty. Write a few sentences, then choose Check." : "Reading your text …";
    return make("p", { class: "hint" }, words);
  }

  private parts(report: Report, data: EditorData): HTMLElement[] {
    const active = report.remarks.filter((remark) => !remark.disagreed);
    const folded = report.remarks.filter((remark) => remark.disagreed);
    const parts = [works(report)];
    parts.push(...report.gaps.map((says) => make("p", { class: "hint" }, says)));
    if (report.waiting) parts.push(make("p", { class: "hint" }, WAITING));
    if (!active.length && !report.waiting && !report.skipped.length && !report.gaps.length) parts.push(make("p", { class: "hint good" }, NO_REMARKS));
    const cards = active.map((remark) => this.card(remark, data));
    cards.push(...report.questions.map(question));
    if (cards.length) parts.push(make("ol", { class: "remarks" }, ...cards.slice(0, AT_ONCE)));
    if (cards.length > AT_ONCE) parts.push(more(cards.slice(AT_ONCE)));
    parts.push(...report.skipped.map((says) => make("p", { class: "hint" }, says)));
    if (report.notes.length) parts.push(notes(report));
    if (folded.length) parts.push(disagreed(folded));
    if (cards.length) parts.push(make("p", { class: "trust" }, make("a", { href: data.trust.href }, data.trust.title)));
    return parts;
  }

  private card(remark: Remark, data: EditorData): HTMLElement {
    const quotes = [...new Set(remark.quotes.map((one) => one.quote))].slice(0, 3);
    const jumps = quotes.length > 0;
    const title = jumps
      ? make("button", { type: "button", class: "jump", onclick: () => this.actions.jump(remark) }, remark.title)
      : remark.title;
    return make(
      "li",
      { class: `remark is-${kindOf(remark.mistake)}`, "data-remark": remark.id, tabindex: "-1" },
      make("h3", {}, make("span", { class: "sign", "aria-hidden": "true" }), title),
      ...quotes.map((quote) => make("blockquote", { dir: "auto" }, `“${quote}”`)),
      remark.missing ? make("p", { class: "missing" }, `Not in your text yet: ${remark.missing}.`) : null,
      remark.why ? make("p", {}, remark.why) : null,
      remark.ask ? make("p", { class: "ask" }, remark.ask) : null,
      this.foot(remark, data.lessons[remark.mistake]),
    );
  }

  private foot(remark: Remark, lesson: Lesson | undefined): HTMLElement {
    const read = lesson ? make("a", { href: lesson.href }, `Read: ${lesson.title}`) : null;
    const form = this.form(remark);
    const ask = make("button", { type: "button", class: "quiet" }, "I disagree");
    const toggle = (): void => {
      form.hidden = !form.hidden;
      ask.setAttribute("aria-expanded", String(!form.hidden));
      if (form.hidden) this.reasons.drop(remark.id);
      else form.querySelector("textarea")?.focus();
    };
    form.hidden = !this.reasons.has(remark.id);
    ask.setAttribute("aria-expanded", String(!form.hidden));
    ask.addEventListener("click", toggle);
    const trust = remark.trust ? make("p", { class: "trust" }, remark.trust) : null;
    return make("div", { class: "foot-line" }, trust, read, ask, form);
  }

  private form(remark: Remark): HTMLElement {
    const keep = (): void => this.reasons.write(remark.id, words.value);
    const words = make("textarea", { rows: "2", maxlength: "1200", "data-words": remark.id, oninput: keep, onfocus: keep });
    words.value = this.reasons.read(remark.id);
    const send = (): void => {
      const because = words.value.trim();
      if (!because) return words.focus();
      this.actions.disagree(remark, because);
    };
    return make(
      "div",
      { class: "disagree" },
      make("label", {}, "I disagree because …", words),
      make("button", { type: "button", onclick: send }, "Keep my reason"),
    );
  }

  /** Remember which form somebody is writing in: the list is drawn afresh with every report. */
  private focused(): { id: string; start: number } | null {
    const active = (this.element.getRootNode() as ShadowRoot | Document).activeElement;
    if (!(active instanceof HTMLTextAreaElement) || !this.element.contains(active)) return null;
    return { id: active.dataset["words"] ?? "", start: active.selectionStart };
  }

  private restore(focused: { id: string; start: number } | null): void {
    if (!focused) return;
    for (const area of this.element.querySelectorAll("textarea")) {
      if (area.dataset["words"] !== focused.id) continue;
      area.focus();
      area.setSelectionRange(focused.start, focused.start);
    }
  }
}

const WAITING = "Write on: remarks about what is missing come from 40 words on, or as soon as you choose Check.";
const NO_REMARKS = "No remarks. Read the text aloud once: does every sentence sound like you?";
const BEGUN = "You have begun. Say what happens for one customer, and there is something to work with.";

function works(report: Report): HTMLElement {
  const says = report.works.length
    ? make("ul", {}, ...report.works.map((one) => make("li", {}, one)))
    : make("p", {}, BEGUN);
  return make("div", { class: "works" }, make("h3", {}, "What works"), says);
}

function more(cards: HTMLElement[]): HTMLElement {
  const summary = make("summary", {}, `${cards.length} more to look at later`);
  return make("details", { class: "more" }, summary, make("ol", { class: "remarks" }, ...cards));
}

/** Notes on the language: quiet, and counted nowhere. */
function notes(report: Report): HTMLElement {
  const summary = make("summary", {}, `On the language (${report.notes.length})`);
  return make("details", { class: "more" }, summary, make("ul", {}, ...report.notes.map((one) => make("li", {}, one.says))));
}

function disagreed(remarks: Remark[]): HTMLElement {
  const summary = make("summary", {}, `You disagree with ${counted(remarks.length, "remark")}`);
  const lines = remarks.map((one) => make("li", {}, one.title));
  return make("details", { class: "more" }, summary, make("ul", {}, ...lines));
}

function question(one: Question): HTMLElement {
  return make(
    "li",
    { class: "remark is-question" },
    make("h3", {}, one.title),
    ...one.quotes.map((quote) => make("blockquote", { dir: "auto" }, `“${quote.quote}”`)),
    one.why ? make("p", {}, one.why) : null,
    make("p", { class: "ask" }, one.ask),
  );
}

/** Say in one line how many remarks and questions there are, only when a number has changed. */
export function sayCount(element: HTMLElement, report: Report): void {
  const count = report.remarks.filter((remark) => !remark.disagreed).length;
  const asked = report.questions.length ? counted(report.questions.length, "question") : "";
  const remarks = count ? counted(count, "remark") : report.waiting ? "" : "No remarks";
  say(element, [remarks, asked].filter(Boolean).join(", "));
}
