// The looks of the review desk: dense and calm, two halves that scroll by themselves on one screen.

export const LOOKS_DESK = `
.desk { font-size: .92rem; line-height: 1.5; container-type: inline-size; }
.desk h2, .desk h3, .desk h4 { margin: 0; font-family: var(--st-heading-font, serif); font-weight: 600; line-height: 1.3; }
.desk h3 { font-size: 1.02rem; }
.desk p { margin: 0; }
button.small { min-height: 1.95rem; padding: .15rem .65rem; font-size: .86rem; border-radius: .45rem; }
button:disabled { opacity: 1; color: #6b7077; background: #f4f1ea; border-color: #ddd7ca; cursor: default; }
button.main:disabled { color: #6b7077; }
button[aria-pressed=true] { background: #e2efeb; border-color: #0f6e66; color: #0b5750; font-weight: 600; }
.quiet { min-height: 1.7rem; padding: .05rem .25rem; border: 0; background: none; color: #0b5f58; font-size: .84rem;
  text-decoration: underline; text-underline-offset: .2em; }
button.quiet:disabled { background: none; }
.jump { all: unset; cursor: pointer; font-weight: 600; }
.jump:hover { color: #0b5750; text-decoration: underline; text-underline-offset: .2em; }
.jump:focus-visible { outline: 2px solid #0f6e66; outline-offset: 2px; border-radius: .2rem; }
kbd { font: inherit; font-size: .76rem; padding: 0 .3rem; border: 1px solid #b9b2a3; border-radius: .25rem; background: #f6f2ea;
  color: #424a55; }
button kbd { margin-left: .4rem; }
button.main kbd { background: #0b5750; border-color: #6fb3a9; color: #fff; }
.push { flex: 1 1 0; }
.aside { font-size: .84rem; color: #535a65; font-weight: 400; }
.chips { display: inline-flex; flex-wrap: wrap; gap: .25rem; align-items: center; }
.chip { display: inline-block; padding: .02rem .5rem; border-radius: .7rem; font-size: .78rem; line-height: 1.5; font-weight: 500;
  white-space: nowrap; background: #efebe1; color: #424a55; }
.chip.good, .chip.reviewed { background: #e2f0ea; color: #0b5750; }
.chip.released { background: #dfe8f7; color: #1b438f; }
.chip.warn { background: #fbeee0; color: #8a3a0a; }
.chip.kind { background: #fff; border: 1px solid #d9d3c6; border-left: 4px solid #a1440c; border-radius: .3rem; }
.chip.is-channel { border-left-color: #6a2fa3; }
.chip.is-same { border-left-color: #1f4fa8; }
.chip.is-after { border-left-color: #b3261e; }

.room { scroll-margin-top: 3.5rem; }
.bar { padding: .1rem 0 .45rem; background: var(--st-background-color, #fcfaf6);
  border-bottom: 1px solid #d9d3c6; }
.bar-line { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .6rem; min-height: 2.2rem; }
.who { font-size: 1.3rem; outline-offset: .2rem; }
.who:focus { outline: none; }
.count { font-weight: 600; font-size: .86rem; }
progress { width: 8rem; height: .5rem; appearance: none; border: 0; border-radius: .3rem; background: #e7e1d3; overflow: hidden; }
progress::-webkit-progress-bar { background: #e7e1d3; }
progress::-webkit-progress-value { background: #0f6e66; }
progress::-moz-progress-bar { background: #0f6e66; }
.pair { display: inline-flex; }
.pair button:first-child { border-radius: .45rem 0 0 .45rem; }
.pair button:last-child { border-radius: 0 .45rem .45rem 0; margin-left: -1px; }

.halves { display: grid; grid-template-columns: minmax(0, 1fr); gap: .9rem; margin-top: .6rem; align-items: start; }
@container (min-width: 40rem) {
  .bar { position: sticky; top: 0; z-index: 3; }
  .halves { grid-template-columns: minmax(0, 1.08fr) minmax(19.5rem, 1fr); }
  .sheet-side, .side { height: calc(100vh - 13.4rem); min-height: 24rem; }
  .sheet-side { display: flex; flex-direction: column; }
  .sheets { display: flex; flex-direction: column; min-height: 0; flex: 1; }
  .paper { flex: 1; min-height: 0; overflow: auto; }
  .side { overflow: auto; padding-right: .35rem; }
}
@container (min-width: 70rem) { .halves { grid-template-columns: minmax(0, 1.12fr) minmax(0, 1fr); } }
.halves[inert] { opacity: .3; transition: opacity 0s .2s; }
.heading { margin-bottom: .35rem !important; font-size: .84rem; color: #535a65; overflow: hidden; text-overflow: ellipsis;
  white-space: nowrap; }
.brief { margin-bottom: .45rem; font-size: .86rem; color: #424a55; }
.brief summary { width: fit-content; cursor: pointer; font-weight: 600; border-radius: .2rem; }
.brief summary:focus-visible, .brief-words:focus-visible { outline: 2px solid #0f6e66; outline-offset: 2px; }
.brief-words { max-height: 6.6rem; overflow: auto; margin-top: .2rem; padding: .3rem .6rem; border-left: 3px solid #d9d3c6;
  background: #f6f2ea; border-radius: .3rem; white-space: pre-line; overflow-wrap: anywhere; }
.tabs { display: flex; gap: .15rem; flex: none; }
.tabs button { min-height: 1.9rem; padding: .1rem .75rem; border: 1px solid transparent; border-bottom: 0; font-size: .86rem;
  border-radius: .45rem .45rem 0 0; background: none; color: #424a55; }
.tabs [aria-selected=true] { background: #fff; border-color: #d9d3c6; color: #0b5750; font-weight: 600; box-shadow: 0 1px #fff; z-index: 1; }
.dot { display: inline-block; width: .5rem; height: .5rem; margin-left: .35rem; border-radius: 50%; background: #a1440c; }
.paper { background: #fff; border: 1px solid #d9d3c6; border-radius: 0 .5rem .5rem .5rem; overflow-wrap: anywhere; }
.text { min-height: 100%; padding: .9rem 1.15rem 1.4rem; font-family: 'Source Serif', Georgia, serif; font-size: 1.06rem;
  line-height: 1.75; }
.text:focus-visible { outline: 2px solid #0f6e66; outline-offset: -3px; border-radius: .4rem; }
.line { margin: 0 0 .2rem !important; }
.line.apart { margin-top: .8rem !important; }
.line.head { font-weight: 600; font-size: 1.15rem; }
.bullet { position: relative; padding-left: 1.1rem; }
.bullet::before { content: "•"; position: absolute; left: .2rem; }
.sentence { cursor: pointer; border-radius: .2rem; padding: .1rem 0; box-decoration-break: clone; }
.sentence:hover { background: #f3efe5; }
.sentence.here { background: #d9ece7; box-shadow: 0 0 0 2px #0f6e66; }
.sentence.here .mark { background: none; }
.commented { background: #fdf3c7; border-bottom: 2px solid #b99700; }
.mark.now { background: #fbdcbc; }
.pane { padding: .9rem 1.15rem; }
.pane > * + * { margin-top: .6rem; }
.pane ul { margin: 0; padding-left: 1.15rem; }
.nothing { color: #535a65; }
table { width: 100%; border-collapse: collapse; font-size: .87rem; }
th, td { padding: .35rem .55rem; text-align: left; vertical-align: top; border-bottom: 1px solid #e7e1d5; }
.plan th { font-weight: 600; }
.plan td p + p { margin-top: .3rem; }
.canvas { display: grid; gap: .45rem; grid-template-columns: repeat(10, minmax(0, 1fr)); font-size: .82rem; line-height: 1.4;
  grid-template-areas: "kp kp ka ka vp vp cr cr cs cs" "kp kp kr kr vp vp ch ch cs cs" "co co co co co rs rs rs rs rs"; }
.block { padding: .45rem .55rem; border: 1px solid #d9d3c6; border-radius: .45rem; min-height: 4.5rem; }
.block h4 { font: 600 .78rem/1.3 var(--st-font, sans-serif); color: #4b5563; margin-bottom: .25rem; }
.block ul { padding-left: .9rem; }
.key_partners { grid-area: kp; } .key_activities { grid-area: ka; } .key_resources { grid-area: kr; }
.value_proposition { grid-area: vp; } .customer_relationships { grid-area: cr; background: #e4f2ef; border-color: #0b6b62; }
.channels { grid-area: ch; } .customer_segments { grid-area: cs; } .cost_structure { grid-area: co; } .revenue_streams { grid-area: rs; }
@container (max-width: 43rem) { .canvas { display: block; } .block { margin-bottom: .4rem; min-height: 0; } }

.side { display: grid; gap: .7rem; align-content: start; }
.panel { padding: .6rem .8rem .7rem; background: #fff; border: 1px solid #d9d3c6; border-radius: .55rem; }
.panel > header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .2rem .6rem; margin-bottom: .3rem; }
.row { padding: .3rem .45rem .35rem; margin: 0 -.45rem; border-left: 3px solid transparent; border-radius: .3rem; }
.row.here { border-left-color: #0f6e66; background: #f2f7f5; }
.row-title { font-weight: 600; font-size: .86rem; margin-bottom: .2rem; }
.row.here .row-title { color: #0b5750; }
.levels { display: flex; gap: 0; }
.level { flex: 1 1 0; min-height: 1.8rem; padding: .05rem .25rem; font-size: .83rem; border-radius: 0; margin-left: -1px; white-space: nowrap; }
.level:first-child { border-radius: .4rem 0 0 .4rem; margin-left: 0; }
.level:last-child { border-radius: 0 .4rem .4rem 0; }
.level[aria-pressed=true] { background: #0f6e66; border-color: #0f6e66; color: #fff; z-index: 1; }
.level[aria-pressed=true]:hover { color: #fff; }
.digit { margin-right: .3rem; font-size: .74rem; color: #5d6470; }
.level[aria-pressed=true] .digit { color: #d5ebe6; }
.says { margin-top: .2rem !important; font-size: .82rem; color: #4a515c; }
.meanings { margin: .4rem 0 0; padding-left: 1.2rem; font-size: .88rem; }
.hint.small { margin-top: .3rem !important; padding: .3rem .55rem; background: #eef2f8; border-radius: .35rem; font-size: .82rem; color: #23395b; }
.total { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .6rem; margin-top: .45rem; padding-top: .45rem; border-top: 1px solid #e7e1d5; }
.total > span { flex: 1 1 10rem; }
.total label { font-size: .84rem; color: #4a515c; }
output.mark { font-size: 1.15rem; text-decoration: none; }
.computed { margin-left: .6rem; font-size: .82rem; color: #535a65; }
.total input { width: 4.6rem; }
input, select { min-height: 1.95rem; padding: .15rem .5rem; font: inherit; font-size: .88rem; color: inherit; background: #fff;
  border: 1px solid #8f897b; border-radius: .4rem; }
input:focus-visible, select:focus-visible { outline: 2px solid #0f6e66; outline-offset: 0; }
.wrong { color: #8f1d17; font-size: .84rem; font-weight: 600; }
.remark { padding: .45rem .65rem .5rem; border: 1px solid #e0dacd; border-left: 4px solid #a1440c; border-radius: .45rem; }
.remark + .remark, .remark + p { margin-top: .45rem; }
.remark.is-channel { border-left-color: #6a2fa3; }
.remark.is-same { border-left-color: #1f4fa8; }
.remark.is-after { border-left-color: #b3261e; }
.remark.objection { border-left-color: #1f4fa8; background: #f7f9fd; }
.remark.here { box-shadow: 0 0 0 2px #0f6e66; }
.remark.taken .why, .remark.taken .quotes { display: none; }
.line-up { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .2rem .5rem; }
.remark .quotes { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.quotes { font-family: 'Source Serif', Georgia, serif; font-size: .92rem; color: #3a424d; }
.why { font-size: .86rem; }
.acts { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .7rem; margin-top: .3rem; }
.quiet-line { color: #535a65; font-size: .86rem; }
.works-line { margin-top: .5rem; font-size: .86rem; }
.works-line ul { margin: .3rem 0 0; padding-left: 1.1rem; }
.comment { padding: .4rem .6rem .35rem; margin-bottom: .45rem; border: 1px solid #e6dcae; border-left: 4px solid #b99700; border-radius: .45rem; background: #fffdf4; }
.comment textarea, .words-field textarea, .objection textarea { min-height: 2rem; padding: .3rem .55rem; font-size: .9rem; line-height: 1.5; margin-top: .2rem; }
.quote { font-family: 'Source Serif', Georgia, serif; font-weight: 400; color: #3a424d; display: -webkit-box; -webkit-line-clamp: 2;
  -webkit-box-orient: vertical; overflow: hidden; flex: 1 1 10rem; font-size: .9rem; }
.comment .acts { margin-top: .1rem; }
.bank { list-style: none; margin: .25rem 0 0; padding: .2rem; background: #fff; border: 1px solid #c3bcac; border-radius: .45rem; box-shadow: 0 .3rem .8rem rgb(27 36 48 / .12); }
.bank li { display: flex; align-items: start; gap: .3rem; }
.use { flex: 1; min-height: 1.8rem; padding: .2rem .5rem; border: 0; text-align: left; font-size: .88rem; border-radius: .35rem; }
.use:hover, .use:focus-visible { background: #e8f2ee; }
.words-field { margin-top: .5rem; }
.words-field label, .objection label { font-size: .84rem; color: #4a515c; }
.help-keys { margin: .6rem 0 0; padding: .7rem 1rem; background: #fff; border: 1px solid #d9d3c6; border-radius: .55rem; }
.help-keys dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .25rem 1rem; margin: .4rem 0 0; }
.help-keys dl { grid-template-columns: repeat(auto-fit, minmax(6.5rem, auto) minmax(10rem, 1fr)); }
.help-keys dd { margin: 0; }

.filters { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem .7rem; margin-bottom: .5rem; }
.filter { display: grid; gap: .1rem; }
.filter label { font-size: .8rem; color: #4a515c; }
.filter input { width: 13rem; }
.scroll { max-height: max(24rem, calc(100vh - 13.5rem)); margin-top: .3rem; overflow: auto; background: #fff; border: 1px solid #d9d3c6; border-radius: .55rem; }
.scroll:focus-visible { outline: 2px solid #0f6e66; }
.students thead th { position: sticky; top: 0; background: #f6f2ea; font-size: .8rem; font-weight: 600; color: #4a515c; z-index: 1; }
.students td:last-child { min-width: 8.5rem; }
.students tbody th { white-space: nowrap; }
.students tbody tr:hover { background: #faf7f0; }
.students tr.empty { color: #6b4a2c; }
.students td > span:not(.chips) > .chip { margin-left: .3rem; }
.seen { display: block; margin-top: .15rem; padding-left: .6rem; border-left: 2px solid #b9c6dc; overflow-wrap: anywhere; }
.asked { margin-top: .35rem; padding: .45rem .6rem .55rem; background: #fff8ef; border: 1px solid #d9b48a; border-radius: .4rem; font-size: .88rem; }
.toast { position: fixed; left: 50%; bottom: 1.4rem; z-index: 20; max-width: min(38rem, 92vw); transform: translateX(-50%);
  padding: .55rem 1rem; background: #1b2430; color: #fff; border: 1px solid #1b2430; border-radius: .5rem; font-weight: 500;
  box-shadow: 0 .3rem 1rem rgb(27 36 48 / .25); }
@container (max-width: 43rem) { .level { white-space: normal; } .push { flex-basis: 100%; height: 0; } .scroll { max-height: none; } }
@media (forced-colors: active) { .level[aria-pressed=true], .sentence.here, button[aria-pressed=true], .row.here, .tabs [aria-selected=true] { outline: 3px solid Highlight; outline-offset: -3px; }
  progress { border: 1px solid; } .mark, .mark.now { text-decoration: underline; }  .chip, .panel, .remark, .comment, .sentence.here { border: 1px solid; } .commented { outline: 1px solid; } }
`;
