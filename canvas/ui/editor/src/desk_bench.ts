// What the desk knows: the batch, the student on it, the row that is marked, and what could not be fetched.
import { Keeper, type Held } from "./desk_keeper.ts";
import { DeskRoute, isRefused } from "./desk_route.ts";
import type { Entry, Overview, Rubric, Student, Suggested } from "./desk_shapes.ts";
import { padded } from "./desk_text.ts";

const AGAIN = 700; // milliseconds until the list is asked for again while texts are still checked

export interface Listening {
  drawn(): void;
  /** Say something to a screen reader; `seen`: show it for a moment too. */
  said(words: string, seen?: boolean): void;
}

export class Bench {
  readonly route: DeskRoute;
  readonly keeper: Keeper;
  overview: Overview | null = null;
  order: string[] = [];
  ticket = "";
  row = 0;
  byRow = false;
  name = "";
  hints: Suggested[] | null = null;
  refused = "";
  private readonly students = new Map<string, Promise<Student | null>>();
  private shown: Student | null = null;
  private names: Record<string, string> | null = null;

  constructor(
    batch: string,
    workspace: string,
    private readonly listening: Listening,
  ) {
    this.route = new DeskRoute(batch, workspace);
    const nameOf = (id: string): string => this.rubric.rows.find((row) => row.id === id)?.title ?? id;
    this.keeper = new Keeper(this.route, workspace, batch, nameOf, (held, arrived) => this.told(held, arrived));
  }

  get rubric(): Rubric {
    return this.overview?.rubric ?? { maximum: "10", rows: [] };
  }

  get student(): Student | null {
    return this.shown?.ticket === this.ticket ? this.shown : null;
  }

  get held(): Held | null {
    return this.keeper.of(this.ticket) ?? null;
  }

  get busy(): boolean {
    return this.keeper.busy || (!!this.ticket && !this.student) || (!this.overview && !this.refused);
  }

  get stateName(): string {
    const { held } = this;
    return held?.failed ? "kept" : held?.waiting || held?.sending ? "saving" : "saved";
  }

  get stateWords(): string {
    const { held } = this;
    if (held?.failed) return "Kept in this browser";
    return held?.waiting || held?.sending ? "Saving…" : held?.base.revision ? "Saved" : "";
  }

  /** How many students each remark was made on. */
  get counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const entry of this.overview?.students ?? []) for (const one of entry.mistakes ?? []) counts[one] = (counts[one] ?? 0) + 1;
    return counts;
  }

  entry(ticket: string): Entry | null {
    return this.overview?.students.find((one) => one.ticket === ticket) ?? null;
  }

  /** Fetch the batch; once more as long as texts are still being checked. */
  async load(): Promise<void> {
    const found = await this.route.overview();
    if (isRefused(found)) {
      this.refused = found.error;
      if (found.status === 0) setTimeout(() => void this.load(), 3 * AGAIN);
    } else {
      this.refused = "";
      this.overview = found;
      if (found.pending) setTimeout(() => void this.load(), AGAIN);
    }
    this.listening.drawn();
  }

  async open(ticket: string): Promise<void> {
    this.keeper.flush();
    [this.ticket, this.name, this.hints, this.shown] = [ticket, "", null, null];
    if (!this.byRow) this.row = 0;
    this.listening.drawn(); // what stands there is another student's until this one has come
    const student = await this.fetched(ticket);
    if (this.ticket !== ticket) return; // somebody walked on meanwhile
    if (student) {
      const held = await this.keeper.opened(ticket, student.review);
      if (this.ticket !== ticket) return;
      this.shown = student;
      if (!this.byRow) this.row = firstOpen(this.rubric, held.mine.levels);
      this.fetchNext();
    }
    this.listening.drawn();
    const where = this.byRow ? `, ${this.rubric.rows[this.row]?.title ?? ""}` : "";
    this.listening.said(`Student ${padded(this.entry(ticket)?.number ?? 0)}${where}`);
  }

  close(): void {
    this.keeper.flush();
    [this.ticket, this.name, this.shown] = ["", "", null];
    this.listening.drawn();
    void this.load();
  }

  setRow(row: number): void {
    this.row = Math.max(0, Math.min(this.rubric.rows.length - 1, row));
    this.listening.drawn();
  }

  setMode(byRow: boolean): void {
    this.byRow = byRow;
    this.listening.drawn();
    this.listening.said(byRow ? "One row over all students" : "The whole rubric of each student");
  }

  /** Show the name of this student, or hide it again. */
  async reveal(): Promise<void> {
    const { ticket } = this;
    if (this.name) this.name = "";
    else {
      const names = await this.allNames();
      if (this.ticket === ticket) this.name = names?.[ticket] ?? "";
    }
    this.listening.drawn();
    this.listening.said(this.name || "The name is hidden.");
  }

  async allNames(): Promise<Record<string, string> | null> {
    if (!this.names) {
      const found = await this.route.names();
      this.names = isRefused(found) ? null : found.names;
      if (isRefused(found)) this.listening.said(found.error, true);
    }
    return this.names;
  }

  async suggest(): Promise<void> {
    const { ticket } = this;
    const found = await this.route.suggested(ticket);
    if (this.ticket !== ticket) return;
    if (isRefused(found)) this.listening.said(found.error, true);
    else this.hints = found.levels;
    this.listening.drawn();
  }

  /** Students' texts do not change while the desk is open; their reviews do, and the keeper holds those. */
  forget(): void {
    this.students.clear();
  }

  private async fetched(ticket: string): Promise<Student | null> {
    const known = this.students.get(ticket);
    const found = known ?? this.fetch(ticket);
    this.students.delete(ticket); // the next visit asks again, so that another window's words come along
    return found;
  }

  private async fetch(ticket: string): Promise<Student | null> {
    const found = await this.route.student(ticket);
    if (!isRefused(found)) {
      this.refused = "";
      return found;
    }
    this.refused = found.error;
    if (found.status === 0) setTimeout(() => this.ticket === ticket && !this.student && void this.open(ticket), 2_000);
    return null;
  }

  /** The next student is there before somebody asks. */
  private fetchNext(): void {
    const next = this.order[this.order.indexOf(this.ticket) + 1];
    if (next && !this.students.has(next)) this.students.set(next, this.fetch(next));
  }

  private told(held: Held, arrived: boolean): void {
    const entry = this.entry(held.ticket);
    if (entry) {
      entry.state = held.mine.state;
      entry.mark = held.kept.mark;
      entry.levels = held.mine.levels;
      entry.comments = held.mine.comments.length;
    }
    if (arrived && held.clashes.length) this.listening.said("Another window changed this review too. Both are kept.");
    this.listening.drawn();
  }
}

function firstOpen(rubric: Rubric, levels: Record<string, number>): number {
  const open = rubric.rows.findIndex((row) => levels[row.id] === undefined);
  return open < 0 ? 0 : open;
}
