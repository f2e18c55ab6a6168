// Two versions of one review grew from the same one: what only one side changed is taken, what both changed is told.
import type { Comment, KeptReview, Reply, Review } from "./desk_shapes.ts";

/** What both changed. says: in words; mine: takes this side's value after all, null where both stand in the text. */
export interface Clash {
  says: string;
  mine: ((review: Review) => void) | null;
}

export interface Merged {
  review: Review;
  clashes: Clash[];
}

/** Join `mine` and `theirs`, which both grew from `base`. The result stands on the revision of `theirs`. */
export function merged(base: Review, mine: Review, theirs: Review, nameOf: (row: string) => string): Merged {
  const clashes: Clash[] = [];
  const review: Review = {
    levels: levelsOf(base, mine, theirs, nameOf, clashes),
    override: overrideOf(base, mine, theirs, clashes),
    comments: joined(base.comments, mine.comments, theirs.comments, (one) => one.id, textsOfComment(clashes)),
    replies: joined(base.replies, mine.replies, theirs.replies, keyOfReply, (_was, reply) => reply),
    summary: both(base.summary, mine.summary, theirs.summary, "The closing words", clashes),
    private_note: both(base.private_note, mine.private_note, theirs.private_note, "The private note", clashes),
    state: mine.state === base.state ? theirs.state : theirs.state === "released" ? "released" : mine.state,
    revision: theirs.revision,
  };
  return { review, clashes };
}

/** Tell whether two reviews say the same; their revisions do not count. */
export function same(one: Review, other: Review): boolean {
  return canonical(one) === canonical(other);
}

/** Return only what a reviewer may change: what the server worked out is left behind. */
export function bare(review: Review | KeptReview): Review {
  const { levels, override, comments, replies, summary, private_note, state, revision } = review;
  return { levels, override, comments, replies, summary, private_note, state, revision };
}

function canonical(review: Review): string {
  const { levels, override, comments, replies, summary, private_note, state } = review;
  const comment = ({ id, says, quote, start, end, bank, mistake }: Comment): unknown[] => [id, says, quote, start, end, bank, mistake];
  const reply = (one: Reply): unknown[] => [one.mistake, one.words, one.accepted, one.reply];
  const chosen = Object.entries(levels).sort();
  return JSON.stringify([chosen, override, comments.map(comment), replies.map(reply), summary, private_note, state]);
}

function levelsOf(base: Review, mine: Review, theirs: Review, nameOf: (row: string) => string, clashes: Clash[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const row of new Set([...Object.keys(mine.levels), ...Object.keys(theirs.levels)])) {
    const [was, here, there] = [base.levels[row], mine.levels[row], theirs.levels[row]];
    const chosen = here === was ? there : there === was || there === here ? here : there;
    if (chosen !== undefined) found[row] = chosen;
    if (chosen !== here && here !== was && here !== undefined) {
      const mineNow = here;
      clashes.push({
        says: `“${nameOf(row)}”: the other window chose level ${(there ?? 0) + 1}, you chose level ${here + 1}.`,
        mine: (review) => (review.levels = { ...review.levels, [row]: mineNow }),
      });
    }
  }
  return found;
}

function overrideOf(base: Review, mine: Review, theirs: Review, clashes: Clash[]): string | null {
  if (mine.override === base.override || mine.override === theirs.override) return theirs.override;
  if (theirs.override === base.override) return mine.override;
  clashes.push({
    says: `The mark: the other window set ${theirs.override ?? "none"}, you set ${mine.override ?? "none"}.`,
    mine: (review) => (review.override = mine.override),
  });
  return theirs.override;
}

/** A text that both changed holds both, one below the other: nothing is lost, and a person tidies up. */
function both(base: string, mine: string, theirs: string, what: string, clashes: Clash[]): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  clashes.push({ says: `${what} was written in another window too: both now stand below each other.`, mine: null });
  return `${theirs}\n\n${mine}`;
}

const keyOfReply = (reply: Reply): string => `${reply.mistake}\n${reply.words}`;

function textsOfComment(clashes: Clash[]) {
  return (was: Comment | undefined, mine: Comment, theirs: Comment): Comment => ({
    ...mine,
    says: both(was?.says ?? "", mine.says, theirs.says, "A comment", clashes),
  });
}

/** Join two lists by the keys of their entries: added on one side stays, taken out on one side goes unless it changed. */
function joined<T extends object>(
  base: T[],
  mine: T[],
  theirs: T[],
  key: (one: T) => string,
  settle: (was: T | undefined, mine: T, theirs: T) => T,
): T[] {
  const [was, here] = [keyed(base, key), keyed(mine, key)];
  const told = (one: T | undefined): string => JSON.stringify(one ?? null);
  const found: T[] = [];
  for (const there of theirs) {
    const [old, own] = [was.get(key(there)), here.get(key(there))];
    if (own) found.push(told(own) === told(old) ? there : told(there) === told(old) ? own : settle(old, own, there));
    else if (!old || told(there) !== told(old)) found.push(there);
  }
  const known = keyed(theirs, key);
  for (const own of mine) {
    const old = was.get(key(own));
    if (!known.has(key(own)) && (!old || told(own) !== told(old))) found.push(own);
  }
  return found;
}

function keyed<T>(all: T[], key: (one: T) => string): Map<string, T> {
  return new Map(all.map((one) => [key(one), one]));
}
