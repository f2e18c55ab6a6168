// Why somebody disagrees, while it is written: kept in this browser until the plan has it, as every text is.
import { Mirror } from "./mirror.ts";
import type { FieldData } from "./shapes.ts";

const FIELD = "reason";

export class Reasons {
  private mirror = new Mirror("", "", FIELD);
  private readonly held = new Map<string, string>();

  /** Go on with what was written about the remarks on this text. */
  of(data: FieldData): void {
    this.mirror = new Mirror(data.mirror, data.document, FIELD);
    this.held.clear();
    for (const copy of this.mirror.copies()) this.held.set(copy.editor, copy.text);
  }

  has(remark: string): boolean {
    return this.held.has(remark);
  }

  read(remark: string): string {
    return this.held.get(remark) ?? "";
  }

  write(remark: string, words: string): void {
    this.held.set(remark, words);
    if (words) this.mirror.write({ text: words, seen: "", editor: remark, sequence: 0, at: Date.now() });
    else this.mirror.drop(remark);
  }

  drop(remark: string): void {
    this.held.delete(remark);
    this.mirror.drop(remark);
  }
}
