// The student's text, sentence by sentence: underlined by the automatic remarks, tinted where a comment stands.
// A sentence is chosen by a click or by the arrow keys; a comment is anchored to it.
import type { Comment, Student } from "./desk_shapes.ts";
import { kindOf } from "./kinds.ts";
import { make, newId } from "./page.ts";

export interface TextActions {
  /** A sentence was chosen: what stands on it is shown beside the text. */
  chosen(): void;
}

interface Place {
  start: number;
  end: number;
  look: string;
  says: string;
}

export class TextPane {
  private readonly id = newId("sentence");
  readonly element = make("div", {
    class: "text",
    role: "listbox",
    tabindex: "0",
    dir: "auto",
    onkeydown: (event) => this.key(event as KeyboardEvent),
    onclick: (event) => this.clicked(event),
  });
  private student: Student | null = null;
  private drawn = "";
  private at = -1;

  constructor(private readonly actions: TextActions) {}

  /** Return the chosen words, or null when none are. */
  get chosen(): { start: number; end: number; quote: string } | null {
    const sentence = this.student?.sentences[this.at];
    if (!sentence || !this.student) return null;
    const { start, end } = sentence;
    return { start, end, quote: this.student.text.slice(start, end) };
  }

  draw(student: Student, comments: Comment[], remark: string): void {
    const label = `Text of Student ${padded(student.number)}; the arrow keys choose a sentence`;
    const wanted = JSON.stringify([student.ticket, comments.map((one) => [one.start, one.end]), remark]);
    if (wanted === this.drawn && student === this.student) return;
    if (student.ticket !== this.student?.ticket) this.at = -1;
    this.drawn = wanted;
    this.student = student;
    this.element.setAttribute("aria-label", label);
    const places = placesOf(student, comments, remark);
    this.element.replaceChildren(...this.lines(student, places));
    this.show(false);
  }

  /** Choose the sentence in which a place stands. */
  choose(start: number): void {
    this.at = this.student?.sentences.findIndex((one) => one.start <= start && start < one.end) ?? -1;
    this.show(true);
  }

  step(by: number): void {
    const places = [...this.element.querySelectorAll<HTMLElement>(".line:not(.head) > [data-at]")].map((one) => Number(one.dataset["at"]));
    const ahead = by > 0 ? places.find((one) => one > this.at) : places.findLast((one) => this.at < 0 || one < this.at);
    this.at = ahead ?? (places.includes(this.at) ? this.at : (places[0] ?? -1));
    this.show(true);
    this.actions.chosen();
  }

  clear(): void {
    this.at = -1;
    this.show(false);
  }

  private lines(student: Student, places: Place[]): HTMLElement[] {
    const lines: HTMLElement[] = [];
    let end = -1;
    student.sentences.forEach((sentence, number) => {
      const between = student.text.slice(Math.max(end, 0), sentence.start);
      if (end < 0 || between.includes("\n")) {
        const gap = end >= 0 && /\n\s*\n/.test(between) ? " apart" : "";
        lines.push(make("p", { class: `line${sentence.bullet ? " bullet" : ""}${gap}`, role: "presentation", dir: "auto" }));
      } else lines.at(-1)?.append(between);
      const sign = /^#{1,6}\s+/.exec(student.text.slice(sentence.start, sentence.end))?.[0].length ?? 0;
      if (sign) lines.at(-1)?.classList.add("head");
      const option = make("span", { class: "sentence", role: "option", id: `${this.id}-${number}`, "data-at": String(number) });
      option.append(...pieces(student.text, sentence.start + sign, sentence.end, places));
      lines.at(-1)?.append(option);
      end = sentence.end;
    });
    return lines.length ? lines : [make("p", { class: "nothing", role: "option", "aria-selected": "false" }, "There is no text to read. The tab “File” says why.")];
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) this.step(by);
    else if (event.key === "Escape" && this.at >= 0) this.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private clicked(event: Event): void {
    const found = (event.target as Element).closest<HTMLElement>("[data-at]");
    if (!found) return;
    const number = Number(found.dataset["at"]);
    this.at = this.at === number ? -1 : number;
    this.show(false);
    this.actions.chosen();
  }

  private show(scroll: boolean): void {
    this.element.querySelectorAll<HTMLElement>("[data-at]").forEach((one) => {
      const here = Number(one.dataset["at"]) === this.at;
      one.classList.toggle("here", here);
      one.setAttribute("aria-selected", String(here));
      if (here && scroll) one.scrollIntoView({ block: "nearest" });
    });
    if (this.at >= 0) this.element.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
    else this.element.removeAttribute("aria-activedescendant");
  }
}

export function padded(number: number): string {
  return String(number).padStart(2, "0");
}

function placesOf(student: Student, comments: Comment[], remark: string): Place[] {
  const places: Place[] = [];
  for (const one of student.report.remarks) {
    const here = one.id === remark ? " now" : "";
    for (const { start, end } of one.quotes) places.push({ start, end, look: `mark mark-${kindOf(one.mistake)}${here}`, says: one.title });
  }
  for (const note of student.report.notes) places.push({ start: note.start, end: note.end, look: "mark-note", says: note.says });
  for (const { start, end, says } of comments) if (start < end) places.push({ start, end, look: "commented", says });
  return places;
}

/** Cut a sentence where an underline begins or ends; every piece carries the looks of all that stand on it. */
function pieces(text: string, start: number, end: number, places: Place[]): (Node | string)[] {
  const inside = places.filter((one) => one.start < end && one.end > start);
  const cuts = new Set([start, end]);
  for (const one of inside) for (const cut of [one.start, one.end]) if (cut > start && cut < end) cuts.add(cut);
  const order = [...cuts].sort((one, other) => one - other);
  return order.slice(0, -1).map((from, place) => {
    const to = order[place + 1] ?? end;
    const on = inside.filter((one) => one.start <= from && one.end >= to);
    const words = text.slice(from, to);
    if (!on.length) return words;
    return make("span", { class: on.map((one) => one.look).join(" "), title: on.map((one) => one.says).join("\n") }, words);
  });
}
