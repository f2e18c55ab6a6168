// One text as this tab knows it, what the server has of it, and its copy in this browser.
import type { Listener, State } from "./listener.ts";
import { Mirror, type Copy } from "./mirror.ts";
import { post, type Letter } from "./route.ts";
import type { Check, FieldData } from "./shapes.ts";
import { PAUSE } from "./timing.ts";

const MIRROR_AT_ONCE = 20_000; // characters; a longer text is mirrored with a little delay

export class Manuscript {
  text: string;
  state: State = "still";
  limit: number;
  revision: number;
  protected seen: string;
  protected acknowledged: string;
  protected editor = newEditor();
  protected sequence = 0;
  protected closed = false;
  protected listener: Listener | null = null;
  protected readonly known = new Set<string>();
  protected readonly mirror: Mirror;
  private readonly document: string;
  private readonly field: string;
  private mirrorTimer = 0;

  constructor(data: FieldData) {
    this.document = data.document;
    this.field = data.field;
    this.text = this.acknowledged = data.text;
    this.seen = data.mark;
    this.revision = data.revision;
    this.limit = data.limit;
    this.known.add(data.mark);
    this.mirror = new Mirror(data.mirror, data.document, data.field);
  }

  get pending(): boolean {
    return this.text !== this.acknowledged;
  }

  get length(): number {
    return this.text.length > this.limit * 0.8 ? [...this.text].length : this.text.length;
  }

  protected get tooLong(): boolean {
    return this.length > this.limit;
  }

  protected get name(): string {
    return `${this.document}:${this.field}`;
  }

  listen(listener: Listener | null): void {
    this.listener = listener;
  }

  protected letter(check: Check): Letter {
    const { document, field, text, seen, editor, sequence } = this;
    return { workspace_key: this.mirror.workspace, document, field, text, seen, editor, sequence, check };
  }

  /** Keep a copy with every key; of a very long text, after a short while. */
  protected keepSoon(): void {
    if (this.text.length <= MIRROR_AT_ONCE) this.keep();
    else this.mirrorTimer ||= window.setTimeout(() => this.keep(), PAUSE);
  }

  protected keep(): boolean {
    this.stopKeeping();
    if (this.closed) return false;
    const { text, seen, editor, sequence } = this;
    return this.mirror.write({ text, seen, editor, sequence, at: Date.now() });
  }

  protected stopKeeping(): void {
    clearTimeout(this.mirrorTimer);
    this.mirrorTimer = 0;
  }

  /** Send an older copy after the newest one: the server refuses it, and keeps it as a version of its own. */
  protected async keepBeside(copy: Copy): Promise<void> {
    const { text, seen, editor } = copy;
    const letter = { ...this.letter("none"), text, seen, editor, sequence: copy.sequence + 1 };
    const answer = text === this.text ? null : await post(letter, false);
    if (answer?.kind !== "refused") this.mirror.drop(editor);
  }

  protected become(text: string, mark: string, revision: number): void {
    this.text = this.acknowledged = text;
    this.seen = mark;
    this.known.add(mark);
    this.revision = revision;
    this.tell(text ? "saved" : "still");
    this.listener?.replaced(text);
  }

  protected tell(state: State): void {
    this.state = state;
    this.listener?.told();
  }
}

/** Return a name that no other editor has; `randomUUID` is missing where a class opens the page without https. */
function newEditor(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("");
}
