// The one request of this code: a text goes to the server, which checks and keeps it.
import { strayed } from "./moving.ts";
import type { Answer, Check } from "./shapes.ts";

/** workspace_key: of the workspace that the page shows; the server takes nothing for another one. */
export interface Letter {
  workspace_key: string;
  document: string;
  field: string;
  text: string;
  seen: string;
  editor: string;
  sequence: number;
  check: Check;
}

const ADDRESS = new URL("/api/text", location.origin).href;
const PATIENCE = 10_000; // milliseconds until an answer counts as lost
const KEEPALIVE_LIMIT = 60_000; // bytes; browsers allow 64 KiB for all requests that outlive a page

/** Send a text and wait for the answer. Never throws. outlive: go on when the page is left meanwhile. */
export async function post(letter: Letter, outlive: boolean): Promise<Answer> {
  const body = JSON.stringify(letter);
  try {
    const response = await fetch(ADDRESS, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: outlive && new Blob([body]).size < KEEPALIVE_LIMIT,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await understood(response, letter);
  } catch {
    return { kind: "refused", reason: "offline", says: "", again: 1 };
  }
}

/** Hand a text to the browser, which sends it after the page is gone. Nobody hears the answer. */
export function drop(letter: Letter): void {
  const body = new Blob([JSON.stringify(letter)], { type: "application/json" });
  navigator.sendBeacon?.(ADDRESS, body);
}

async function understood(response: Response, letter: Letter): Promise<Answer> {
  const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (said["reload"]) strayed(letter.workspace_key);
  const says = String(said["error"] ?? "");
  switch (response.status) {
    case 200:
      return {
        kind: "saved",
        mark: String(said["mark"]),
        revision: Number(said["revision"] ?? 0),
        report: (said["report"] as never) ?? null,
      };
    case 409:
      return { kind: "conflict", mark: String(said["mark"]), text: String(said["text"]) };
    case 429:
      return { kind: "refused", reason: "throttled", says: "", again: Number(said["retry_after"] ?? 1) };
    case 401:
    case 403:
      return { kind: "refused", reason: "no cookie", says, again: 30 };
    case 404:
      return { kind: "refused", reason: "gone", says, again: 30 };
    case 413:
      return { kind: "refused", reason: "too long", says, again: 30 };
    case 400:
    case 415:
      return { kind: "refused", reason: "broken", says, again: 30 };
    default:
      return { kind: "refused", reason: "offline", says: "", again: 1 };
  }
}
