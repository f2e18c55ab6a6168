// The draft: an editor that underlines while somebody writes, a list of remarks beside it, and a text that keeps itself.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState, Prec, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { component } from "./component.ts";
import { direction } from "./direction.ts";
import { heldOn } from "./held.ts";
import { continueList } from "./lists.ts";
import { LOOKS } from "./looks.ts";
import { LOOKS_EDITOR, paper } from "./looks_editor.ts";
import type { Outbox } from "./outbox.ts";
import { outboxFor } from "./outboxes.ts";
import { counted, make, newId, say, show } from "./page.ts";
import { plainPoints } from "./pasted.ts";
import { RemarkList, sayCount } from "./remark_list.ts";
import { drawReport, remarks } from "./remarks.ts";
import type { EditorData, Mounted, Remark, Report } from "./shapes.ts";
import { Status } from "./status.ts";
import { drawTypes, typeMarks } from "./type_marks.ts";
import { Walk } from "./walk.ts";

class Draft {
  private readonly id = newId("draft");
  private readonly root = make("div", { class: "root frame", "data-canvas": "draft" });
  private readonly status = new Status(this.root);
  private readonly label = make("span", { class: "label", id: `${this.id}-label` });
  private readonly help = make("p", { class: "help", id: `${this.id}-help` });
  private readonly words = make("p", { class: "words" });
  private readonly count = make("p", { class: "unseen", role: "status" });
  private readonly types = make(
    "button",
    { type: "button", "aria-pressed": "false", onclick: () => this.toggleTypes() },
    "Show relationship types",
  );
  private readonly list = new RemarkList({
    jump: (remark) => this.walk.to(remark),
    disagree: (remark, because) => this.disagree(remark, because),
  });
  private readonly view: EditorView;
  private readonly walk: Walk;
  private readonly folded = new Set<string>();
  private outbox!: Outbox;
  private report: Report | null = null;
  private read = "";
  private showsTypes = false;

  constructor(private mounted: Mounted<EditorData>) {
    this.root.append(this.sheet());
    mounted.parentElement.append(make("style", {}, LOOKS + LOOKS_EDITOR), this.root);
    this.view = new EditorView({
      parent: this.root.querySelector<HTMLElement>(".paper")!,
      root: this.root.getRootNode() as ShadowRoot | Document,
      state: this.fresh(mounted.data.text),
    });
    this.walk = new Walk(this.view, this.list, () => this.report);
    this.list.element.addEventListener("keydown", (event) => this.pressedInList(event));
    Object.assign(this.root, { textNow: () => this.view.state.doc.toString() }); // for tests: not every line is drawn
    this.attach();
    this.update(mounted);
  }

  update(mounted: Mounted<EditorData>): void {
    const before = this.mounted.data;
    this.mounted = mounted;
    const { data } = mounted;
    say(this.label, data.label);
    say(this.help, data.help);
    show(this.help, data.help !== "");
    if (before.document !== data.document || before.field !== data.field) this.attach();
    else if (this.outbox.offered(data)) {
      this.folded.forEach((id) => this.list.reasons.drop(id)); // the plan has them now, or they were taken back
      this.folded.clear();
      this.outbox.look();
    }
    this.draw();
  }

  unmount(): void {
    this.outbox.flush();
    this.outbox.listen(null);
    this.view.destroy();
  }

  private sheet(): HTMLElement {
    const check = make("button", { type: "button", class: "main", onclick: () => this.outbox.ask("asked") }, "Check");
    const tools = make("div", { class: "tools" }, check, this.types);
    const foot = make("div", { class: "foot" }, this.words, this.status.line, this.status.length);
    const keys = make("p", { class: "keys" });
    keys.append(make("kbd", {}, "F8"), " next remark · ", make("kbd", {}, "Shift F8"), " the one before · ");
    keys.append(make("kbd", {}, "Ctrl Enter"), " check");
    const paper = make("div", { class: "paper" });
    const write = make("div", { class: "write" }, this.label, this.help, paper, foot, this.status.conflict, tools, keys);
    return make("div", { class: "sheet" }, write, this.list.element, this.count);
  }

