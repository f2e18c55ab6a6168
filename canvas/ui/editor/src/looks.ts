// The looks of every long field. Colours follow the theme of the page where it has one.

export const LOOKS = `
:host, .root { font-family: var(--st-font, sans-serif); color: var(--st-text-color, #1b2430); font-size: 1rem; }
* { box-sizing: border-box; }
.root { display: flow-root; }
.label { display: block; margin: 0 0 .25rem; font-size: .875rem; line-height: 1.5; }
.help { margin: 0 0 .35rem; font-size: .85rem; line-height: 1.45; color: #4b5563; }
textarea { display: block; width: 100%; min-height: 2.6rem; padding: .5rem .75rem; resize: vertical; overflow: hidden auto;
  max-height: 75vh; font: inherit; line-height: 1.6; color: inherit; background: #fff; border: 1px solid #c3bcac;
  border-radius: .55rem; }
textarea::placeholder { color: #666c76; opacity: 1; }
textarea:focus-visible { outline: 2px solid #0f6e66; outline-offset: 0; border-color: #0f6e66; }
.foot { display: flex; flex-wrap: wrap; gap: .15rem 1rem; min-height: 1.35rem; margin-top: .15rem; }
.state, .length, .words { margin: 0; font-size: .82rem; line-height: 1.6; color: #535a65; }
.state:empty, .length:empty { display: none; }
[data-state=kept] .state, [data-state=lost] .state, [data-state=long] .state { color: #8a3a0a; font-weight: 600; }
.length.over { flex: 1 1 100%; margin: .2rem 0; padding: .4rem .7rem; border-left: 4px solid #b45309; border-radius: .3rem;
  background: #fdf1e3; color: #7c2d12; font-size: .9rem; }
.conflict { margin: .4rem 0; padding: .7rem .9rem; border: 1px solid #c98a4b; border-radius: .55rem; background: #fff8ef;
  line-height: 1.5; }
.conflict p { margin: 0 0 .4rem; }
.conflict .other { max-height: 14rem; margin: .4rem 0; padding: .6rem .8rem; overflow: auto; white-space: pre-wrap;
  overflow-wrap: anywhere; background: #fff; border: 1px solid #d9d3c6; border-radius: .4rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin: .5rem 0 0 !important; }
summary { cursor: pointer; }
button { min-height: 2.4rem; padding: .35rem .9rem; font: inherit; line-height: 1.4; color: #1b2430; cursor: pointer;
  background: #fff; border: 1px solid #c3bcac; border-radius: .55rem; }
button:hover { border-color: #0f6e66; color: #0b5750; }
button:focus-visible, summary:focus-visible, a:focus-visible, [tabindex]:focus-visible { outline: 2px solid #0f6e66;
  outline-offset: 2px; border-radius: .3rem; }
button.main { color: #fff; background: #0f6e66; border-color: #0f6e66; font-weight: 600; }
button.main:hover { background: #0b5750; color: #fff; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { textarea, button, .conflict { border: 1px solid; } }
`;
