// From remark to remark with F8, in the order of the list: each of its phrases, or the list where nothing is underlined.
import { EditorView } from "@codemirror/view";
import { announce, goTo, notesOf, placesOf, type Place } from "./remarks.ts";
import type { RemarkList } from "./remark_list.ts";
import type { Remark, Report } from "./shapes.ts";

/** One stop of the walk. name: the same in a newer report. place: none for what is missing. */
interface Stop {
  name: string;
  remark: Remark | null;
  place: Place | null;
  says: string;
}

export class Walk {
  private at = -1;
  private name = "";

  constructor(
    private readonly view: EditorView,
    private readonly list: RemarkList,
    private readonly report: () => Report | null,
  ) {}

  step(direction: 1 | -1): boolean {
    const stops = this.stops();
    if (stops.length) this.go(stops, this.next(stops, direction));
    else announce(this.view, "No remarks.");
    return true;
  }

  /** Go to the first phrase of a remark. */
  to(remark: Remark): void {
    const stops = this.stops();
    const found = stops.findIndex((stop) => stop.remark?.id === remark.id);
    if (found >= 0) this.go(stops, found);
  }

  /** A remark that was mended is gone: the walk goes on with the one that has taken its place. */
  private next(stops: Stop[], direction: 1 | -1): number {
    const here = stops.findIndex((stop) => stop.name === this.name);
    const gone = this.at >= 0 && here < 0;
    const from = here >= 0 ? here : Math.min(this.at, stops.length);
    if (from < 0) return direction === 1 ? 0 : stops.length - 1;
    const to = gone && direction === 1 ? from : from + direction;
    return (to + stops.length) % stops.length;
  }

  private go(stops: Stop[], at: number): void {
    const { name, remark, place, says } = stops[at]!;
    this.at = at;
    this.name = name;
    this.list.mark(remark);
    if (place) goTo(this.view, place, says);
    else if (remark && this.list.focus(remark)) announce(this.view, says);
  }

  private stops(): Stop[] {
    const active = this.report()?.remarks.filter((remark) => !remark.disagreed) ?? [];
    const places = placesOf(this.view.state);
    const notes = notesOf(this.view.state);
    return [
      ...active.flatMap((remark, index) => {
        const number = `Remark ${index + 1} of ${active.length}`;
        return this.ofRemark(remark, number, places.filter((place) => place.remark?.id === remark.id));
      }),
      ...notes.map((place, index) => {
        const says = `Note on the language ${index + 1} of ${notes.length}. ${place.message}`;
        return { name: `note ${index} ${place.message}`, remark: null, place, says };
      }),
    ];
  }

  private ofRemark(remark: Remark, number: string, places: Place[]): Stop[] {
    const all = places.length;
    if (!all) return [{ name: remark.id, remark, place: null, says: `${number}. ${spoken(remark)}` }];
    return places.map((place, index) => {
      const part = all > 1 ? `Phrase ${index + 1} of ${all}` : "";
      const words = this.view.state.sliceDoc(place.from, place.to);
      const says = `${number}${part && `, ${part.toLowerCase()}`}. ${spoken(remark, words)}`;
      return { name: `${remark.id} ${index}`, remark, place: { ...place, part }, says };
    });
  }
}

function spoken(remark: Remark, words = ""): string {
  const missing = remark.missing && !words ? `Not in your text yet: ${remark.missing}.` : "";
  return [`${remark.title}.`, words && `“${words}”.`, missing, remark.why, remark.ask].filter(Boolean).join(" ");
}
