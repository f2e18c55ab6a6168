// The reviewers' passphrase: the right one opens the page anew, with a session that scripts cannot read.
import { LOOKS } from "./looks.ts";
import { strayed } from "./moving.ts";
import { make, newId, say } from "./page.ts";
import type { Mounted } from "./shapes.ts";

/** inside: somebody is signed in, so the door leads out. */
interface DoorData {
  mirror: string;
  inside: boolean;
}

const LOOKS_DOOR = `
form { display: grid; gap: .5rem; max-width: 26rem; justify-items: start; }
input { width: 100%; min-height: 2.6rem; padding: .35rem .75rem; font: inherit; color: inherit; background: #fff;
  border: 1px solid #8f897b; border-radius: .5rem; }
input:focus-visible { outline: 2px solid #0f6e66; }
input[aria-invalid=true] { border: 2px solid #b3261e; }
p { margin: 0; font-weight: 600; color: #8f1d17; }
p:empty { display: none; }
`;

export default function (mounted: Mounted<DoorData>): () => void {
  if (mounted.data.inside) return wayOut(mounted);
  const id = newId("passphrase");
  const field = make("input", { id, type: "password", autocomplete: "current-password", "aria-describedby": `${id}-told` });
  const told = make("p", { id: `${id}-told`, role: "alert" });
  const enter = async (event: Event): Promise<void> => {
    event.preventDefault();
    say(told, "");
    const problem = await tried(mounted.data.mirror, field.value);
    say(told, problem);
    field.setAttribute("aria-invalid", String(problem !== ""));
    if (!problem) location.reload();
  };
  const form = make(
    "form",
    { onsubmit: (event) => void enter(event) },
    make("label", { for: id }, "Passphrase for reviewers"),
    field,
    told,
    make("button", { type: "submit", class: "main" }, "Open the review desk"),
  );
  const root = make("div", { class: "root", "data-canvas": "door" }, form);
  mounted.parentElement.replaceChildren(make("style", {}, LOOKS + LOOKS_DOOR), root);
  return () => root.remove();
}

function wayOut({ data, parentElement }: Mounted<DoorData>): () => void {
  const told = make("p", { role: "alert" });
  const leave = async (): Promise<void> => {
    const problem = await asked(data.mirror, "DELETE", {});
    say(told, problem);
    if (!problem) location.assign("/review");
  };
  const root = make("div", { class: "root", "data-canvas": "door" }, make("button", { type: "button", onclick: () => void leave() }, "Sign out"), told);
  parentElement.replaceChildren(make("style", {}, LOOKS + LOOKS_DOOR), root);
  return () => root.remove();
}

/** Try a passphrase; return what is wrong, or "". */
async function tried(mirror: string, passphrase: string): Promise<string> {
  if (!passphrase.trim()) return "Write the passphrase first.";
  return asked(mirror, "POST", { passphrase });
}

/** Ask the server about this browser's session; return what is wrong, or "". */
async function asked(mirror: string, method: string, content: object): Promise<string> {
  try {
    const response = await fetch(new URL("/api/reviewer", location.origin), {
      method,
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ workspace_key: mirror, ...content }),
    });
    if (response.ok) return "";
    const said = (await response.json().catch(() => ({}))) as { error?: string; reload?: boolean };
    if (said.reload) strayed(mirror);
    return said.error ?? "The server did not understand this. Try again.";
  } catch {
    return "The server does not answer. Try again in a moment.";
  }
}