  private fresh(doc: string): EditorState {
    const { data } = this.mounted;
    const content = {
      "aria-labelledby": `${this.id}-label`,
      "aria-describedby": `${this.id}-help`,
      tabindex: "0",
      spellcheck: "true",
      autocorrect: "on",
      autocapitalize: "sentences",
    };
    const check = (): boolean => (this.outbox.ask("asked"), true);
    const step = (by: 1 | -1) => () => this.walk.step(by);
    const f8 = { key: "F8", run: step(1), shift: step(-1), preventDefault: true };
    return EditorState.create({
      doc,
      extensions: [
        Prec.high(keymap.of([{ key: "Mod-Enter", run: check }, { key: "Enter", run: continueList }, f8])),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        history(),
        drawSelection({ drawRangeCursor: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(content),
        placeholder(data.placeholder),
        direction,
        EditorView.clipboardInputFilter.of((pasted, { doc, selection: { main } }) =>
          plainPoints(pasted, doc.sliceString(doc.lineAt(main.from).from, main.from)),
        ),
        remarks,
        typeMarks,
        paper,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some(isOurs)) this.outbox.changed(this.text());
          if (update.docChanged) this.drawWords();
          if (update.focusChanged && !update.view.hasFocus) this.outbox.left();
        }),
      ],
    });
  }

  /** Join the text that the page names now, which may be another one than before. */
  private attach(): void {
    this.outbox?.flush();
    this.outbox?.listen(null);
    const outbox = outboxFor(this.mounted.data, "pause");
    const first = !this.outbox;
    this.outbox = outbox;
    outbox.listen({
      told: () => this.status.draw(outbox),
      replaced: (text) => this.put(text),
      reported: (report) => this.reported(report),
      checked: () => this.mounted.setTriggerValue("checked", { at: Date.now() }),
      left: () => this.mounted.setTriggerValue("left", { at: Date.now() }),
    });
    this.list.reasons.of(this.mounted.data);
    if (!first) this.view.setState(this.fresh(outbox.text));
    else this.put(outbox.text);
    this.report = null;
    outbox.look();
  }

  private text(): string {
    return this.view.state.doc.toString();
  }

  /** Show another text; what stays the same stays untouched, and undo brings the old one back. */
  private put(text: string): void {
    const old = this.text();
    if (old === text) return;
    let start = 0;
    while (start < Math.min(old.length, text.length) && old[start] === text[start]) start += 1;
    let end = 0;
    const most = Math.min(old.length, text.length) - start;
    while (end < most && old.at(-1 - end) === text.at(-1 - end)) end += 1;
    const changes = { from: start, to: old.length - end, insert: text.slice(start, text.length - end) };
    this.view.dispatch({ changes, annotations: Transaction.userEvent.of("canvas.put") });
    this.outbox.look();
  }

  private reported(report: Report): void {
    for (const remark of report.remarks) {
      if (remark.disagreed) {
        this.folded.delete(remark.id); // the plan knows; from now on it decides
        this.list.reasons.drop(remark.id);
      } else if (this.folded.has(remark.id)) remark.disagreed = true; // the reason is still on its way
    }
    this.report = { ...report, remarks: [...report.remarks, ...heldOn(this.view.state, this.report, report)] };
    this.read = this.text();
    this.drawMarks();
    this.draw();
  }

  /** Draw the report on the words, unless they have changed since: a newer report is on its way then. */
  private drawMarks(): void {
    if (!this.report || this.read !== this.text()) return;
    drawReport(this.view, this.report);
    drawTypes(this.view, this.showsTypes ? this.report.types : []);
    sayCount(this.count, this.report);
  }

  private draw(): void {
    show(this.types, !!this.report?.types.length);
    this.list.draw(this.report, this.mounted.data, this.text().trim() === "");
    this.drawWords();
    this.status.draw(this.outbox);
  }

  private drawWords(): void {
    const text = this.text();
    const gap = new RegExp(this.mounted.data.gap, "g");
    const gaps = text.match(gap)?.length ?? 0;
    const words = text.replace(gap, " ").split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
    const open = gaps ? ` · ${counted(gaps, "gap")} to fill, marked [missing: …]` : "";
    say(this.words, counted(words, "word") + open);
  }

  private toggleTypes(): void {
    this.showsTypes = !this.showsTypes;
    this.types.setAttribute("aria-pressed", String(this.showsTypes));
    if (this.showsTypes) this.drawMarks();
    else drawTypes(this.view, []);
  }

  private pressedInList(event: KeyboardEvent): void {
    if (event.key === "F8") this.walk.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.view.focus();
    else return;
    event.preventDefault();
  }

  private disagree(remark: Remark, because: string): void {
    this.folded.add(remark.id);
    remark.disagreed = true;
    this.mounted.setTriggerValue("disagree", { mistake: remark.mistake, words: remark.words, because });
    this.drawMarks();
    this.draw();
    this.view.focus();
  }
}

function isOurs(transaction: Transaction): boolean {
  return transaction.isUserEvent("canvas.put");
}

export default component((mounted: Mounted<EditorData>) => new Draft(mounted));
