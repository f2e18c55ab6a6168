// What the student was asked to do, above the text: quiet, and folded where the screen is small.
import { make, say, show } from "./page.ts";

const ROOMY = "(min-width: 1024px) and (min-height: 800px)";

export class BriefPanel {
  private readonly heading = make("p", { class: "heading", dir: "auto" });
  private readonly words = make("div", { class: "brief-words", dir: "auto", role: "region", tabindex: "0", "aria-label": "Brief" });
  private readonly fold = make("details", { class: "brief", open: matchMedia(ROOMY).matches }, make("summary", {}, "Brief"), this.words);
  readonly element = make("div", { class: "asked-for" }, this.heading, this.fold);

  draw(heading: string, brief: string): void {
    say(this.heading, heading);
    show(this.heading, heading !== "");
    say(this.words, brief);
    show(this.fold, brief !== "");
  }
}
