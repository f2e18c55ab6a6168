// All students of a batch in one table that scrolls and filters; from here the desk opens on any of them.
import type { Entry, Overview } from "./desk_shapes.ts";
import { padded } from "./desk_text.ts";
import { kindOf } from "./kinds.ts";
import { counted, make, newId, say, show } from "./page.ts";

export interface ListActions {
  open(ticket: string): void;
  find(words: string): Promise<string[] | null>;
  names(): Promise<Record<string, string> | null>;
}

const SAME = 3; // numbers of students with the same words that are shown
const PAUSE = 250; // milliseconds after the last key of a search
export const STATES = { draft: "Draft", reviewed: "Reviewed", released: "Released" };
export const ORIGINS: Record<string, string> = {
  intact: "As exported",
  edited: "Edited after export",
  damaged: "Damaged copy",
  "no data": "No export",
};

export class StudentList {
  private readonly search = make("input", { type: "search", id: newId("search"), placeholder: "Words in the text" });
  private readonly state = choice({ "": "Any state", draft: "Draft", reviewed: "Reviewed", released: "Released" });
  private readonly mistake = choice({ "": "Any remark" });
  private readonly late = choice({ "": "Late or not", late: "Late", time: "In time" });
  private readonly lateFilter = labelled("Late", this.late);
  private readonly origin = choice({ "": "Any origin", ...ORIGINS });
  private readonly reveal = make("button", { type: "button", class: "small", "aria-pressed": "false" }, "Reveal names");
  private readonly count = make("p", { class: "aside", role: "status" });
  private readonly body = make("tbody");
  private readonly head = make("tr");
  readonly element: HTMLElement;
  private overview: Overview | null = null;
  private found: Set<string> | null = null;
  private names: Record<string, string> | null = null;
  private timer = 0;
  private options = "";
  private readonly drawn = new Map<string, { says: string; row: HTMLElement }>();

  constructor(private readonly actions: ListActions) {
    const filters = make(
      "div",
      { class: "filters", role: "search", "aria-label": "Filter the students" },
      labelled("Search", this.search),
      labelled("State", this.state),
      labelled("Remark", this.mistake),
      this.lateFilter,
      labelled("Origin", this.origin),
      this.reveal,
    );
    this.search.addEventListener("input", () => this.typed());
    for (const one of [this.state, this.mistake, this.late, this.origin]) one.addEventListener("change", () => this.rows());
    this.reveal.addEventListener("click", () => void this.turnNames());
    const table = make("table", { class: "students" }, make("thead", {}, this.head), this.body);
    const scroll = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Students" }, table);
    this.element = make("div", { class: "list-view" }, filters, this.count, scroll);
  }

  /** The tickets that are shown now, in the order of marking: the desk walks through these. */
  get shown(): string[] {
    return (this.overview?.students ?? []).filter((one) => this.fits(one)).map((one) => one.ticket);
  }

  draw(overview: Overview): void {
    this.overview = overview;
    const told = JSON.stringify(overview.mistakes);
    if (told !== this.options) {
      this.options = told;
      const kept = this.mistake.value;
      this.mistake.replaceChildren(...optionsOf({ "": "Any remark", none: "No remark", ...overview.mistakes }));
      this.mistake.value = kept;
    }
    this.rows();
  }

