// Taking the work to another computer with a code, and finishing on this one. Stands in the frame of every page.
import { LOOKS } from "./looks.ts";
import { clearMirrors, unsaved } from "./mirror.ts";
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
`;
const PATIENCE = 3_000; // milliseconds for the last texts to be saved

class Computer {
  private readonly code = make("output", { class: "code", hidden: true });
  private readonly codeHint = make("p", { hidden: true }, "Write it down: it is shown only once.");
  private readonly told = make("p", { class: "told", role: "status" });
  private readonly id = newId("code");
  private readonly typed = make("input", { id: this.id, autocomplete: "off", spellcheck: "false" });
  private readonly sure = make("div", { hidden: true });
  private readonly late = (): void => this.mounted.setTriggerValue("late", { at: Date.now() });

  constructor(public mounted: Mounted<ComputerData>) {
    const root = make("details", { class: "root" }, make("summary", {}, "This computer"));
    root.append(...this.takeAlong(), ...this.comeBack(), ...this.finish(), this.told);
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
    ];
  }

  private comeBack(): HTMLElement[] {
    const open = (event: Event): void => {
      event.preventDefault();
      void this.resume();
    };
    const field = make("label", { for: this.id }, "Code from another computer");
    const go = make("button", { type: "submit" }, "Open that work");
    return [make("h2", {}, "I have a code"), make("form", { onsubmit: open }, field, this.typed, go)];
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
    ];
  }

  private async makeCode(): Promise<void> {
    const response = await ask("POST", "/api/resume-code");
    const said = await response?.json().catch(() => ({}));
    const code = response?.ok ? String(said.code) : "";
    say(this.code, code);
    show(this.code, code !== "");
    show(this.codeHint, code !== "");
    say(this.told, code ? "" : (said?.error ?? NO_ANSWER));
  }

  private async endCode(): Promise<void> {
    const response = await ask("DELETE", "/api/resume-code");
    show(this.code, false);
    show(this.codeHint, false);
    say(this.told, response?.ok ? "No code opens your work any more." : NO_ANSWER);
  }

  private async resume(): Promise<void> {
    if (!(await this.everythingKept())) return;
    const response = await ask("POST", "/api/resume", { code: this.typed.value });
    if (response?.ok) return restart();
    const said = await response?.json().catch(() => ({}));
    say(this.told, said?.error ?? NO_ANSWER);
  }

  private async leave(): Promise<void> {
    if (!(await this.everythingKept())) return;
    const response = await ask("POST", "/api/finish");
    if (!response?.ok) return say(this.told, NO_ANSWER);
    dispatchEvent(new Event("canvas:finish"));
    clearMirrors();
    restart();
  }

  /** Wait until no text of this workspace is left in the browser only; say so when that takes too long. */
  private async everythingKept(): Promise<boolean> {
    dispatchEvent(new Event("canvas:flush"));
    const end = Date.now() + PATIENCE;
    while (unsaved(this.mounted.data.mirror) && Date.now() < end) await new Promise((go) => setTimeout(go, 50));
    const kept = !unsaved(this.mounted.data.mirror);
    say(this.told, kept ? "" : "Some text is not saved yet. Look for it on your pages, or try again in a moment.");
    return kept;
  }
}

const NO_ANSWER = "The server does not answer. Try again in a moment.";

function button(words: string, press: () => void): HTMLElement {
  return make("p", {}, make("button", { type: "button", onclick: press }, words));
}

async function ask(method: string, path: string, body: object = {}): Promise<Response | null> {
  const headers = { "Content-Type": "application/json" };
  const options = { method, headers, body: JSON.stringify(body), credentials: "same-origin" } as const;
  return fetch(new URL(path, location.origin), options).catch(() => null);
}

function restart(): void {
  location.assign("/");
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
