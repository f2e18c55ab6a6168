// What a field on the page is told about its text.
import type { Report } from "./shapes.ts";

export type State = "still" | "saving" | "saved" | "kept" | "lost" | "long";

/** What a field on the page wants to hear. */
export interface Listener {
  /** The state, the conflict or the length has changed. */
  told(): void;
  /** Another text stands here now, which was not typed into this field. */
  replaced(text: string): void;
  /** The server has read exactly the text that stands here. */
  reported(report: Report): void;
  /** The text that somebody asked to have checked is kept. */
  checked(): void;
  /** The page should run again, because what is kept has changed and the field was left. */
  left(): void;
}
