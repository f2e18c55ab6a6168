// Remarks on the words: underlines by kind (colour and shape), a mark in the gutter, a card on hover and with F8.
import { forEachDiagnostic, lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Prec, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip, type Command, type Tooltip } from "@codemirror/view";
import { make } from "./page.ts";
import type { Quote, Remark, Report } from "./shapes.ts";

/** One underlined stretch and what is said about it. */
interface Place {
  from: number;
  to: number;
  remark: Remark;
}

const KINDS: Record<string, string> = {
  too_general: "vague",
  channel_confusion: "channel",
  one_type_for_all: "same",
  no_after_sales: "after",
};

/** Return the class that gives a kind of remark its colour and its line. */
export function kindOf(mistake: string): string {
  return KINDS[mistake] ?? "question";
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
  const places: Place[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => {
    const { remark } = diagnostic as Marked;
    if (remark) places.push({ from, to, remark });
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

/** Select the words of a remark, show its card and say it aloud. */
export function goTo(view: EditorView, place: Place): void {
  const places = placesOf(view.state);
  const number = places.findIndex((one) => one.from === place.from && one.remark.id === place.remark.id) + 1;
  view.dispatch({
    selection: { anchor: place.from, head: place.to },
    effects: [
      EditorView.scrollIntoView(place.from, { y: "center" }),
      showCard.of(place),
      EditorView.announce.of(`Remark ${number} of ${places.length}. ${spoken(place, view.state)}`),
    ],
  });
  view.focus();
}

function spoken({ from, to, remark }: Place, state: EditorState): string {
  return `${remark.title}. “${state.sliceDoc(from, to)}”. ${remark.why} ${remark.ask}`.trim();
}

function step(direction: 1 | -1): Command {
  return (view) => {
    const places = placesOf(view.state);
    if (!places.length) {
      view.dispatch({ effects: EditorView.announce.of("No remarks on your words.") });
      return true;
    }
    const { from } = view.state.selection.main;
    const here = direction === 1 ? places.find((one) => one.from > from) : places.findLast((one) => one.from < from);
    goTo(view, here ?? places.at(direction === 1 ? 0 : -1)!);
    return true;
  };
}

export const nextRemark = step(1);
export const previousRemark = step(-1);

const closeCard: Command = (view) => {
  if (!view.state.field(card)) return false;
  view.dispatch({ effects: showCard.of(null) });
  return true;
};

function tooltip({ from, to, remark }: Place): Tooltip {
  return {
    pos: from,
    end: to,
    above: false,
    create: () => ({ dom: make("div", {}, cardOf(remark)) }),
  };
}

function cardOf(remark: Remark): HTMLElement {
  return make(
    "div",
    { class: `card card-${kindOf(remark.mistake)}` },
    make("b", {}, remark.title),
    remark.why ? make("p", {}, remark.why) : null,
    remark.ask ? make("p", { class: "ask" }, remark.ask) : null,
    remark.trust ? make("p", { class: "trust" }, remark.trust) : null,
  );
}

const hover = hoverTooltip(
  (view, position) => {
    const found: { from: number; to: number; dom: HTMLElement }[] = [];
    forEachDiagnostic(view.state, (diagnostic, from, to) => {
      if (position < from || position > to) return;
      const { remark, message } = diagnostic as Marked;
      found.push({ from, to, dom: remark ? cardOf(remark) : make("div", { class: "card" }, make("p", {}, message)) });
    });
    const [first] = found;
    if (!first) return null;
    const dom = make("div", {}, ...found.map((one) => one.dom));
    return { pos: first.from, end: first.to, above: false, create: () => ({ dom }) };
  },
  { hoverTime: 200 },
);

export const remarks: Extension = [
  card,
  hover,
  lintGutter({ tooltipFilter: () => [] }),
  Prec.high(
    keymap.of([
      { key: "F8", run: nextRemark, shift: previousRemark, preventDefault: true },
      { key: "Escape", run: closeCard },
    ]),
  ),
];
