// Looks for a text that a crash or a closed browser left behind, where its field does not stand on the page yet.
import { Mirror, orphans } from "./mirror.ts";
import type { FieldData, Mounted } from "./shapes.ts";

export default function (mounted: Mounted<Pick<FieldData, "document" | "field" | "mirror">>): () => void {
  const { document, field, mirror } = mounted.data;
  let gone = false;
  void orphans(new Mirror(mirror, document, field), "").then(([newest]) => {
    if (!gone && newest?.text.trim()) mounted.setTriggerValue("found", { at: Date.now() });
  });
  return () => {
    gone = true;
  };
}
