// The looks of the draft: paper, underlines with a colour and a shape each, cards and the list of remarks.
import { EditorView } from "@codemirror/view";
import { LOOKS_MARKS } from "./looks_marks.ts";

export const paper = EditorView.theme({
  "&": { backgroundColor: "#fff", border: "1px solid #c3bcac", borderRadius: ".55rem", color: "inherit" },
  "&.cm-focused": { outline: "2px solid #0f6e66", borderColor: "#0f6e66" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.75", minHeight: "20rem", maxHeight: "min(75vh, 52rem)" },
  ".cm-content": { padding: ".8rem .2rem", caretColor: "#1b2430", minHeight: "18rem" },
  ".cm-line": { padding: "0 .9rem 0 .35rem" },
  ".cm-placeholder": { color: "#666c76" },
  ".cm-gutters": { backgroundColor: "transparent", border: "none" },
  ".cm-gutter-lint": { width: "1.15rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: ".5rem 0 0 .3rem" },
  ".cm-lint-marker": { width: ".6rem", height: ".6rem", borderRadius: "50%", content: "none", background: "#b45309" },
  ".cm-lint-marker-hint, .cm-lint-marker-info": { background: "none", border: "1.5px solid #6b7280" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
  ".cm-lintPoint:after": { display: "none" },
  ".cm-tooltip": {
    maxWidth: "min(24rem, 82vw)",
    border: "1px solid #b9b2a3",
    borderRadius: ".5rem",
    backgroundColor: "#fff",
    boxShadow: "0 .3rem 1rem rgb(27 36 48 / .16)",
    overflow: "hidden",
  },
});

export const LOOKS_EDITOR = `
.frame { container-type: inline-size; }
.sheet { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 1.5rem; align-items: start; }
@container (min-width: 46rem) {
  .sheet { grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); }
  .write { position: sticky; top: .5rem; }
}
.write { min-width: 0; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin: .4rem 0 0; }
.keys { margin: .5rem 0 0; font-size: .82rem; line-height: 1.5; color: #535a65; }
kbd { font: inherit; padding: 0 .3rem; border: 1px solid #b9b2a3; border-radius: .25rem; background: #f6f2ea; }
button[aria-pressed=true] { background: #e2efeb; border-color: #0f6e66; color: #0b5750; font-weight: 600; }

${LOOKS_MARKS}
.type { background: #e2efeb; border-radius: .15rem; }
.type-name { margin: 0 .15rem 0 .3rem; padding: .05rem .35rem; border-radius: .6rem; background: #d3e7e1; color: #0b4a43;
  font-size: .75rem; white-space: nowrap; user-select: none; }

.card { padding: .6rem .85rem .7rem; border-left: 5px solid #a1440c; font-family: var(--st-font, sans-serif);
  font-size: .92rem; line-height: 1.5; color: #1b2430; }
.card + .card { border-top: 1px solid #e4dfd3; }
.card p { margin: .3rem 0 0; }
.card-channel { border-left-color: #6a2fa3; }
.card-same, .card-question { border-left-color: #1f4fa8; }
.card-after { border-left-color: #b3261e; }
.card-note { border-left-color: #6b7280; }
.part { font-size: .82rem; color: #535a65; }
.ask { font-weight: 600; }
.trust { margin: .3rem 0 0; font-size: .82rem; color: #535a65; }

.list { min-width: 0; overflow-wrap: anywhere; line-height: 1.5; }
.list h2 { margin: 0 0 .6rem; font: 600 1.25rem/1.3 var(--st-heading-font, serif); }
.list h3 { margin: 0; font: 600 1.05rem/1.35 var(--st-heading-font, serif); }
.list p { margin: .35rem 0 0; }
.list ul { margin: .2rem 0 0; padding-left: 1.2rem; }
.hint { padding: .6rem .8rem; background: #eef2f8; border-radius: .5rem; color: #23395b; }
.hint.good, .works { background: #eaf4ee; color: #12372a; }
.works { margin-bottom: .7rem; padding: .75rem 1rem; border: 1px solid #b9d8c7; border-radius: .6rem; }
.works h3 { color: #0b4a33; }
.remarks { display: grid; gap: .7rem; margin: .7rem 0 0; padding: 0; list-style: none; }
.remark { padding: .75rem 1rem; background: #fff; border: 1px solid #d9d3c6; border-left: 5px solid #a1440c;
  border-radius: .6rem; }
.remark.is-channel { border-left-color: #6a2fa3; }
.remark.is-same, .remark.is-question { border-left-color: #1f4fa8; }
.remark.is-after { border-left-color: #b3261e; }
.remark.here { box-shadow: 0 0 0 2px #0f6e66; }
.remark blockquote { margin: .4rem 0 0; padding: .1rem .7rem; border-left: 3px solid #d9b08c; background: #fdf6ee; }
.jump { all: unset; cursor: pointer; text-decoration: underline; text-decoration-thickness: 1px;
  text-underline-offset: .2em; color: #1b2430; }
.jump:hover { color: #0b5750; }
.jump:focus-visible { outline: 2px solid #0f6e66; outline-offset: 2px; border-radius: .2rem; }
.foot-line { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; margin-top: .45rem; font-size: .88rem; }
.foot-line .trust { flex: 1 1 100%; margin: 0; }
a { color: var(--st-link-color, #0b5f58); }
.quiet { min-height: 1.9rem; padding: .1rem .2rem; border: 0; background: none; color: #0b5f58; font-size: .88rem;
  text-decoration: underline; text-underline-offset: .2em; }
.disagree { flex: 1 1 100%; display: grid; gap: .5rem; justify-items: start; }
.disagree label { width: 100%; }
.disagree textarea { margin-top: .2rem; }
.more { margin-top: .7rem; }

@media (max-width: 640px) { .sheet, textarea { font-size: 16px; } .keys { display: none; } }
@media (forced-colors: active) {
  .mark, .type { text-decoration-color: LinkText; background: none; }
  .remark, .works, .hint, .cm-tooltip { border: 1px solid; }
  .type-name { border: 1px solid; }
}
@media (prefers-reduced-motion: no-preference) { .remark { transition: box-shadow .15s; } }
`;
