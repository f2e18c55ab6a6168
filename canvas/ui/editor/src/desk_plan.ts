// What an export brings along: the plan, the canvas, the last revision, and where the file comes from. Tabs over the text.
import type { Student } from "./desk_shapes.ts";
import { make, newId, show } from "./page.ts";

type Name = "Text" | "Plan" | "Canvas" | "Revision" | "File";

export class Tabs {
  private readonly id = newId("tab");
  private readonly bar = make("div", { class: "tabs", role: "tablist", "aria-label": "What this student handed in" });
  private readonly pane = make("div", { class: "pane", role: "tabpanel", tabindex: "-1", hidden: true });
  readonly element: HTMLElement;
  private chosen: Name = "Text";
  private student: Student | null = null;

  constructor(private readonly text: HTMLElement) {
    this.bar.addEventListener("keydown", (event) => this.key(event));
    this.element = make("div", { class: "sheets" }, this.bar, make("div", { class: "paper" }, this.text, this.pane));
  }

  draw(student: Student): void {
    if (student === this.student) return;
    this.student = student;
    const there = names(student);
    if (!there.includes(this.chosen)) this.chosen = "Text";
    this.show();
  }

  /** Go back to the text. */
  front(): void {
    if (this.chosen !== "Text") {
      this.chosen = "Text";
      this.show();
    }
  }

  private show(focus = false): void {
    const { student } = this;
    if (!student) return;
    this.bar.replaceChildren(...names(student).map((name) => this.tab(name, student)));
    show(this.text, this.chosen === "Text");
    show(this.pane, this.chosen !== "Text");
    this.pane.setAttribute("aria-label", this.chosen);
    this.pane.replaceChildren(...inside(this.chosen, student));
    if (focus) this.bar.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }

  private tab(name: Name, student: Student): HTMLElement {
    const here = name === this.chosen;
    const dot = name === "File" && student.origin.kind !== "intact" && student.origin.kind !== "no data";
    return make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `${this.id}-${name}`,
        tabindex: here ? "0" : "-1",
        "aria-selected": String(here),
        onclick: () => {
          this.chosen = name;
          this.show(true);
        },
      },
      name,
      dot ? make("span", { class: "dot", title: student.origin.says }) : null,
    );
  }

  private key(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !this.student) return;
    const all = names(this.student);
    this.chosen = all[(all.indexOf(this.chosen) + by + all.length) % all.length] ?? "Text";
    this.show(true);
    event.preventDefault();
    event.stopPropagation();
  }
}

function names(student: Student): Name[] {
  const all: Name[] = ["Text"];
  if (student.tables.length) all.push("Plan");
  if (student.canvas.length) all.push("Canvas");
  if (student.receipt) all.push("Revision");
  return [...all, "File"];
}

function inside(name: Name, student: Student): HTMLElement[] {
  if (name === "Plan") return student.tables.map(table);
  if (name === "Canvas") return [canvas(student)];
  if (name === "Revision") return revision(student);
  return name === "File" ? file(student) : [];
}

function table({ segments, rows }: Student["tables"][number]): HTMLElement {
  const head = make("tr", {}, ...["Relationship", ...segments].map((one) => make("th", { scope: "col" }, one)));
  const lines = (cell: string[]): HTMLElement => make("td", {}, ...cell.map((line) => make("p", { dir: "auto" }, line)));
  const body = rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row.name), ...row.cells.map(lines)));
  return make("table", { class: "plan" }, make("thead", {}, head), make("tbody", {}, ...body));
}

function canvas(student: Student): HTMLElement {
  const block = ({ id, name, lines }: Student["canvas"][number]): HTMLElement =>
    make("section", { class: `block ${id}` }, make("h4", {}, name), make("ul", {}, ...lines.map((line) => make("li", { dir: "auto" }, line))));
  return make("div", { class: "canvas" }, ...student.canvas.map(block));
}

function revision(student: Student): HTMLElement[] {
  if (!student.receipt) return [];
  const card = ({ title, says, before, after }: { title: string; says: string; before: string; after: string }): HTMLElement =>
    make(
      "article",
      { class: "remark" },
      make("b", {}, title),
      make("p", {}, says),
      before ? make("p", { class: "quotes", dir: "auto" }, `Before: ${before}`) : null,
      after ? make("p", { class: "quotes", dir: "auto" }, `Now: ${after}`) : null,
    );
  return [make("p", {}, student.receipt.summary), ...student.receipt.lines.map(card)];
}

function file(student: Student): HTMLElement[] {
  const { says, details } = student.origin;
  return [
    make("p", {}, make("b", {}, says)),
    details.length ? make("ul", {}, ...details.map((one) => make("li", { dir: "auto" }, one))) : make("p", { hidden: true }),
    make("p", { class: "aside" }, "Files of this student"),
    make("ul", {}, ...student.files.map((one) => make("li", { dir: "auto" }, one))),
  ];
}
