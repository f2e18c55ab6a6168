// Taking the work to another computer with a code, and finishing on this one. Stands in the frame of every page.
import { LOOKS } from "./looks.ts";
import { clearMirrors, unsaved } from "./mirror.ts";
import { move, shows } from "./moving.ts";
import { make, newId, say, show } from "./page.ts";
import type { Mounted } from "./shapes.ts";

interface ComputerData {
  mirror: string;
}

const LOOKS_HERE = `
.root { font-size: .9rem; line-height: 1.5; }
summary { padding: .25rem 0; font-weight: 500; }
.root p { margin: .4rem 0; color: #424a55; }
.root h2 { margin: .9rem 0 .1rem; font-size: .95rem; font-weight: 600; }
.code { display: block; padding: .5rem .6rem; background: #fff; border: 1px solid #8f897b; border-radius: .4rem;
  font-family: ui-monospace, monospace; font-size: .95rem; overflow-wrap: anywhere; user-select: all; }
input { width: 100%; min-height: 2.4rem; margin: .15rem 0 .4rem; padding: .35rem .6rem; font: inherit; background: #fff;
  color: inherit; border: 1px solid #8f897b; border-radius: .4rem; }
input:focus-visible { outline: 2px solid #0f6e66; }
.told { font-weight: 600; }
.told:empty { display: none; }
input[aria-invalid=true] { border: 2px solid #b3261e; }
input[aria-invalid=true] + .told { color: #8f1d17; }
`;
const PATIENCE = 3_000; // milliseconds for the last texts to be saved

class Computer {
  private readonly code = make("output", { class: "code", hidden: true });
  private readonly codeHint = make("p", { hidden: true }, "Write it down: it is shown only once.");
  private readonly id = newId("code");
  private readonly codeTold = told();
  private readonly resumeTold = told(`${this.id}-told`);
  private readonly finishTold = told();
  private readonly typed = make("input", {
    id: this.id,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": `${this.id}-told`,
  });
  private readonly sure = make("div", { hidden: true });
  private readonly late = (): void => this.mounted.setTriggerValue("late", { at: Date.now() });

  constructor(public mounted: Mounted<ComputerData>) {
    shows(mounted.data.mirror);
    const root = make("details", { class: "root" }, make("summary", {}, "This computer"));
    root.append(...this.takeAlong(), ...this.comeBack(), ...this.finish());
    mounted.parentElement.append(make("style", {}, LOOKS + LOOKS_HERE), root);
    addEventListener("canvas:late", this.late);
  }

  unmount(): void {
    removeEventListener("canvas:late", this.late);
  }

  private takeAlong(): HTMLElement[] {
    return [
      make("p", {}, "Your work belongs to this browser. A code opens it in another one."),
      button("Make a code", () => void this.makeCode()),
      button("End the code", () => void this.endCode()),
      this.codeHint,
      this.code,
      this.codeTold,
    ];
  }

  private comeBack(): HTMLElement[] {
    const open = (event: Event): void => {
      event.preventDefault();
      void this.resume();
    };
    const field = make("label", { for: this.id }, "Code from another computer");
    const go = make("button", { type: "submit" }, "Open that work");
    return [make("h2", {}, "I have a code"), make("form", { onsubmit: open }, field, this.typed, this.resumeTold, go)];
  }

  private finish(): HTMLElement[] {
    this.sure.append(
      make("p", {}, "The next person begins empty here. You come back only with a code: make one first."),
      button("Yes, finish here", () => void this.leave()),
      button("Not yet", () => show(this.sure, false)),
    );
    return [
      make("h2", {}, "A computer that others use too"),
      button("Finish on this computer", () => show(this.sure, true)),
      this.sure,
      this.finishTold,
    ];
  }

  private async makeCode(): Promise<void> {
    const response = await this.ask("POST", "/api/resume-code");
    const said = await response?.json().catch(() => ({}));
    const code = response?.ok ? String(said.code) : "";
    say(this.code, code);
    show(this.code, code !== "");
    show(this.codeHint, code !== "");
    say(this.codeTold, code ? "" : (said?.error ?? NO_ANSWER));
  }

  private async endCode(): Promise<void> {
    const response = await this.ask("DELETE", "/api/resume-code");
    show(this.code, false);
    show(this.codeHint, false);
    say(this.codeTold, response?.ok ? "No code opens your work any more." : NO_ANSWER);
  }

  private async resume(): Promise<void> {
    this.refused("");
    if (!(await this.everythingKept(this.resumeTold))) return;
    const response = await this.ask("POST", "/api/resume", { code: this.typed.value });
    if (response?.ok) return move(this.mounted.data.mirror);
    const said = await response?.json().catch(() => ({}));
    this.refused(said?.error ?? NO_ANSWER);
  }

  /** Say at the field why a code did not open anything, and let somebody mend it there. */
  private refused(why: string): void {
    say(this.resumeTold, why);
    this.typed.setAttribute("aria-invalid", String(why !== ""));
    if (!why) return;
    this.typed.focus();
    this.typed.select();
    this.resumeTold.scrollIntoView({ block: "nearest" });
  }

  private async leave(): Promise<void> {
    if (!(await this.everythingKept(this.finishTold))) return;
    const response = await this.ask("POST", "/api/finish");
    if (!response?.ok) return say(this.finishTold, NO_ANSWER);
    move(this.mounted.data.mirror);
    clearMirrors();
  }

  private async ask(method: string, path: string, more: object = {}): Promise<Response | null> {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ workspace_key: this.mounted.data.mirror, ...more });
    return fetch(new URL(path, location.origin), { method, headers, body, credentials: "same-origin" }).catch(() => null);
  }

  /** Wait until no text of this workspace is left in the browser only; say so when that takes too long. */
  private async everythingKept(told: HTMLElement): Promise<boolean> {
    dispatchEvent(new Event("canvas:flush"));
    const end = Date.now() + PATIENCE;
    while (unsaved(this.mounted.data.mirror) && Date.now() < end) await new Promise((go) => setTimeout(go, 50));
    const kept = !unsaved(this.mounted.data.mirror);
    say(told, kept ? "" : "Some text is not saved yet. Look for it on your pages, or try again in a moment.");
    return kept;
  }
}

const NO_ANSWER = "The server does not answer. Try again in a moment.";

/** A line that is read aloud as soon as something stands in it. */
function told(id = newId("told")): HTMLElement {
  return make("p", { class: "told", role: "alert", id });
}

function button(words: string, press: () => void): HTMLElement {
  return make("p", {}, make("button", { type: "button", onclick: press }, words));
}

const computers = new WeakMap<object, Computer>();

export default function (mounted: Mounted<ComputerData>): () => void {
  let computer = computers.get(mounted.parentElement);
  if (computer) computer.mounted = mounted;
  else computers.set(mounted.parentElement, (computer = new Computer(mounted)));
  const { parentElement } = mounted;
  return () => {
    computer.unmount();
    computers.delete(parentElement);
  };
}
