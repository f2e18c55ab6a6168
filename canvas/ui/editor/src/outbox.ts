// One text on its way to the server. It outlives the field on the page: a page switch loses nothing that is pending.
import { Mirror, orphans, type Copy } from "./mirror.ts";
import { drop, post, type Letter } from "./route.ts";
import type { Answer, Check, Conflict, FieldData, Report } from "./shapes.ts";
import { isMine, tellSaved } from "./tabs.ts";

export type State = "still" | "saving" | "saved" | "kept" | "lost" | "long";

/** What a field on the page wants to hear. */
export interface Listener {
  /** The state, the conflict or the length has changed. */
  told(): void;
  /** Another text stands here now, which was not typed into this field. */
  replaced(text: string): void;
  /** The server has read exactly the text that stands here. */
  reported(report: Report): void;
  /** The text that somebody asked to have checked is kept. */
  checked(): void;
  /** The page should run again, because what is kept has changed and the field was left. */
  left(): void;
}

const PAUSE = 250; // milliseconds after the last key
const LONGEST = 3_000; // milliseconds without a save while somebody types on and on
const SLOWEST = 10; // seconds between two tries
const MIRROR_AT_ONCE = 20_000; // characters; a longer text is mirrored with a little delay
const RANK: Record<Check, number> = { none: 0, pause: 1, asked: 2 };

export class Outbox {
  text: string;
  state: State = "still";
  conflict: Conflict | null = null;
  limit: number;
  revision: number;
  private readonly document: string;
  private readonly field: string;
  private seen: string;
  private acknowledged: string;
  private editor = newEditor();
  private sequence = 0;
  private readonly known = new Set<string>();
  private readonly mirror: Mirror;
  private listener: Listener | null = null;
  private timer = 0;
  private mirrorTimer = 0;
  private busy = false;
  private wanted: Check | null = null;
  private notBefore = 0;
  private failures = 0;
  private since = 0;
  private leaving = false;
  private owed = false;
  private behind = false;
  private closed = false;

  constructor(
    data: FieldData,
    private check: Check,
  ) {
    this.document = data.document;
    this.field = data.field;
    this.text = this.acknowledged = data.text;
    this.seen = data.mark;
    this.revision = data.revision;
    this.limit = data.limit;
    this.known.add(data.mark);
    this.mirror = new Mirror(data.mirror, data.document, data.field);
    isMine(this.editor);
    void this.restore();
  }

  get pending(): boolean {
    return this.text !== this.acknowledged;
  }

  /** Whether an answer of the server is still to come. */
  get waiting(): boolean {
    return this.busy || (this.pending && this.state === "saving");
  }

  private get free(): boolean {
    return !this.conflict && !this.closed && !this.tooLong();
  }

  get length(): number {
    return this.text.length > this.limit * 0.8 ? [...this.text].length : this.text.length;
  }

  listen(listener: Listener | null): void {
    this.listener = listener;
  }

  /** Somebody typed. */
  changed(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.since ||= Date.now();
    if (text.length <= MIRROR_AT_ONCE) this.keep();
    else this.mirrorTimer ||= window.setTimeout(() => this.keep(), PAUSE);
    this.tell(this.tooLong() ? "long" : this.failures ? this.state : "saving");
    if (this.conflict || this.tooLong()) return;
    const forced = Math.max(0, this.since + LONGEST - Date.now());
    this.plan(Math.min(PAUSE, forced), forced < PAUSE ? "none" : this.check);
  }

  /** Send what is pending at once. outlive: also when the page is left meanwhile. */
  flush(check: Check = this.check, outlive = false): void {
    if (this.pending && this.free) void this.send(check, outlive);
  }

  /** Keep the text and have it checked, also when nothing changed; `checked` tells when that is done. */
  ask(check: Check): void {
    this.check = check; // from here on every check is as thorough as this one
    this.owed = true;
    this.notBefore = 0;
    if (this.free) void this.send(check);
  }

  /** Ask for a report on the text as it stands, saved or not. */
  look(): void {
    if (this.text.trim() && this.free) void this.send(this.check);
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
    if (!this.conflict && !this.tooLong()) drop(this.letter("none"));
  }

  /** Take what the page says now; show its text only when it is news and nothing is pending here. */
  offered(data: FieldData): void {
    this.limit = data.limit;
    if (data.mark === this.seen) {
      this.revision = Math.max(this.revision, data.revision);
      return;
    }
    const old = data.revision < this.revision || (data.revision === this.revision && this.known.has(data.mark));
    if (old || this.pending || this.busy || this.conflict) return;
    this.become(data.text, data.mark, data.revision);
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
      void this.send(this.check);
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
    clearTimeout(this.timer);
    clearTimeout(this.mirrorTimer);
  }

