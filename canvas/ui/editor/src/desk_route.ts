// The requests of the review desk. None throws: a refusal says in words what is wrong.
import type { BankComment, KeptReview, Overview, Review, Student, Suggested } from "./desk_shapes.ts";
import { strayed } from "./moving.ts";

export interface Refused {
  status: number; // 0: nobody answered
  error: string;
}

export type Kept = { kind: "saved" | "stale"; review: KeptReview } | { kind: "refused"; why: Refused };

const PATIENCE = 20_000; // milliseconds until an answer counts as lost
const KEEPALIVE_LIMIT = 60_000; // bytes that may outlive a page

export class DeskRoute {
  private readonly base: string;

  constructor(
    batch: string,
    private readonly workspace: string,
  ) {
    this.base = new URL(`/api/review/${encodeURIComponent(batch)}`, location.origin).href;
  }

  overview(): Promise<Overview | Refused> {
    return this.get("");
  }

  student(ticket: string): Promise<Student | Refused> {
    return this.get(`/student/${ticket}`);
  }

  suggested(ticket: string): Promise<{ levels: Suggested[] } | Refused> {
    return this.get(`/suggested/${ticket}`);
  }

  names(): Promise<{ names: Record<string, string> } | Refused> {
    return this.get("/names");
  }

  find(words: string): Promise<{ tickets: string[] } | Refused> {
    return this.get(`/find?words=${encodeURIComponent(words)}`);
  }

  /** Accept a remark for everybody who has it; withdraw: take back what was accepted so. */
  acceptAll(mistake: string, withdraw: boolean): Promise<{ accepted: number; withdrawn: number; left_out: number } | Refused> {
    return this.post("/accept", { mistake, withdraw });
  }

  saveBank(comment: { id: string; says: string; row: string | null }): Promise<{ bank: BankComment[] } | Refused> {
    return this.post("/bank", comment);
  }

  dropBank(id: string): Promise<{ bank: BankComment[] } | Refused> {
    return this.post("/bank", { id, says: "", row: null });
  }

  async save(ticket: string, review: Review): Promise<Kept> {
    const { revision, ...rest } = review;
    const found = await this.post<KeptReview>(`/student/${ticket}`, { base_revision: revision, review: rest }, true);
    if (!isRefused(found)) return { kind: "saved", review: found };
    const { review: theirs } = found as Refused & { review?: KeptReview };
    if (found.status === 409 && theirs) return { kind: "stale", review: theirs };
    return { kind: "refused", why: found };
  }

  /** Hand a review to the browser, which sends it after the page is gone. Nobody hears the answer. */
  drop(ticket: string, review: Review): void {
    const { revision, ...rest } = review;
    const body = this.body({ base_revision: revision, review: rest });
    navigator.sendBeacon?.(`${this.base}/student/${ticket}`, new Blob([body], { type: "application/json" }));
  }

  private get<T>(path: string): Promise<T | Refused> {
    return this.ask<T>(path, { headers: { "X-Canvas-Key": this.workspace } });
  }

  private post<T>(path: string, content: object, outlive = false): Promise<T | Refused> {
    const body = this.body(content);
    const keepalive = outlive && new Blob([body]).size < KEEPALIVE_LIMIT;
    return this.ask<T>(path, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive });
  }

  private body(content: object): string {
    return JSON.stringify({ workspace_key: this.workspace, ...content });
  }

  private async ask<T>(path: string, init: RequestInit): Promise<T | Refused> {
    try {
      const options = { ...init, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) } as const;
      const response = await fetch(this.base + path, options);
      const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
      if (said["reload"]) strayed(this.workspace);
      if (response.ok) return said as T;
      const error = String(said["error"] ?? "The server did not understand this.");
      return { ...said, status: response.status, error };
    } catch {
      return { status: 0, error: "The server does not answer. What you do is kept in this browser." };
    }
  }
}

export function isRefused(found: object): found is Refused {
  return "status" in found && "error" in found;
}
