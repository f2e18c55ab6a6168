// What the checks remark on, and what the student objects to. A remark reaches the student only when it is accepted.
import type { Comment, DeskRemark, Objection, Reply, Review, Student } from "./desk_shapes.ts";
import { kindOf } from "./kinds.ts";
import { make, newId } from "./page.ts";

export interface RemarkActions {
  accept(remark: DeskRemark): void;
  withdraw(mistake: string): void;
  /** Accept a remark for everybody who has it, or take back what was accepted so. */
  forAll(mistake: string, title: string, withdraw: boolean): void;
  point(remark: DeskRemark): void;
  reply(objection: Objection, accepted: boolean, words: string): void;
}

/** Return the comment that stands for an accepted remark, if it was accepted. */
export function acceptedAs(comments: Comment[], mistake: string): Comment | undefined {
  return comments.find((one) => one.mistake === mistake);
}

export class RemarksPanel {
  readonly element = make("section", { class: "panel remarks-panel", "aria-label": "Automatic remarks" });
  private drawn = "";
  private student = "";
  private asked = ""; // the mistake about which "For all" asks once more

  constructor(private readonly actions: RemarkActions) {}

  private redraw: () => void = () => undefined;

  /** counts: how many students have each mistake; given: how many got its remark by “For all”. now: the id of the remark that the keys act on. */
  draw(student: Student, review: Review, counts: Record<string, number>, given: Record<string, number>, now: string): void {
    const taken = student.report.remarks.map((one) => !!acceptedAs(review.comments, one.mistake));
    if (this.student !== student.ticket) this.asked = "";
    this.redraw = () => this.draw(student, review, counts, given, now);
    const wanted = JSON.stringify([student.ticket, student.report.remarks, taken, counts, given, now, this.asked, review.state, review.replies.map((one) => one.accepted)]);
    const typing = this.student === student.ticket && this.element.querySelector("textarea:focus");
    if (wanted === this.drawn || typing) return;
    this.drawn = wanted;
    this.student = student.ticket;
    const locked = review.state === "released";
    const focused = (this.element.getRootNode() as ShadowRoot | Document).activeElement?.getAttribute("data-act") ?? "";
    const { remarks, works } = student.report;
    this.element.replaceChildren(
      make("header", {}, make("h3", {}, "Automatic remarks"), make("span", { class: "aside" }, "Only accepted ones reach the student")),
      ...student.objections.map((one) => this.objection(one, review.replies.find(isFor(one)), locked)),
      ...(remarks.length ? remarks.map((one, at) => this.card(one, !!taken[at], counts[one.mistake] ?? 1, !!given[one.mistake], now, locked)) : [make("p", { class: "quiet-line" }, "The checks remark on nothing.")]),
      works.length ? make("details", { class: "works-line" }, make("summary", {}, `What works (${works.length})`), list(works)) : "",
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-act="${CSS.escape(focused)}"]`)?.focus();
  }

  /** given: some got this remark by “For all”. */
  private card(remark: DeskRemark, taken: boolean, count: number, given: boolean, now: string, locked: boolean): HTMLElement {
    const back = taken && given;
    const quotes = remark.quotes.map((one) => `“${one.quote}”`).join(" · ");
    const accept = taken
      ? button("Take back", () => this.actions.withdraw(remark.mistake), locked, "small", remark.id)
      : button("Accept", () => this.actions.accept(remark), locked, "main small", remark.id);
    const all = count > 1 ? button(back ? "Take back from all" : `For all ${count}`, () => this.ask(remark.mistake), locked, "quiet") : null;
    return make(
      "article",
      { class: `remark is-${kindOf(remark.mistake)}${remark.id === now ? " here" : ""}${taken ? " taken" : ""}` },
      make(
        "div",
        { class: "line-up" },
        make("button", { type: "button", class: "jump", onclick: () => this.actions.point(remark) }, remark.title),
        taken ? make("span", { class: "chip good" }, "Accepted") : null,
      ),
      quotes ? make("p", { class: "quotes", dir: "auto" }, quotes) : null,
      make("p", { class: "why" }, remark.why || remark.missing),
      this.asked === remark.mistake && !locked ? this.question(remark, back, count) : make("div", { class: "acts" }, accept, all),
    );
  }

  private question(remark: DeskRemark, back: boolean, count: number): HTMLElement {
    const says = back
      ? `Take it back from everybody? Remarks that you accepted one by one or changed stay, and so do released reviews.`
      : `Accept it for all ${count} students who have it? Released reviews stay as they are; you can take it back.`;
    const sure = (): void => {
      this.asked = "";
      this.actions.forAll(remark.mistake, remark.title, back);
    };
    return make(
      "div",
      { class: "asked", role: "group", "aria-label": says },
      make("p", {}, says),
      make("div", { class: "acts" }, button(back ? "Take back from all" : `Accept for all ${count}`, sure, false, "main small sure"), button("Cancel", () => this.ask(""), false)),
    );
  }

  private ask(mistake: string): void {
    this.asked = mistake;
    this.redraw();
    this.element.querySelector<HTMLElement>(".sure")?.focus();
  }

  private objection(objection: Objection, reply: Reply | undefined, locked: boolean): HTMLElement {
    const id = newId("reply");
    const name = `${objection.mistake} ${objection.words}`;
    const area = make("textarea", { id, rows: "2", disabled: locked });
    area.value = reply?.reply ?? "";
    const send = (accepted: boolean) => () => this.actions.reply(objection, accepted, area.value);
    area.addEventListener("input", () => this.actions.reply(objection, reply?.accepted ?? false, area.value));
    const state = !reply ? "Waiting" : reply.accepted ? "You agree" : "Answered";
    return make(
      "article",
      { class: "remark objection" },
      make("div", { class: "line-up" }, make("b", {}, `The student disagrees: ${objection.title}`), make("span", { class: `chip${reply ? " good" : " warn"}` }, state)),
      make("p", { class: "quotes", dir: "auto" }, objection.because || "No reason is given."),
      make("label", { for: id }, "Your answer"),
      area,
      make(
        "div",
        { class: "acts" },
        button("The student is right", send(true), locked, "small", `right ${name}`),
        button("The remark stays", send(false), locked, "small", `stays ${name}`),
      ),
    );
  }
}

function isFor(objection: Objection) {
  return (one: Reply): boolean => one.mistake === objection.mistake && one.words === objection.words;
}

/** id: what finds the button again after the panel was drawn anew, so that the keyboard stays where it was. */
function button(name: string, act: () => void, disabled: boolean, look = "small", id = ""): HTMLElement {
  return make("button", { type: "button", class: look, disabled, "data-act": id, onclick: act }, name);
}

function list(lines: string[]): HTMLElement {
  return make("ul", {}, ...lines.map((line) => make("li", {}, line)));
}
