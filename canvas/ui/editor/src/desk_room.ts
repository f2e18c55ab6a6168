// What the desk shows and what its keys do. `desk_bench.ts` holds what is known about the students.
import { Bar } from "./desk_bar.ts";
import { Bench } from "./desk_bench.ts";
import { BriefPanel } from "./desk_brief.ts";
import { CommentsPanel } from "./desk_comments.ts";
import { acted, isOurs, keysTold } from "./desk_keys.ts";
import { StudentList } from "./desk_list.ts";
import { LOOKS_DESK } from "./desk_looks.ts";
import { Tabs } from "./desk_plan.ts";
import { RemarksPanel } from "./desk_remarks.ts";
import { isRefused, type Refused } from "./desk_route.ts";
import { RubricPanel } from "./desk_rubric.ts";
import type { DeskData } from "./desk_shapes.ts";
import { TextPane } from "./desk_text.ts";
import { Acts } from "./desk_acts.ts";
import { LOOKS } from "./looks.ts";
import { LOOKS_MARKS } from "./looks_marks.ts";
import { make, say, show } from "./page.ts";
import type { Mounted } from "./shapes.ts";

const TOAST = 6_000; // milliseconds that a short message is seen

export class Desk {
  private readonly bench: Bench;
  private readonly acts: Acts;
  private readonly text = new TextPane({ chosen: () => undefined });
  private readonly tabs = new Tabs(this.text.element);
  private readonly list: StudentList;
  private readonly bar: Bar;
  private readonly rubric: RubricPanel;
  private readonly remarks: RemarksPanel;
  private readonly comments: CommentsPanel;
  private readonly said = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
  private readonly toast = make("p", { class: "toast", "aria-hidden": "true", hidden: true });
  private toastTimer = 0;
  private early: KeyboardEvent[] = []; // pressed before the next student was there
  private readonly trouble = make("div", { class: "conflict", role: "alert", hidden: true });
  private readonly brief = new BriefPanel();
  private readonly help = make("div", { hidden: true });
  private readonly side = make("div", { class: "side" });
  private readonly halves = make("div", { class: "halves" });
  private readonly room = make("div", { class: "room", hidden: true });
  private readonly root = make("div", { class: "root desk", "data-canvas": "desk" });
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);
  private readonly onHide = (): void => this.bench.keeper.drop();

  constructor(private readonly mounted: Mounted<DeskData>) {
    const { data } = mounted;
    const listening = { drawn: () => this.draw(), said: (words: string, seen?: boolean) => this.announce(words, seen) };
    this.bench = new Bench(data.batch, data.mirror, listening);
    const { route } = this.bench;
    this.acts = new Acts(this.bench, this.text, listening);
    this.list = new StudentList({
      open: (ticket) => void this.open(ticket),
      find: async (words) => this.worked(await route.find(words))?.tickets ?? null,
      names: async () => (await this.bench.allNames()) ?? null,
    });
    this.bar = new Bar({
      list: () => this.toList(),
      walk: (by) => void this.walk(by),
      done: () => this.acts.done(),
      reveal: () => void this.bench.reveal(),
      mode: (byRow) => this.bench.setMode(byRow),
      help: () => this.turnHelp(),
    });
    this.rubric = new RubricPanel(this.acts);
    this.remarks = new RemarksPanel(this.acts);
    this.comments = new CommentsPanel(this.acts, () => this.comment(false));
    this.acts.left = () => this.text.element.focus({ preventScroll: true });
    this.build();
    void this.begin();
  }

  shows(data: DeskData): boolean {
    const { batch, mirror, ticket, reviewer } = this.mounted.data;
    const here = data.ticket === ticket || data.ticket === this.bench.ticket;
    return data.batch === batch && data.mirror === mirror && data.reviewer === reviewer && here;
  }

  unmount(): void {
    this.bench.keeper.flush();
    document.removeEventListener("keydown", this.onKey);
    removeEventListener("pagehide", this.onHide);
    this.root.remove();
  }

  private build(): void {
    this.side.append(this.rubric.element, this.remarks.element, this.comments.element);
    this.help.append(keysTold());
    const sheet = make("div", { class: "sheet-side" }, this.brief.element, this.tabs.element);
    this.halves.append(sheet, this.side);
    this.room.append(this.bar.element, this.help, this.halves);
    this.root.append(this.said, this.toast, this.trouble, this.list.element, this.room);
    const looks = make("style", {}, LOOKS + LOOKS_MARKS + LOOKS_DESK);
    this.mounted.parentElement.replaceChildren(looks, this.root);
    document.addEventListener("keydown", this.onKey);
    addEventListener("pagehide", this.onHide);
  }

  private async begin(): Promise<void> {
    await this.bench.load();
    const { ticket } = this.mounted.data;
    if (ticket && this.bench.entry(ticket)) await this.open(ticket);
  }

  private async open(ticket: string): Promise<void> {
    if (!this.bench.ticket) this.bench.order = this.list.shown;
    this.tabs.front();
    named(ticket);
    await this.bench.open(ticket);
    if (this.bench.ticket !== ticket) return;
    this.side.scrollTop = 0;
    this.bar.focus();
    if (this.bench.student) this.early.splice(0).forEach((event) => this.take(event));
    if (this.room.getBoundingClientRect().top < 0) this.room.scrollIntoView({ block: "start" });
  }

  private async walk(by: number): Promise<void> {
    const { order, ticket } = this.bench;
    const next = order[order.indexOf(ticket) + by];
    if (!next) return this.announce(by > 0 ? "This is the last student." : "This is the first student.", true);
    await this.open(next);
  }

  private toList(): void {
    const { ticket } = this.bench;
    named("");
    this.early = [];
    this.bench.close();
    this.list.focus(ticket);
  }

  private comment(search: boolean): void {
    this.tabs.front();
    const id = this.acts.newComment();
    if (id) this.comments.focus(id, search);
  }

  private turnHelp(): void {
    show(this.help, this.help.hidden);
  }

  private key(event: KeyboardEvent): void {
    if (!this.bench.ticket || !this.root.isConnected || !isOurs(event)) return;
    event.preventDefault();
    this.take(event);
  }

  /** Act on a key, or keep it until the student whom it is meant for is there. */
  private take(event: KeyboardEvent): void {
    if (!this.bench.student && !this.bench.refused && event.key !== "l") this.early.push(event);
    else this.act(event);
  }

  private act(event: KeyboardEvent): void {
    acted(event.key, {
      walk: (by) => void this.walk(by),
      level: (number) => this.level(number),
      row: (by) => this.bench.setRow(this.bench.row + by),
      sentence: (by) => (this.tabs.front(), this.text.step(by)),
      comment: (search) => this.comment(search),
      accept: () => this.acts.acceptNow(),
      done: () => this.acts.done(true),
      reveal: () => void this.bench.reveal(),
      list: () => this.toList(),
      help: () => this.turnHelp(),
    });
  }

  private level(number: number): void {
    const marked = this.acts.levelByDigit(number);
    if (!marked) return;
    if (this.bench.byRow) void this.walk(1);
    else this.bench.setRow(Math.min(this.bench.row + 1, this.bench.rubric.rows.length - 1));
  }

  private draw(): void {
    const { bench } = this;
    const { overview, entry } = { overview: bench.overview, entry: bench.entry(bench.ticket) };
    this.root.toggleAttribute("data-busy", bench.busy);
    this.drawTrouble();
    if (!overview) return;
    show(this.list.element, !bench.ticket);
    show(this.room, !!bench.ticket);
    if (!entry) return this.list.draw(overview);
    const { held, student } = bench;
    this.halves.inert = !student;
    const place = bench.order.indexOf(bench.ticket);
    this.bar.draw(overview, entry, student, held?.mine ?? null, bench.name, place, bench.order.length - 1, bench.byRow);
    say(this.bar.state, bench.stateWords);
    this.root.dataset["state"] = bench.stateName;
    if (!student || !held) return;
    const now = this.acts.remarkNow();
    this.brief.draw(student.heading, overview.brief);
    this.tabs.draw(student);
    this.text.draw(student, held.mine.comments, now);
    this.rubric.draw(bench.rubric, held.mine, held.kept, bench.row, bench.byRow ? bench.row : null, bench.hints);
    this.comments.draw(bench.ticket, held.mine, overview.bank);
    this.remarks.draw(student, held.mine, bench.counts, overview.for_all, now);
  }

  private drawTrouble(): void {
    const { held, refused } = this.bench;
    const parts: HTMLElement[] = [];
    if (refused) parts.push(make("p", {}, refused));
    for (const clash of held?.clashes ?? []) {
      const settle = (take: boolean) => () => this.acts.settle(clash, take);
      parts.push(
        make("p", {}, clash.says),
        make(
          "p",
          { class: "choices" },
          clash.mine ? make("button", { type: "button", class: "small", onclick: settle(true) }, "Use mine") : null,
          make("button", { type: "button", class: "small", onclick: settle(false) }, clash.mine ? "Keep the other" : "All right"),
        ),
      );
    }
    show(this.trouble, parts.length > 0);
    const told = parts.map((one) => one.textContent).join("\n");
    if (this.trouble.dataset["told"] === told) return;
    this.trouble.dataset["told"] = told;
    this.trouble.replaceChildren(...parts);
  }

  private worked<T extends object>(found: T | Refused): T | null {
    if (!isRefused(found)) return found;
    this.announce(found.error, true);
    return null;
  }

  private announce(words: string, seen = false): void {
    say(this.said, "");
    requestAnimationFrame(() => say(this.said, words));
    if (!seen) return;
    say(this.toast, words);
    show(this.toast, true);
    clearTimeout(this.toastTimer);
    this.toastTimer = window.setTimeout(() => show(this.toast, false), TOAST);
  }
}

/** Name the student in the address, so that a reload shows the same one; "" for the list. */
function named(ticket: string): void {
  const address = new URL(location.href);
  if (ticket) address.searchParams.set("student", ticket);
  else address.searchParams.delete("student");
  history.replaceState(history.state, "", address);
}
