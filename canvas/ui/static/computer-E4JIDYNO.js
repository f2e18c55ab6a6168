var h=`
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
`;var g="BroadcastChannel"in window?new BroadcastChannel("canvas-coach"):null,E=new Set,T=new Map,M=new Set;g?.addEventListener("message",t=>{let{ask:e,alive:o,saved:r,by:i}=t.data;if(e&&E.has(e)&&g.postMessage({alive:e}),o&&T.get(o)?.(!0),r&&i)for(let s of M)s(r,i)});var v="canvas:";function m(t){return y().some(e=>e.startsWith(`${v}${t}:`))}function b(){for(let t of y())t.startsWith(v)&&localStorage.removeItem(t)}function y(){try{return Object.keys(localStorage)}catch{return[]}}function n(t,e={},...o){let r=document.createElement(t);for(let[i,s]of Object.entries(e))typeof s=="function"?r.addEventListener(i.slice(2),s):s===!0?r.setAttribute(i,""):s!==!1&&r.setAttribute(i,s);return r.append(...o.filter(i=>i!==null)),r}function a(t,e){t.hidden===e&&(t.hidden=!e)}function l(t,e){t.textContent!==e&&(t.textContent=e)}var w=0;function x(t){return w+=1,`canvas-${t}-${w}`}var S=`
.root { font-size: .9rem; line-height: 1.5; }
summary { padding: .25rem 0; font-weight: 500; }
.root p { margin: .4rem 0; color: #424a55; }
.root h2 { margin: .9rem 0 .1rem; font-size: .95rem; font-weight: 600; }
.code { display: block; padding: .5rem .6rem; background: #fff; border: 1px solid #8f897b; border-radius: .4rem;
  font-family: ui-monospace, monospace; font-size: .95rem; overflow-wrap: anywhere; user-select: all; }
input { width: 100%; min-height: 2.4rem; margin: .15rem 0 .4rem; padding: .35rem .6rem; font: inherit; background: #fff;
  color: inherit; border: 1px solid #8f897b; border-radius: .4rem; }
input:focus-visible { outline: 2px solid #0f6e66; }
.told { font-weight: 600; }
`,C=3e3,f=class{constructor(e){this.mounted=e;let o=n("details",{class:"root"},n("summary",{},"This computer"));o.append(...this.takeAlong(),...this.comeBack(),...this.finish(),this.told),e.parentElement.append(n("style",{},h+S),o),addEventListener("canvas:late",this.late)}mounted;code=n("output",{class:"code",hidden:!0});codeHint=n("p",{hidden:!0},"Write it down: it is shown only once.");told=n("p",{class:"told",role:"status"});id=x("code");typed=n("input",{id:this.id,autocomplete:"off",spellcheck:"false"});sure=n("div",{hidden:!0});late=()=>this.mounted.setTriggerValue("late",{at:Date.now()});unmount(){removeEventListener("canvas:late",this.late)}takeAlong(){return[n("p",{},"Your work belongs to this browser. A code opens it in another one."),d("Make a code",()=>{this.makeCode()}),d("End the code",()=>{this.endCode()}),this.codeHint,this.code]}comeBack(){let e=i=>{i.preventDefault(),this.resume()},o=n("label",{for:this.id},"Code from another computer"),r=n("button",{type:"submit"},"Open that work");return[n("h2",{},"I have a code"),n("form",{onsubmit:e},o,this.typed,r)]}finish(){return this.sure.append(n("p",{},"The next person begins empty here. You come back only with a code: make one first."),d("Yes, finish here",()=>{this.leave()}),d("Not yet",()=>a(this.sure,!1))),[n("h2",{},"A computer that others use too"),d("Finish on this computer",()=>a(this.sure,!0)),this.sure]}async makeCode(){let e=await p("POST","/api/resume-code"),o=await e?.json().catch(()=>({})),r=e?.ok?String(o.code):"";l(this.code,r),a(this.code,r!==""),a(this.codeHint,r!==""),l(this.told,r?"":o?.error??c)}async endCode(){let e=await p("DELETE","/api/resume-code");a(this.code,!1),a(this.codeHint,!1),l(this.told,e?.ok?"No code opens your work any more.":c)}async resume(){if(!await this.everythingKept())return;let e=await p("POST","/api/resume",{code:this.typed.value});if(e?.ok)return k();let o=await e?.json().catch(()=>({}));l(this.told,o?.error??c)}async leave(){if(!await this.everythingKept())return;if(!(await p("POST","/api/finish"))?.ok)return l(this.told,c);dispatchEvent(new Event("canvas:finish")),b(),k()}async everythingKept(){dispatchEvent(new Event("canvas:flush"));let e=Date.now()+C;for(;m(this.mounted.data.mirror)&&Date.now()<e;)await new Promise(r=>setTimeout(r,50));let o=!m(this.mounted.data.mirror);return l(this.told,o?"":"Some text is not saved yet. Look for it on your pages, or try again in a moment."),o}},c="The server does not answer. Try again in a moment.";function d(t,e){return n("p",{},n("button",{type:"button",onclick:e},t))}async function p(t,e,o={}){let i={method:t,headers:{"Content-Type":"application/json"},body:JSON.stringify(o),credentials:"same-origin"};return fetch(new URL(e,location.origin),i).catch(()=>null)}function k(){location.assign("/")}var u=new WeakMap;function K(t){let e=u.get(t.parentElement);e?e.mounted=t:u.set(t.parentElement,e=new f(t));let{parentElement:o}=t;return()=>{e.unmount(),u.delete(o)}}export{K as default};
