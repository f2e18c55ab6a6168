// Remarks that were shown already stay while a short text goes on, as long as their words stand there unchanged.
import type { EditorState } from "@codemirror/state";
import { placesOf } from "./remarks.ts";
import type { Remark, Report } from "./shapes.ts";

/** What is missing is said of a whole text, which is another one now.
 *  Return the remarks of the report before that the new one only holds back, at the places where they stand now. */
export function heldOn(state: EditorState, before: Report | null, now: Report): Remark[] {
  if (!before || !now.waiting) return [];
  const places = placesOf(state);
  const told = new Set(now.remarks.map((remark) => remark.id));
  return before.remarks.flatMap((remark) => {
    if (told.has(remark.id) || remark.missing || !remark.quotes.length) return [];
    const stand = places.filter((place) => place.remark?.id === remark.id);
    const quotes = stand.map(({ from, to }) => ({ start: from, end: to, quote: state.sliceDoc(from, to) }));
    const words = (all: { quote: string }[]): string => all.map((one) => one.quote).sort().join("\n");
    return words(quotes) === words(remark.quotes) ? [{ ...remark, quotes }] : [];
  });
}
