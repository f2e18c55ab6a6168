// Every change of a review saves itself: levels at once, texts after a short pause. A copy stays in the browser until
// the server has answered, so that neither a crash of the page nor one of the server loses more than the last second.
import { bare, merged, same, type Clash } from "./desk_merge.ts";
import type { DeskRoute } from "./desk_route.ts";
import type { KeptReview, Review } from "./desk_shapes.ts";
import { Mirror, orphans } from "./mirror.ts";
import { isMine } from "./tabs.ts";
import { Timing } from "./timing.ts";

export const TEXT_PAUSE = 400; // milliseconds after the last key
const editor = Math.random().toString(36).slice(2, 14).padEnd(8, "0");
isMine(editor);

interface Copied {
  base: Review;
  mine: Review;
}

/** One review on its way to the server. */
export class Held {
  readonly clashes: Clash[] = [];
  readonly timing = new Timing();
  sending = false;
  failed = "";
  constructor(
    readonly ticket: string,
    public base: Review,
    public mine: Review,
    public kept: KeptReview,
  ) {}

  get waiting(): boolean {
    return !same(this.base, this.mine);
  }
}

export interface Told {
  (held: Held, arrived: boolean): void;
}

export class Keeper {
  private readonly all = new Map<string, Held>();
  private sequence = 0;

  constructor(
    private readonly route: DeskRoute,
    private readonly workspace: string,
    private readonly batch: string,
    private readonly nameOf: (row: string) => string,
    private readonly told: Told,
  ) {}

  of(ticket: string): Held | undefined {
    return this.all.get(ticket);
  }

  /** Take a review as the server has it. What somebody changed here, or before a crash, is put on top of it. */
  async opened(ticket: string, kept: KeptReview): Promise<Held> {
    const known = this.all.get(ticket);
    if (known) {
      if (!known.waiting && !known.sending && kept.revision >= known.base.revision) this.settle(known, kept);
      return known;
    }
    const held = new Held(ticket, bare(kept), bare(kept), kept);
    this.all.set(ticket, held);
    await this.recover(held);
    return held;
  }

  change(ticket: string, act: (review: Review) => void, pause = 0): void {
    const held = this.all.get(ticket);
    if (!held) return;
    const mine = structuredClone(held.mine);
    act(mine);
    held.mine = mine;
    this.mirror(held);
    if (held.waiting) held.timing.plan(pause, () => void this.send(held));
    this.told(held, false);
  }

  /** Send what waits at once: somebody leaves this student. */
  flush(): void {
    for (const held of this.all.values()) if (held.waiting && !held.sending) held.timing.plan(0, () => void this.send(held));
  }

  /** The page is going: the browser sends what waits. */
  drop(): void {
    for (const held of this.all.values()) if (held.waiting) this.route.drop(held.ticket, held.mine);
  }

  get busy(): boolean {
    return [...this.all.values()].some((held) => held.waiting || held.sending);
  }

  private async send(held: Held): Promise<void> {
    if (held.sending || !held.waiting) return;
    held.sending = true;
    held.timing.sent();
    this.told(held, false);
    const sent = held.mine;
    const answer = await this.route.save(held.ticket, sent);
    held.sending = false;
    if (answer.kind === "refused") {
      held.failed = answer.why.error;
      held.timing.failed(answer.why.status === 0 ? 1 : 5, false);
      held.timing.plan(0, () => void this.send(held));
      this.told(held, false);
      return;
    }
    held.failed = "";
    held.timing.answered();
    if (answer.kind === "stale") this.join(held, answer.review);
    else this.arrived(held, sent, answer.review);
    this.mirror(held);
    if (held.waiting) held.timing.plan(0, () => void this.send(held));
    this.told(held, answer.kind === "stale");
  }

  /** The server has `sent`; what was typed since then stays on top. */
  private arrived(held: Held, sent: Review, kept: KeptReview): void {
    const untouched = same(sent, held.mine);
    held.kept = kept;
    held.base = bare(kept);
    held.mine = untouched ? bare(kept) : { ...held.mine, revision: kept.revision };
  }

  private join(held: Held, theirs: KeptReview): void {
    const found = merged(held.base, held.mine, bare(theirs), this.nameOf);
    held.clashes.push(...found.clashes);
    held.kept = theirs;
    held.base = bare(theirs);
    held.mine = found.review;
  }

  private settle(held: Held, kept: KeptReview): void {
    held.kept = kept;
    held.base = bare(kept);
    held.mine = bare(kept);
    this.told(held, true);
  }

  private place(ticket: string): Mirror {
    return new Mirror(this.workspace, `desk.${this.batch}`, ticket);
  }

  private mirror(held: Held): void {
    const place = this.place(held.ticket);
    if (!held.waiting) return place.drop(editor);
    this.sequence += 1;
    const copied: Copied = { base: held.base, mine: held.mine };
    place.write({ text: JSON.stringify(copied), seen: String(held.base.revision), editor, sequence: this.sequence, at: Date.now() });
  }

  /** Put what a page that is gone had not saved on top of what the server has. */
  private async recover(held: Held): Promise<void> {
    const place = this.place(held.ticket);
    for (const copy of await orphans(place, editor)) {
      const copied = parsed(copy.text);
      if (copied) {
        const found = merged(copied.base, copied.mine, held.mine, this.nameOf);
        held.clashes.push(...found.clashes);
        held.mine = { ...found.review, revision: held.base.revision };
        this.mirror(held);
      }
      place.drop(copy.editor);
    }
    if (held.waiting) held.timing.plan(0, () => void this.send(held));
  }
}

function parsed(text: string): Copied | null {
  try {
    const found = JSON.parse(text) as Copied;
    return found.base && found.mine ? found : null;
  } catch {
    return null;
  }
}
