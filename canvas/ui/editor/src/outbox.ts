// One text on its way to the server. It outlives the field on the page: a page switch loses nothing that is pending.
import { Manuscript } from "./manuscript.ts";
import { orphans } from "./mirror.ts";
import { drop, post } from "./route.ts";
import type { Answer, Check, Conflict, FieldData, Refused } from "./shapes.ts";
import { isMine, tellSaved } from "./tabs.ts";
import { PAUSE, Timing } from "./timing.ts";

const RANK: Record<Check, number> = { none: 0, pause: 1, asked: 2 };

export class Outbox extends Manuscript {
  conflict: Conflict | null = null;
  refusal = "";
  private readonly timing = new Timing();
  private busy = false;
  private restoring = true;
  private unread = false;
  private wanted: Check | null = null;
  private asked: { text: string; check: Check } | null = null;
  private leaving = false;
  private owed = false;
  private behind = false;

  constructor(
    data: FieldData,
    private readonly usual: Check,
  ) {
    super(data);
    isMine(this.editor);
    void this.restore().finally(() => {
      this.restoring = false;
      this.listener?.told();
    });
  }

  /** Whether an answer of the server is still to come, or a copy that was left behind. */
  get waiting(): boolean {
    return this.restoring || this.busy || (this.unread && this.free) || (this.pending && this.state === "saving");
  }

  private get free(): boolean {
    return !this.conflict && !this.closed && !this.tooLong;
  }

  /** How thorough the next check is: somebody who chose Check asked for this very text, not for what follows. */
  private get due(): Check {
    return this.asked?.text === this.text ? this.asked.check : this.usual;
  }

  /** Somebody typed. */
  changed(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.keepSoon();
    const { wait, forced } = this.timing.typed();
    this.tell(this.tooLong ? "long" : this.timing.failures ? this.state : "saving");
    if (!this.conflict && !this.tooLong) this.plan(wait, forced ? "none" : this.due);
  }

  /** Send what is pending at once. outlive: also when the page is left meanwhile. */
  flush(check: Check = this.due, outlive = false): void {
    if (this.pending && this.free) void this.send(check, outlive);
  }

  /** Keep the text and have it checked, also when nothing changed; `checked` tells when that is done. */
  ask(check: Check): void {
    this.asked = { text: this.text, check };
    this.owed = true;
    this.timing.hurry();
    if (this.free) void this.send(check);
  }

  /** Ask for a report on the text as it stands, saved or not. */
  look(): void {
    if (this.text.trim() && this.free) void this.send(this.due);
  }

  /** The field was left: once its text is saved, the page draws what depends on it. */
  left(): void {
    if (this.leaving || this.pending || this.busy) {
      this.leaving = true;
      if (this.pending && !this.busy) this.flush();
      else this.done();
    }
  }

  /** The last goodbye of a page: the browser delivers it when the page is gone. */
  goodbye(): void {
    if (this.closed || (!this.pending && !this.busy)) return;
    this.sequence += 1; // whatever is on its way is older than this
    this.keep();
    if (!this.conflict && !this.tooLong) drop(this.letter("none"));
  }

  /** Take what the page says now; show its text only when it is news and nothing is pending here.
   *  Return whether the text is the same, but what stands around it has changed. */
  offered(data: FieldData): boolean {
    this.limit = data.limit;
    if (data.mark === this.seen) {
      const changed = data.revision > this.revision;
      this.revision = Math.max(this.revision, data.revision);
      return changed;
    }
    const old = data.revision < this.revision || (data.revision === this.revision && this.known.has(data.mark));
    if (!old && !this.pending && !this.busy && !this.conflict) this.become(data.text, data.mark, data.revision);
    return false;
  }

  /** End a conflict: go on with this text (the other one is kept), or with the other one (this one is kept). */
  async settle(use: "mine" | "theirs"): Promise<void> {
    const conflict = this.conflict;
    if (!conflict) return;
    if (use === "theirs" && this.pending) await post(this.letter("none"), false); // keeps what was typed since
    this.conflict = null;
    if (use === "mine") {
      this.seen = conflict.mark;
      this.keep();
      void this.send(this.due);
      return;
    }
    this.mirror.drop(this.editor);
    this.become(conflict.text, conflict.mark, this.revision);
    this.look();
    this.listener?.left();
  }

