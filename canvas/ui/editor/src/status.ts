// What stands below every long field: is it saved, is it too long, and which of two texts is to stay.
import { make, say, show } from "./page.ts";
import type { Outbox } from "./outbox.ts";

const SLOW = 400; // milliseconds until a save is worth a word
const NEAR = 0.9; // of the limit: from here on the length is said

export class Status {
  readonly line = make("p", { class: "state", role: "status" });
  readonly length = make("p", { class: "length", role: "status", hidden: true });
  readonly conflict = make("div", { class: "conflict", role: "alert", hidden: true });
  private slow = 0;

  constructor(private readonly root: HTMLElement) {}

  draw(outbox: Outbox): void {
    this.root.dataset["state"] = outbox.conflict ? "conflict" : outbox.state;
    this.root.toggleAttribute("data-busy", outbox.waiting);
    this.drawLine(outbox);
    this.drawLength(outbox);
    this.drawConflict(outbox);
  }

  private drawLine(outbox: Outbox): void {
    clearTimeout(this.slow);
    this.slow = 0;
    if (outbox.state === "saving") {
      const late = (): void => say(this.line, "Saving…");
      this.slow = window.setTimeout(late, SLOW);
      return;
    }
    const words = outbox.conflict ? "Two versions" : WORDS[outbox.state];
    const why = REFUSED.has(outbox.state) && !outbox.conflict ? outbox.refusal : "";
    say(this.line, why ? `${words}. ${why}` : words);
  }

  private drawLength(outbox: Outbox): void {
    const { length, limit } = outbox;
    const over = length > limit;
    const counted = `${length.toLocaleString("en")} of ${limit.toLocaleString("en")} characters`;
    this.length.classList.toggle("over", over);
    show(this.length, length >= limit * NEAR);
    const rest = ": shorten it; until then the last shorter version is kept.";
    say(this.length, length < limit * NEAR ? "" : over ? counted + rest : counted);
  }

  private drawConflict(outbox: Outbox): void {
    const { conflict } = outbox;
    if (!conflict) {
      show(this.conflict, false);
      this.conflict.replaceChildren();
      return;
    }
    if (this.conflict.childElementCount) return;
    this.conflict.append(
      make("p", {}, make("b", {}, "This text was changed in another tab or window."), " Nothing is lost: both are kept."),
      make(
        "details",
        {},
        make("summary", {}, "Show the other version"),
        make("p", { class: "other", dir: "auto", tabindex: "0" }, conflict.text || "(empty)"),
      ),
      make(
        "p",
        { class: "choices" },
        make("button", { type: "button", onclick: () => void outbox.settle("theirs") }, "Use the other one"),
        make("button", { type: "button", class: "main", onclick: () => void outbox.settle("mine") }, "Use mine"),
      ),
    );
    show(this.conflict, true);
  }
}

const REFUSED = new Set(["kept", "lost", "long"]);
const WORDS = {
  still: "",
  saving: "Saving…",
  saved: "Saved",
  kept: "Kept in this browser",
  lost: "Not saved yet: copy your text",
  long: "Not saved",
};
