// A long answer in a plain text area, which keeps itself while somebody types.
import { component } from "./component.ts";
import { LOOKS } from "./looks.ts";
import type { Outbox } from "./outbox.ts";
import { outboxFor } from "./outboxes.ts";
import { make, newId, say, show } from "./page.ts";
import { plainPoints } from "./pasted.ts";
import type { FieldData, Mounted } from "./shapes.ts";
import { Status } from "./status.ts";

class Field {
  private readonly id = newId("field");
  private readonly label = make("label", { class: "label", for: this.id });
  private readonly help = make("p", { class: "help", id: `${this.id}-help`, hidden: true });
  private readonly area = make("textarea", {
    id: this.id,
    dir: "auto",
    spellcheck: "true",
    "aria-describedby": `${this.id}-help`,
    oninput: () => this.typed(),
    onpaste: (event) => this.pasted(event as ClipboardEvent),
    onfocusout: () => this.outbox.left(),
  });
  private readonly root = make("div", { class: "root", "data-canvas": "field" });
  private readonly status = new Status(this.root);
  private readonly action = make("button", {
    type: "button",
    class: "main",
    onclick: () => this.outbox.ask("none"),
    hidden: true,
  });
  private outbox: Outbox;

  constructor(private mounted: Mounted<FieldData>) {
    const foot = make("div", { class: "foot" }, this.status.line, this.status.length);
    this.root.append(this.label, this.help, this.area, foot, this.status.conflict, this.action);
    mounted.parentElement.append(make("style", {}, LOOKS), this.root);
    this.outbox = this.attach();
    this.update(mounted);
    new ResizeObserver(() => this.grow()).observe(this.root);
  }

  update(mounted: Mounted<FieldData>): void {
    const before = this.mounted.data;
    this.mounted = mounted;
    const { data } = mounted;
    say(this.label, data.label);
    say(this.help, data.help);
    show(this.help, data.help !== "");
    say(this.action, data.action);
    show(this.action, data.action !== "");
    this.area.placeholder = data.placeholder;
    this.area.rows = data.rows;
    if (before.document !== data.document || before.field !== data.field) this.outbox = this.attach();
    else this.outbox.offered(data);
    this.status.draw(this.outbox);
  }

  unmount(): void {
    this.outbox.flush();
    this.outbox.listen(null);
  }

  private attach(): Outbox {
    this.outbox?.flush();
    this.outbox?.listen(null);
    const outbox = outboxFor(this.mounted.data, "none");
    outbox.listen({
      told: () => this.status.draw(outbox),
      replaced: (text) => this.put(text),
      reported: () => undefined,
      checked: () => this.mounted.setTriggerValue("checked", { at: Date.now() }),
      left: () => this.mounted.setTriggerValue("left", { at: Date.now() }),
    });
    this.put(outbox.text);
    return outbox;
  }

  private typed(): void {
    this.outbox.changed(this.area.value);
    this.grow();
  }

  private pasted(event: ClipboardEvent): void {
    const { value, selectionStart, selectionEnd } = this.area;
    const words = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
    const before = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
    const plain = plainPoints(words, before);
    if (plain === words) return;
    event.preventDefault();
    // the old command, since only it can be undone; a browser without it gets the words all the same
    if (!document.execCommand("insertText", false, plain)) this.area.setRangeText(plain, selectionStart, selectionEnd, "end");
    this.typed();
  }

  private put(text: string): void {
    if (this.area.value === text) return;
    const { selectionStart, selectionEnd } = this.area;
    this.area.value = text;
    this.area.setSelectionRange(selectionStart, selectionEnd);
    this.grow();
  }

  /** Be as high as the text; somebody who drags the corner is left alone until the next key. */
  private grow(): void {
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}

export default component((mounted: Mounted<FieldData>) => new Field(mounted));
