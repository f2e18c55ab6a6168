// This browser goes on with other work: somebody finished here, or came back with a code. In every tab that shows the
// old work its texts go, and the page begins anew.
import { clearMirrors } from "./mirror.ts";
import { tellMoved, whenMoved } from "./tabs.ts";

const shown = new Set<string>();
const RECENTLY = 10_000; // milliseconds; a page that strays again so soon would begin anew without end
const STRAYED = "canvas-strayed";

/** Say which workspace this page shows. */
export function shows(workspace: string): void {
  shown.add(workspace);
}

/** Leave a workspace in all tabs. */
export function move(workspace: string): void {
  tellMoved(workspace);
  forget(workspace);
}

/** The server says that this page shows other work than the browser's own. */
export function strayed(workspace: string): void {
  try {
    if (Date.now() - Number(sessionStorage.getItem(STRAYED)) < RECENTLY) return;
    sessionStorage.setItem(STRAYED, String(Date.now()));
  } catch {
    return; // without storage nobody could tell how often; the page says what to do
  }
  forget(workspace);
}

function forget(workspace: string): void {
  dispatchEvent(new Event("canvas:finish"));
  clearMirrors(workspace);
  location.assign("/");
}

whenMoved((workspace) => {
  if (shown.has(workspace)) forget(workspace);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload(); // a page out of the browser's memory may show what was left since
});