  focus(ticket: string): void {
    this.body.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(ticket)}"]`)?.focus();
  }

  private rows(): void {
    const { overview } = this;
    if (!overview) return;
    const late = overview.students.some((one) => one.late !== null);
    show(this.lateFilter, late);
    const columns = ["Student", ...(this.names ? ["Name"] : []), "State", "Mark", "Remarks", "Words", "File", ...(late ? ["Late"] : []), ""];
    this.head.replaceChildren(...columns.map((one) => make("th", { scope: "col" }, one || make("span", { class: "unseen" }, "To note"))));
    const shown = overview.students.filter((one) => this.fits(one));
    const rows = shown.map((one) => this.kept(one, overview, late));
    const as = this.body.children; // a row that goes while it is pressed loses the click
    if (as.length !== rows.length || rows.some((row, at) => as[at] !== row)) this.body.replaceChildren(...rows);
    const all = overview.students.length;
    say(this.count, shown.length === all ? counted(all, "submission") : `${shown.length} of ${counted(all, "submission")}`);
  }

  /** Return the row of a student as it was drawn before, as long as it says the same: a filter draws nothing anew. */
  private kept(entry: Entry, overview: Overview, late: boolean): HTMLElement {
    const says = JSON.stringify([entry, this.names?.[entry.ticket], late]);
    const before = this.drawn.get(entry.ticket);
    if (before?.says === says) return before.row;
    const row = this.row(entry, overview, late);
    this.drawn.set(entry.ticket, { says, row });
    return row;
  }

  private row(entry: Entry, overview: Overview, late: boolean): HTMLElement {
    const open = make("button", { type: "button", class: "jump", "data-ticket": entry.ticket, onclick: () => this.actions.open(entry.ticket) }, `Student ${padded(entry.number)}`);
    const cells: (Node | string)[] = [
      make("span", { class: `chip ${entry.state}` }, STATES[entry.state]),
      entry.mark || "–",
      remarks(entry, overview),
      entry.words ? String(entry.words) : "–",
      file(entry),
      ...(late ? [entry.late ? make("span", { class: "chip warn" }, "Late") : ""] : []),
      notes(entry),
    ];
    const name = this.names ? [make("td", { dir: "auto" }, this.names[entry.ticket] ?? "")] : [];
    return make("tr", { class: entry.words ? "" : "empty" }, make("th", { scope: "row" }, open), ...name, ...cells.map((cell) => make("td", {}, cell)));
  }

  private fits(entry: Entry): boolean {
    const { state, mistake, late, origin, found } = this;
    if (found && !found.has(entry.ticket)) return false;
    if (state.value && entry.state !== state.value) return false;
    if (mistake.value === "none" && (entry.mistakes ?? ["?"]).length) return false;
    if (mistake.value && mistake.value !== "none" && !entry.mistakes?.includes(mistake.value)) return false;
    if (late.value && (late.value === "late") !== (entry.late === true)) return false;
    return !origin.value || entry.origin === origin.value;
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(), PAUSE);
  }

  private async look(): Promise<void> {
    const words = this.search.value.trim();
    const tickets = words ? await this.actions.find(words) : null;
    if (words !== this.search.value.trim()) return; // somebody typed on
    this.found = tickets ? new Set(tickets) : null;
    this.rows();
  }

  private async turnNames(): Promise<void> {
    this.names = this.names ? null : await this.actions.names();
    say(this.reveal, this.names ? "Hide names" : "Reveal names");
    this.reveal.setAttribute("aria-pressed", String(!!this.names));
    this.rows();
  }
}

function remarks(entry: Entry, overview: Overview): HTMLElement {
  if (!entry.words) return make("span", { class: "aside" }, "no text to read");
  if (!entry.mistakes) return make("span", { class: "aside" }, "checking …");
  const chips = entry.mistakes.map((one) => make("span", { class: `chip kind is-${kindOf(one)}` }, overview.mistakes[one] ?? one));
  return make("span", { class: "chips" }, ...chips);
}

function file(entry: Entry): HTMLElement {
  const told = ORIGINS[entry.origin] ?? entry.origin;
  const odd = entry.origin === "edited" || entry.origin === "damaged";
  return make("span", { title: told }, entry.format.toUpperCase(), odd ? make("span", { class: "chip warn" }, told) : null);
}

function notes(entry: Entry): HTMLElement {
  const told: string[] = [];
  if (entry.objections) told.push(counted(entry.objections, "objection"));
  if (entry.comments) told.push(counted(entry.comments, "comment"));
  if (entry.same.length) told.push(sameAs(entry));
  return make("span", { class: "aside" }, told.join(" · "));
}

/** Tell who handed in the same words; a few numbers are enough to look closer. */
export function sameAs(entry: Entry): string {
  const [first, ...others] = [...entry.same].sort((one, two) => one - two);
  const shown = [first ?? 0, ...others].slice(0, SAME).map(padded).join(", ");
  return `same words as ${shown}${entry.same.length > SAME ? ` and ${entry.same.length - SAME} more` : ""}`;
}

function choice(options: Record<string, string>): HTMLSelectElement {
  return make("select", { id: newId("choice") }, ...optionsOf(options));
}

function optionsOf(options: Record<string, string>): HTMLElement[] {
  return Object.entries(options).map(([value, name]) => make("option", { value }, name));
}

function labelled(name: string, field: HTMLElement): HTMLElement {
  return make("div", { class: "filter" }, make("label", { for: field.id }, name), field);
}
