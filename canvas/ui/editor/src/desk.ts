// The review desk: the list of students, and one student with text, rubric, remarks and comments on one screen.
// Everything saves itself; the page behind it never runs again for that.
import { Desk } from "./desk_room.ts";
import type { DeskData } from "./desk_shapes.ts";
import type { Mounted } from "./shapes.ts";

const desks = new WeakMap<object, Desk>();

export default function (mounted: Mounted<DeskData>): () => void {
  const { parentElement } = mounted;
  let desk = desks.get(parentElement);
  if (desk && !desk.shows(mounted.data)) {
    desk.unmount();
    desk = undefined;
  }
  if (!desk) desks.set(parentElement, (desk = new Desk(mounted)));
  const here = desk;
  return () => {
    here.unmount();
    desks.delete(parentElement);
  };
}
