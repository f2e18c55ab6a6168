// Tabs of one browser talk to each other: is the editor that left this copy still open, and who saved something?

interface Talk {
  ask?: string;
  alive?: string;
  saved?: string;
  by?: string;
  moved?: string;
}

const WAIT = 80; // milliseconds; a living tab answers in about one
const channel = "BroadcastChannel" in window ? new BroadcastChannel("canvas-coach") : null;
const mine = new Set<string>();
const waiting = new Map<string, (alive: boolean) => void>();
const listeners = new Set<(text: string, editor: string) => void>();
const movers = new Set<(workspace: string) => void>();

channel?.addEventListener("message", (event: MessageEvent<Talk>) => {
  const { ask, alive, saved, by, moved } = event.data;
  if (ask && mine.has(ask)) channel.postMessage({ alive: ask } satisfies Talk);
  if (alive) waiting.get(alive)?.(true);
  if (saved && by) for (const listener of listeners) listener(saved, by);
  if (moved) for (const mover of movers) mover(moved);
});

/** Say that an editor lives in this tab. */
export function isMine(editor: string): void {
  mine.add(editor);
}

/** Find out whether an editor is open in another tab at this moment. */
export function livesElsewhere(editor: string): Promise<boolean> {
  if (!channel) return Promise.resolve(false);
  if (mine.has(editor)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const answer = (alive: boolean): void => {
      waiting.delete(editor);
      resolve(alive);
    };
    waiting.set(editor, answer);
    setTimeout(() => answer(false), WAIT);
    channel.postMessage({ ask: editor } satisfies Talk);
  });
}

/** Tell the other tabs that a text was saved here. */
export function tellSaved(text: string, editor: string): void {
  channel?.postMessage({ saved: text, by: editor } satisfies Talk);
}

export function whenSavedElsewhere(listener: (text: string, editor: string) => void): void {
  listeners.add(listener);
}

/** Tell the other tabs that this browser does not work in a workspace any more. */
export function tellMoved(workspace: string): void {
  channel?.postMessage({ moved: workspace } satisfies Talk);
}

export function whenMoved(mover: (workspace: string) => void): void {
  movers.add(mover);
}
