// What a reviewer does to the review on the desk. Each act is one change, which saves itself.
import type { Bench, Listening } from "./desk_bench.ts";
import type { CommentActions } from "./desk_comments.ts";
import { TEXT_PAUSE } from "./desk_keeper.ts";
import type { Clash } from "./desk_merge.ts";
import { acceptedAs, type RemarkActions } from "./desk_remarks.ts";
import { isRefused } from "./desk_route.ts";
import type { RubricActions } from "./desk_rubric.ts";
import type { BankComment, Comment, DeskRemark, Objection, Review } from "./desk_shapes.ts";
import type { TextPane } from "./desk_text.ts";
import { counted } from "./page.ts";

const NEXT = { draft: "reviewed", reviewed: "draft", released: "reviewed" } as const;
const LOCKED = "This review is released. “Take back” makes it reviewed again; then you can change it.";

export class Acts implements RubricActions, RemarkActions, CommentActions {
  left: () => void = () => undefined;
  private chosenRemark = "";

  constructor(
    private readonly bench: Bench,
    private readonly pane: TextPane,
    private readonly listening: Listening,
  ) {}

  choose(row: string, level: number | null): void {
    this.edit((review) => {
      const { [row]: _, ...others } = review.levels;
      review.levels = level === null ? others : { ...others, [row]: level };
    });
    const found = this.bench.rubric.rows.find((one) => one.id === row);
    const name = level === null ? "no level" : (found?.levels[level]?.name ?? "");
    this.listening.said(`${found?.title ?? ""}: ${name}`);
  }

  /** Set the level of the row by its digit, 0 for none. Return false when the row has no such level. */
  levelByDigit(number: number): boolean {
    const row = this.bench.rubric.rows[this.bench.row];
    if (!row || number > row.levels.length || this.locked) return false;
    this.choose(row.id, number === 0 ? null : number - 1);
    return number > 0;
  }

  go(place: number): void {
    this.bench.row = place;
  }

  override(mark: string | null): void {
    this.edit((review) => (review.override = mark));
  }

  suggest(): void {
    void this.bench.suggest();
  }

  /** Go on to the next state. byKey: a key pressed by habit takes nothing back that is released. */
  done(byKey = false): void {
    const { held } = this.bench;
    if (!held) return;
    if (byKey && this.locked) return this.listening.said(LOCKED, true);
    const released = this.locked;
    const next = NEXT[held.mine.state];
    this.bench.keeper.change(held.ticket, (review) => {
      review.state = next;
      review.comments = review.comments.filter((one) => one.says.trim());
    });
    if (released) this.listening.said("Taken back. It goes into no file until you release it again.", true);
    else this.listening.said(next === "draft" ? "Open again" : "Marked as reviewed");
  }

  /** Return the id of the remark that the key accepts: the chosen one, else the first that still waits. */
  remarkNow(): string {
    const { student, held } = this.bench;
    const all = student?.report.remarks ?? [];
    if (all.some((one) => one.id === this.chosenRemark)) return this.chosenRemark;
    return all.find((one) => !acceptedAs(held?.mine.comments ?? [], one.mistake))?.id ?? "";
  }

  acceptNow(): void {
    const now = this.remarkNow();
    const remark = this.bench.student?.report.remarks.find((one) => one.id === now);
    if (remark) this.accept(remark);
    else this.listening.said("No automatic remark waits.", true);
  }

  accept(remark: DeskRemark): void {
    this.chosenRemark = "";
    const first = remark.quotes[0] ?? { start: 0, end: 0, quote: "" };
    this.edit((review) => {
      if (acceptedAs(review.comments, remark.mistake)) return;
      review.comments = [...review.comments, { ...first, id: newComment(), says: remark.says, bank: null, mistake: remark.mistake }];
    });
    this.listening.said(`Accepted: ${remark.title}`);
  }

  withdraw(mistake: string): void {
    this.edit((review) => (review.comments = review.comments.filter((one) => one.mistake !== mistake)));
  }

  forAll(mistake: string, title: string, withdraw: boolean): void {
    void this.turnedForAll(mistake, title, withdraw);
  }

