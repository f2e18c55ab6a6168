// The line over the desk: who is on it, how far the batch is, and the buttons that the keys have too.
import type { Entry, Overview, Review, Student } from "./desk_shapes.ts";
import { ORIGINS, sameAs, STATES } from "./desk_list.ts";
import { padded } from "./desk_text.ts";
import { make, say } from "./page.ts";

export interface BarActions {
  list(): void;
  walk(by: number): void;
  done(): void;
  reveal(): void;
  mode(byRow: boolean): void;
  help(): void;
}

export class Bar {
  private readonly who = make("h2", { class: "who", tabindex: "-1" });
  private readonly chips = make("span", { class: "chips" });
  private readonly progress = make("progress", { "aria-label": "Reviewed", max: "1", value: "0" });
  private readonly count = make("span", { class: "count" });
  private readonly previous = tool("← Previous", "k", () => this.actions.walk(-1));
  private readonly next = tool("Next →", "j", () => this.actions.walk(1));
  private readonly done = tool("Mark as reviewed", "d", () => this.actions.done(), "main small");
  private readonly reveal = tool("Reveal name", "r", () => this.actions.reveal());
  private readonly byStudent = tool("Whole rubric", "", () => this.actions.mode(false));
  private readonly byRow = tool("One row over all", "", () => this.actions.mode(true));
  readonly state = make("p", { class: "state" });
  readonly element = make(
    "div",
    { class: "bar" },
    make("div", { class: "bar-line" }, tool("All students", "l", () => this.actions.list()), this.progress, this.count, this.state, make("span", { class: "push" }), make("span", { class: "pair", role: "group", "aria-label": "What is marked" }, this.byStudent, this.byRow), tool("Keys", "?", () => this.actions.help(), "quiet")),
    make("div", { class: "bar-line" }, this.who, this.chips, make("span", { class: "push" }), this.reveal, this.previous, this.next, this.done),
  );

  constructor(private readonly actions: BarActions) {}

  draw(overview: Overview, entry: Entry, student: Student | null, review: Review | null, name: string, place: number, last: number, byRow: boolean): void {
    const all = overview.students;
    const reviewed = all.filter((one) => one.state !== "draft").length;
    this.progress.max = Math.max(1, all.length);
    this.progress.value = reviewed;
    say(this.count, `${reviewed} of ${all.length} reviewed`);
    say(this.who, name ? `Student ${padded(entry.number)} · ${name}` : `Student ${padded(entry.number)}`);
    say(this.reveal.firstChild as HTMLElement, name ? "Hide name" : "Reveal name");
    this.chips.replaceChildren(...this.told(entry, student, review));
    this.previous.disabled = place <= 0;
    this.next.disabled = place >= last;
    const state = review?.state ?? "draft";
    say(this.done.firstChild as HTMLElement, { draft: "Mark as reviewed", reviewed: "Open again", released: "Take back" }[state]);
    this.done.classList.toggle("main", state === "draft");
    this.byStudent.setAttribute("aria-pressed", String(!byRow));
    this.byRow.setAttribute("aria-pressed", String(byRow));
  }

  focus(): void {
    this.who.focus({ preventScroll: true });
  }

  private told(entry: Entry, student: Student | null, review: Review | null): HTMLElement[] {
    const state = review?.state ?? entry.state;
    const told = [make("span", { class: `chip ${state}` }, STATES[state]), make("span", { class: "chip" }, `${entry.words} words`)];
    if (entry.late) told.push(make("span", { class: "chip warn" }, "Late"));
    const kind = student?.origin.kind ?? entry.origin;
    if (kind !== "no data") told.push(make("span", { class: `chip${kind === "intact" ? " good" : " warn"}`, title: student?.origin.says ?? "" }, ORIGINS[kind] ?? kind));
    if (entry.same.length) told.push(make("span", { class: "chip warn" }, sameAs(entry)));
    return told;
  }
}

function tool(name: string, key: string, act: () => void, look = "small"): HTMLButtonElement {
  const hint = key ? make("kbd", { "aria-hidden": "true" }, key) : null;
  return make("button", { type: "button", class: look, onclick: act, ...(key ? { "aria-keyshortcuts": key } : {}) }, make("span", {}, name), hint);
}
