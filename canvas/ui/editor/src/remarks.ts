// Remarks on the words: underlines by kind (colour and shape), a mark in the gutter, a card on hover and on demand.
import { forEachDiagnostic, linter, lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Prec, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip, tooltips, type Command, type Rect, type Tooltip } from "@codemirror/view";
import { kindOf } from "./kinds.ts";
import { make } from "./page.ts";
import type { Quote, Remark, Report } from "./shapes.ts";

/** One underlined stretch and what is said about it. remark: none for a note on the language.
 *  part: which of the phrases of its remark it is, where there are several. */
export interface Place {
  from: number;
  to: number;
  remark: Remark | null;
  message: string;
  part?: string;
}

interface Marked extends Diagnostic {
  remark?: Remark;
}

/** Underline what a report says about the words; remarks the student disagreed with are left out. */
export function drawReport(view: EditorView, report: Report): void {
  const found: Marked[] = [];
  const end = view.state.doc.length;
  for (const remark of report.remarks) {
    if (remark.disagreed) continue;
    for (const quote of remark.quotes) {
      if (quote.start < quote.end && quote.end <= end) found.push(marked(quote, remark));
    }
  }
  for (const note of report.notes) {
    if (note.start < note.end && note.end <= end) {
      const { start: from, end: to, says: message } = note;
      found.push({ from, to, message, severity: "hint", markClass: "mark-note" });
    }
  }
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  view.dispatch(setDiagnostics(view.state, found));
}

function marked(quote: Quote, remark: Remark): Marked {
  const markClass = `mark mark-${kindOf(remark.mistake)}`;
  return { from: quote.start, to: quote.end, message: remark.title, severity: "warning", markClass, remark };
}

/** Return the remarks where their words stand now, in the order of the text. */
export function placesOf(state: EditorState): Place[] {
  return underlined(state).filter((place) => place.remark);
}

/** Return the notes on the language where their words stand now, in the order of the text. */
export function notesOf(state: EditorState): Place[] {
  return underlined(state).filter((place) => !place.remark);
}

function underlined(state: EditorState): Place[] {
  const places: Place[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => {
    const { remark = null, message } = diagnostic as Marked;
    places.push({ from, to, remark, message });
  });
  return places.sort((one, other) => one.from - other.from);
}

const showCard = StateEffect.define<Place | null>();

const card = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(showCard)) return effect.value && tooltip(effect.value);
    return transaction.docChanged || transaction.selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

/** Select the words of a remark or a note, show its card and say it aloud. */
export function goTo(view: EditorView, place: Place, says: string): void {
  view.dispatch({
    selection: { anchor: place.from, head: place.to },
    effects: [
      EditorView.scrollIntoView(place.from, { y: "center" }),
      showCard.of(place),
      EditorView.announce.of(says),
    ],
  });
  view.focus();
}

/** Say something aloud that has no place in the text, and close the card of what was there before. */
export function announce(view: EditorView, says: string): void {
  view.dispatch({ effects: [showCard.of(null), EditorView.announce.of(says)] });
}

const closeCard: Command = (view) => {
  if (!view.state.field(card)) return false;
  view.dispatch({ effects: showCard.of(null) });
  return true;
};

function tooltip(place: Place): Tooltip {
  const dom = cardOf(place);
  return { pos: place.from, end: place.to, above: false, create: () => ({ dom: make("div", {}, dom) }) };
}

/** Short, since it lies over the words; the list says how far a remark can be trusted. */
function cardOf({ remark, message, part = "" }: Place): HTMLElement {
  if (!remark) return make("div", { class: "card card-note" }, make("p", {}, message));
  return make(
    "div",
    { class: `card card-${kindOf(remark.mistake)}` },
    make("b", {}, remark.title),
    part ? make("p", { class: "part" }, part) : null,
    remark.why ? make("p", {}, remark.why) : null,
    remark.ask ? make("p", { class: "ask" }, remark.ask) : null,
  );
}

/** One card: of the shortest stretch under the pointer, and none where F8 shows its card already. */
const hover = hoverTooltip(
  (view, position) => {
    if (view.state.field(card)) return null;
    const here = underlined(view.state).filter(({ from, to }) => from <= position && position <= to);
    const rank = ({ from, to, remark }: Place): number => (remark ? 0 : 1_000_000) + to - from; // remarks first
    const [first] = here.sort((one, other) => rank(one) - rank(other));
    return first ? tooltip(first) : null;
  },
  { hoverTime: 200 },
);

/** Cards stay within the sheet, with a little air to the edge of the screen. */
function spaceOf(view: EditorView): Rect {
  const { left, right } = view.dom.getBoundingClientRect();
  return { top: 0, bottom: innerHeight, left: Math.max(left, 8), right: Math.min(right, innerWidth - 8) };
}

export const remarks: Extension = [
  card,
  hover,
  tooltips({ tooltipSpace: spaceOf }),
  linter(null, { tooltipFilter: () => [] }), // its own card would say everything twice
  lintGutter({ tooltipFilter: () => [] }),
  Prec.high(keymap.of([{ key: "Escape", run: closeCard }])),
];