  point(remark: DeskRemark | Comment): void {
    if ("quotes" in remark) this.chosenRemark = remark.id;
    const start = "quotes" in remark ? remark.quotes[0]?.start : remark.start < remark.end ? remark.start : undefined;
    if (start !== undefined) this.pane.choose(start);
    this.listening.drawn();
  }

  reply(objection: Objection, accepted: boolean, words: string): void {
    const { mistake, words: quoted } = objection;
    this.edit((review) => {
      const others = review.replies.filter((one) => one.mistake !== mistake || one.words !== quoted);
      review.replies = [...others, { mistake, words: quoted, accepted, reply: words }];
      if (accepted) review.comments = review.comments.filter((one) => one.mistake !== mistake);
    }, TEXT_PAUSE);
  }

  /** Begin a comment on the chosen sentence, or on the whole text; return its id. */
  newComment(): string {
    if (this.locked) this.listening.said(LOCKED, true);
    if (this.locked || !this.bench.held) return "";
    const id = newComment();
    const place = this.pane.chosen ?? { start: 0, end: 0, quote: "" };
    this.edit((review) => (review.comments = [...review.comments, { ...place, id, says: "", bank: null, mistake: null }]), 2 * TEXT_PAUSE);
    return id;
  }

  write(id: string, says: string): void {
    this.edit((review) => (review.comments = review.comments.map((one) => (one.id === id ? { ...one, says } : one))), TEXT_PAUSE);
  }

  useBank(id: string, saved: BankComment): void {
    this.edit((review) => (review.comments = review.comments.map((one) => (one.id === id ? { ...one, says: saved.says, bank: saved.id } : one))));
    saved.used += 1;
  }

  remove(id: string): void {
    if (this.bench.held?.mine.comments.some((one) => one.id === id)) this.edit((review) => (review.comments = review.comments.filter((one) => one.id !== id)));
  }

  keepInBank(comment: Comment): void {
    const row = this.bench.byRow ? (this.bench.rubric.rows[this.bench.row]?.id ?? null) : null;
    const id = newComment();
    void this.bank(this.bench.route.saveBank({ id, says: comment.says.trim(), row }), "Kept in the bank");
    this.edit((review) => (review.comments = review.comments.map((one) => (one.id === comment.id ? { ...one, bank: id } : one))));
  }

  dropFromBank(saved: BankComment): void {
    void this.bank(this.bench.route.dropBank(saved.id), "Taken out of the bank");
  }

  summary(words: string): void {
    this.edit((review) => (review.summary = words), TEXT_PAUSE);
  }

  note(words: string): void {
    this.edit((review) => (review.private_note = words), TEXT_PAUSE, true);
  }

  settle(clash: Clash, take: boolean): void {
    const { held } = this.bench;
    held?.clashes.splice(held.clashes.indexOf(clash), 1);
    if (take && clash.mine) this.edit(clash.mine);
    else this.listening.drawn();
  }

  private get locked(): boolean {
    return this.bench.held?.mine.state === "released";
  }

  private edit(act: (review: Review) => void, pause = 0, always = false): void {
    if (this.locked && !always) return this.listening.said(LOCKED, true);
    this.bench.keeper.change(this.bench.ticket, act, pause);
  }

  private async turnedForAll(mistake: string, title: string, withdraw: boolean): Promise<void> {
    const found = await this.bench.route.acceptAll(mistake, withdraw);
    if (isRefused(found)) return this.listening.said(found.error, true);
    const left = found.left_out ? ` ${counted(found.left_out, "review")} stayed as before.` : "";
    const told = withdraw ? `taken back from ${counted(found.withdrawn, "student")}` : `accepted for ${counted(found.accepted, "student")}`;
    this.listening.said(`“${title}” ${told}.${left}`, true);
    this.bench.forget();
    await this.bench.load();
    if (this.bench.ticket) await this.bench.open(this.bench.ticket);
  }

  private async bank(asked: Promise<{ bank: BankComment[] } | { status: number; error: string }>, told: string): Promise<void> {
    const found = await asked;
    if (isRefused(found)) return this.listening.said(found.error, true);
    if (this.bench.overview) this.bench.overview.bank = found.bank;
    this.listening.said(told, true);
    this.listening.drawn();
  }
}

function newComment(): string {
  return `c${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}