  /** Stop for good and forget: somebody finishes on this computer. */
  close(): void {
    this.closed = true;
    this.timing.stop();
    this.stopKeeping();
  }

  /** Try at once: the network is back, or the tab is looked at again. */
  wake(): void {
    if (this.timing.failures && !this.busy) {
      this.timing.hurry();
      this.plan(0, this.due);
    }
    if (this.behind && !this.pending) {
      this.behind = false;
      this.listener?.left();
    }
  }

  savedElsewhere(name: string, editor: string): void {
    if (name !== this.name || editor === this.editor || this.pending) return;
    this.behind = true;
    if (document.visibilityState === "visible") this.wake();
  }

  private plan(delay: number, check: Check): void {
    this.timing.plan(delay, () => void this.send(check));
  }

  private async send(check: Check, outlive = false): Promise<void> {
    this.timing.stop();
    if (!this.free) return;
    if (this.busy) {
      this.wanted = this.wanted && RANK[this.wanted] > RANK[check] ? this.wanted : check;
      return;
    }
    this.busy = true;
    this.tell(this.pending && !this.timing.failures ? "saving" : this.state);
    this.timing.sent();
    const sent = this.text;
    this.sequence += 1;
    if (this.pending) this.keep();
    const answer = await post(this.letter(check), outlive);
    this.busy = false;
    this.unread = check === "none" && this.due !== "none" && answer.kind === "saved"; // only kept, in the middle of typing
    if (this.closed) return;
    this.answered(answer, sent);
    this.listener?.told();
    const wanted = this.wanted;
    this.wanted = null;
    if (this.conflict || answer.kind === "refused") return;
    if (wanted) void this.send(wanted);
    else if ((this.pending || this.unread) && this.free) this.plan(PAUSE, this.due);
  }

  private answered(answer: Answer, sent: string): void {
    if (answer.kind === "conflict" && answer.text === sent) {
      answer = { kind: "saved", mark: answer.mark, revision: this.revision, report: null };
    }
    if (answer.kind === "refused") return this.failed(answer);
    this.refusal = "";
    this.timing.answered();
    if (answer.kind === "conflict") {
      this.conflict = answer;
      return this.tell("saved");
    }
    this.seen = answer.mark;
    this.known.add(answer.mark);
    this.revision = Math.max(this.revision, answer.revision);
    if (this.acknowledged !== sent) {
      tellSaved(this.name, this.editor);
      if (!this.listener) dispatchEvent(new Event("canvas:late")); // the page that stands here now has read the old text
    }
    this.acknowledged = sent;
    if (this.pending) {
      this.keep();
      return;
    }
    this.stopKeeping();
    this.mirror.drop(this.editor);
    this.tell("saved");
    if (answer.report) this.listener?.reported(answer.report);
    if (this.owed) {
      this.owed = this.leaving = false; // the page runs again for the check anyway
      this.listener?.checked();
    }
    this.done();
  }

  private failed({ reason, says, again }: Refused): void {
    this.refusal = says;
    const kept = !this.pending || this.keep();
    if (reason === "too long") return this.tell("long");
    this.timing.failed(again, reason === "throttled");
    this.plan(0, this.due);
    if (this.pending) this.tell(kept ? "kept" : "lost");
  }

  private done(): void {
    if (!this.leaving || this.pending || this.busy) return;
    this.leaving = false;
    this.listener?.left();
  }

  /** Go on with the copy that a crash, a reload or a closed browser left behind; older ones are kept beside. */
  private async restore(): Promise<void> {
    const [newest, ...older] = await orphans(this.mirror, this.editor);
    if (!newest) return;
    if (this.pending) {
      older.unshift(newest);
    } else if (newest.text === this.text) {
      this.mirror.drop(newest.editor);
    } else {
      ({ text: this.text, seen: this.seen, editor: this.editor, sequence: this.sequence } = newest);
      isMine(this.editor);
      this.listener?.replaced(this.text);
      this.tell("saving");
      this.leaving = true; // the page has drawn what depends on the older text
      await this.send(this.due);
    }
    for (const copy of older) await this.keepBeside(copy);
  }
}
