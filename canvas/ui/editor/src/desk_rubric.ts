// The rubric: a line of levels for each row, chosen by a digit or a click; the mark follows, and can be set by hand.
import type { KeptReview, Review, Rubric, Suggested } from "./desk_shapes.ts";
import { make, newId, say, show } from "./page.ts";

export interface RubricActions {
  choose(row: string, level: number | null): void;
  go(place: number): void;
  override(mark: string | null): void;
  suggest(): void;
}

export class RubricPanel {
  private readonly rows = make("div", { class: "rows" });
  private readonly total = make("output", { class: "mark" });
  private readonly computed = make("span", { class: "computed" });
  private readonly overrideId = newId("override");
  private readonly field = make("input", {
    id: this.overrideId,
    inputmode: "decimal",
    autocomplete: "off",
    onchange: () => this.setByHand(),
  });
  private readonly told = make("p", { class: "wrong", role: "alert", hidden: true });
  private readonly ask = make("button", { class: "quiet", type: "button", onclick: () => this.actions.suggest() }, "Suggest levels");
  readonly element = make(
    "section",
    { class: "panel rubric", "aria-label": "Rubric" },
    make("header", {}, make("h3", {}, "Rubric"), this.ask),
    this.rows,
    make(
      "div",
      { class: "total" },
      make("span", {}, make("b", {}, this.total), this.computed),
      make("label", { for: this.overrideId }, "Set by hand"),
      this.field,
    ),
    this.told,
  );
  private maximum = "";
  private drawn = "";

  constructor(private readonly actions: RubricActions) {}

  /** only: the place of the one row to show when one row is marked over all students, else null. */
  draw(rubric: Rubric, review: Review, kept: KeptReview, place: number, only: number | null, hints: Suggested[] | null): void {
    this.maximum = rubric.maximum;
    const locked = review.state === "released";
    const wanted = JSON.stringify([rubric, review.levels, place, only, hints, locked]);
    if (wanted !== this.drawn) this.drawRows(rubric, review, place, only, hints, locked);
    this.drawn = wanted;
    say(this.total, kept.mark ? `${kept.mark} of ${rubric.maximum}` : `– of ${rubric.maximum}`);
    const missing = rubric.rows.filter((row) => review.levels[row.id] === undefined).length;
    const why = missing ? `${missing} of ${rubric.rows.length} rows still open` : "";
    say(this.computed, review.override !== null ? `set by hand; the rubric gives ${kept.computed || "–"}` : why);
    if (this.field.value !== (review.override ?? "") && !this.field.matches(":focus")) this.field.value = review.override ?? "";
    this.field.disabled = locked;
    this.ask.disabled = locked;
    show(this.ask, hints === null);
  }

  private drawRows(rubric: Rubric, review: Review, place: number, only: number | null, hints: Suggested[] | null, locked: boolean): void {
    const focused = (this.rows.getRootNode() as ShadowRoot | Document).activeElement?.getAttribute("data-level") ?? null;
    const shown = rubric.rows.map((row, at) => ({ row, at })).filter(({ at }) => only === null || at === only);
    this.rows.replaceChildren(
      ...shown.map(({ row, at }) => this.row(row, at, review.levels[row.id], at === place, locked, only !== null, hints)),
    );
    if (focused) this.rows.querySelector<HTMLElement>(`[data-level="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Another row is marked now. Nothing is drawn anew: a button that goes while it is pressed loses the click. */
  private enter(at: number, row: HTMLElement | null): void {
    if (!row || row.classList.contains("here")) return;
    for (const one of this.rows.children) one.classList.toggle("here", one === row);
    this.drawn = "";
    this.actions.go(at);
  }

  private row(
    row: Rubric["rows"][number],
    at: number,
    chosen: number | undefined,
    here: boolean,
    locked: boolean,
    wide: boolean,
    hints: Suggested[] | null,
  ): HTMLElement {
    const id = newId("row");
    const levels = row.levels.map((level, number) =>
      make(
        "button",
        {
          type: "button",
          class: "level",
          title: level.says,
          disabled: locked,
          "aria-pressed": String(chosen === number),
          "data-level": `${row.id}.${number}`,
          onclick: () => this.actions.choose(row.id, chosen === number ? null : number),
          onfocus: (event) => this.enter(at, (event.target as HTMLElement).closest<HTMLElement>(".row")),
        },
        make("span", { class: "digit", "aria-hidden": "true" }, String(number + 1)),
        level.name,
      ),
    );
    const says = chosen === undefined ? null : make("p", { class: "says" }, row.levels[chosen]?.says ?? "");
    const told = hints?.find((one) => one.row === row.id);
    const all = wide ? make("ol", { class: "meanings" }, ...row.levels.map((one) => make("li", {}, make("b", {}, `${one.name}: `), one.says))) : null;
    return make(
      "div",
      { class: `row${here ? " here" : ""}${chosen === undefined ? "" : " set"}`, role: "group", "aria-labelledby": id },
      make("div", { class: "row-title", id }, row.title),
      make("div", { class: "levels" }, ...levels),
      wide ? all : says,
      told ? hint(told, row) : null,
    );
  }

  private setByHand(): void {
    const typed = this.field.value.trim().replace(",", ".");
    const fine = typed === "" || (/^\d+(\.\d{1,4})?$/.test(typed) && Number(typed) <= Number(this.maximum));
    show(this.told, !fine);
    say(this.told, fine ? "" : `A mark is a number from 0 to ${this.maximum}.`);
    this.field.setAttribute("aria-invalid", String(!fine));
    if (fine) this.actions.override(typed === "" ? null : typed);
  }
}

function hint(told: Suggested, row: Rubric["rows"][number]): HTMLElement {
  const name = row.levels[told.level]?.name ?? "";
  const seen = told.quotes.map((one) => make("span", { class: "seen", dir: "auto" }, one));
  return make("p", { class: "hint small" }, make("b", {}, `Perhaps ${name.toLowerCase()}: `), told.why, ...seen);
}