  /** Try at once: the network is back, or the tab is looked at again. */
  wake(): void {
    if (this.failures && !this.busy) {
      this.notBefore = 0;
      this.plan(0, this.check);
    }
    if (this.behind && !this.pending) {
      this.behind = false;
      this.listener?.left();
    }
  }

  savedElsewhere(name: string, editor: string): void {
    if (name !== this.name() || editor === this.editor || this.pending) return;
    this.behind = true;
    if (document.visibilityState === "visible") this.wake();
  }

  private plan(delay: number, check: Check): void {
    const wait = Math.max(delay, this.notBefore - Date.now());
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(check), wait);
  }

  private async send(check: Check, outlive = false): Promise<void> {
    clearTimeout(this.timer);
    if (!this.free) return;
    if (this.busy) {
      this.wanted = this.wanted && RANK[this.wanted] > RANK[check] ? this.wanted : check;
      return;
    }
    this.busy = true;
    this.tell(this.pending && !this.failures ? "saving" : this.state);
    this.since = 0;
    const sent = this.text;
    this.sequence += 1;
    if (this.pending) this.keep();
    const answer = await post(this.letter(check), outlive);
    this.busy = false;
    if (this.closed) return;
    this.answered(answer, sent);
    this.listener?.told();
    const wanted = this.wanted;
    this.wanted = null;
    if (this.conflict || answer.kind === "refused") return;
    const unread = check === "none" && this.check !== "none"; // it was only kept, in the middle of typing
    if (wanted) void this.send(wanted);
    else if ((this.pending || unread) && this.free) this.plan(PAUSE, this.check);
  }

  private answered(answer: Answer, sent: string): void {
    if (answer.kind === "conflict" && answer.text === sent) {
      answer = { kind: "saved", mark: answer.mark, revision: this.revision, report: null };
    }
    if (answer.kind === "refused") return this.failed(answer.reason, answer.again);
    this.failures = 0;
    this.notBefore = 0;
    if (answer.kind === "conflict") {
      this.conflict = answer;
      return this.tell("saved");
    }
    this.seen = answer.mark;
    this.known.add(answer.mark);
    this.revision = Math.max(this.revision, answer.revision);
    if (this.acknowledged !== sent) {
      tellSaved(this.name(), this.editor);
      if (!this.listener) dispatchEvent(new Event("canvas:late")); // the page that stands here now has read the old text
    }
    this.acknowledged = sent;
    if (this.pending) {
      this.keep();
      return;
    }
    clearTimeout(this.mirrorTimer);
    this.mirrorTimer = 0;
    this.mirror.drop(this.editor);
    this.tell("saved");
    if (answer.report) this.listener?.reported(answer.report);
    if (this.owed) {
      this.owed = this.leaving = false; // the page runs again for the check anyway
      this.listener?.checked();
    }
    this.done();
  }

  private failed(reason: string, again: number): void {
    const kept = !this.pending || this.keep();
    if (reason === "too long") return this.tell("long");
    this.failures += 1;
    const wait = Math.min(SLOWEST, Math.max(again, reason === "throttled" ? 0 : 2 ** (this.failures - 1)));
    this.notBefore = Date.now() + wait * 1000;
    this.plan(0, this.check);
    if (this.pending) this.tell(kept ? "kept" : "lost");
  }

  private done(): void {
    if (!this.leaving || this.pending || this.busy) return;
    this.leaving = false;
    this.listener?.left();
  }

  private become(text: string, mark: string, revision: number): void {
    this.text = this.acknowledged = text;
    this.seen = mark;
    this.known.add(mark);
    this.revision = revision;
    this.tell(text ? "saved" : "still");
    this.listener?.replaced(text);
  }

  private keep(): boolean {
    clearTimeout(this.mirrorTimer);
    this.mirrorTimer = 0;
    if (this.closed) return false;
    const { text, seen, editor, sequence } = this;
    return this.mirror.write({ text, seen, editor, sequence, at: Date.now() });
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
      await this.send(this.check);
    }
    for (const copy of older) await this.keepBeside(copy);
  }

  /** Send an older copy after the newest one: the server refuses it, and keeps it as a version of its own. */
  private async keepBeside(copy: Copy): Promise<void> {
    const { text, seen, editor } = copy;
    const letter = { ...this.letter("none"), text, seen, editor, sequence: copy.sequence + 1 };
    const answer = text === this.text ? null : await post(letter, false);
    if (answer?.kind !== "refused") this.mirror.drop(editor);
  }

  private letter(check: Check): Letter {
    const { document, field, text, seen, editor, sequence } = this;
    return { document, field, text, seen, editor, sequence, check };
  }

  private tooLong(): boolean {
    return this.length > this.limit;
  }

  private name(): string {
    return `${this.document}:${this.field}`;
  }

  private tell(state: State): void {
    this.state = state;
    this.listener?.told();
  }
}

/** Return a name that no other editor has; `randomUUID` is missing where a class opens the page without https. */
function newEditor(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("");
}
