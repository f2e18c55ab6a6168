// All texts of this tab that are on their way, and the moments at which all of them have to act.
import { shows } from "./moving.ts";
import { Outbox } from "./outbox.ts";
import type { Check, FieldData } from "./shapes.ts";
import { whenSavedElsewhere } from "./tabs.ts";

const registry = new Map<string, Outbox>();

/** Return the outbox of a text; the same one for as long as the tab lives. */
export function outboxFor(data: FieldData, check: Check): Outbox {
  shows(data.mirror);
  const name = `${data.document}:${data.field}`;
  let found = registry.get(name);
  if (found) {
    found.offered(data);
  } else {
    found = new Outbox(data, check);
    registry.set(name, found);
  }
  return found;
}

addEventListener("pagehide", () => registry.forEach((one) => one.goodbye()));
addEventListener("online", () => registry.forEach((one) => one.wake()));
document.addEventListener("visibilitychange", () => {
  registry.forEach((one) => (document.visibilityState === "hidden" ? one.flush("none", true) : one.wake()));
});
addEventListener("canvas:flush", () => registry.forEach((one) => one.flush("none")));
addEventListener("canvas:finish", () => registry.forEach((one) => one.close()));
whenSavedElsewhere((name, editor) => registry.forEach((one) => one.savedElsewhere(name, editor)));
