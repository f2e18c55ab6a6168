var x=`
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
`;var f="BroadcastChannel"in window?new BroadcastChannel("canvas-coach"):null,O=new Set,$=new Map,H=new Set,k=new Set;f?.addEventListener("message",t=>{let{ask:e,alive:o,saved:r,by:n,moved:s}=t.data;if(e&&O.has(e)&&f.postMessage({alive:e}),o&&$.get(o)?.(!0),r&&n)for(let p of H)p(r,n);if(s)for(let p of k)p(s)});function T(t){f?.postMessage({moved:t})}function E(t){k.add(t)}var u="canvas:";function h(t){return M().some(e=>e.startsWith(`${u}${t}:`))}function c(t=""){let e=t?`${u}${t}:`:u;for(let o of M())o.startsWith(e)&&localStorage.removeItem(o)}function M(){try{return Object.keys(localStorage)}catch{return[]}}var S=new Set;function L(t){S.add(t)}function g(t){T(t),C(t)}function C(t){dispatchEvent(new Event("canvas:finish")),c(t),location.assign("/")}E(t=>{S.has(t)&&C(t)});addEventListener("pageshow",t=>{t.persisted&&location.reload()});function i(t,e={},...o){let r=document.createElement(t);for(let[n,s]of Object.entries(e))typeof s=="function"?r.addEventListener(n.slice(2),s):s===!0?r.setAttribute(n,""):s!==!1&&r.setAttribute(n,s);return r.append(...o.filter(n=>n!==null)),r}function a(t,e){t.hidden===e&&(t.hidden=!e)}function d(t,e){t.textContent!==e&&(t.textContent=e)}var P=0;function v(t){return P+=1,`canvas-${t}-${P}`}var I=`
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
.told:empty { display: none; }
input[aria-invalid=true] { border: 2px solid #b3261e; }
input[aria-invalid=true] + .told { color: #8f1d17; }
`,N=3e3,w=class{constructor(e){this.mounted=e;L(e.data.mirror);let o=i("details",{class:"root"},i("summary",{},"This computer"));o.append(...this.takeAlong(),...this.comeBack(),...this.finish()),e.parentElement.append(i("style",{},x+I),o),addEventListener("canvas:late",this.late)}mounted;code=i("output",{class:"code",hidden:!0});codeHint=i("p",{hidden:!0},"Write it down: it is shown only once.");id=v("code");codeTold=b();resumeTold=b(`${this.id}-told`);finishTold=b();typed=i("input",{id:this.id,autocomplete:"off",spellcheck:"false","aria-describedby":`${this.id}-told`});sure=i("div",{hidden:!0});late=()=>this.mounted.setTriggerValue("late",{at:Date.now()});unmount(){removeEventListener("canvas:late",this.late)}takeAlong(){return[i("p",{},"Your work belongs to this browser. A code opens it in another one."),l("Make a code",()=>{this.makeCode()}),l("End the code",()=>{this.endCode()}),this.codeHint,this.code,this.codeTold]}comeBack(){let e=n=>{n.preventDefault(),this.resume()},o=i("label",{for:this.id},"Code from another computer"),r=i("button",{type:"submit"},"Open that work");return[i("h2",{},"I have a code"),i("form",{onsubmit:e},o,this.typed,this.resumeTold,r)]}finish(){return this.sure.append(i("p",{},"The next person begins empty here. You come back only with a code: make one first."),l("Yes, finish here",()=>{this.leave()}),l("Not yet",()=>a(this.sure,!1))),[i("h2",{},"A computer that others use too"),l("Finish on this computer",()=>a(this.sure,!0)),this.sure,this.finishTold]}async makeCode(){let e=await this.ask("POST","/api/resume-code"),o=await e?.json().catch(()=>({})),r=e?.ok?String(o.code):"";d(this.code,r),a(this.code,r!==""),a(this.codeHint,r!==""),d(this.codeTold,r?"":o?.error??m)}async endCode(){let e=await this.ask("DELETE","/api/resume-code");a(this.code,!1),a(this.codeHint,!1),d(this.codeTold,e?.ok?"No code opens your work any more.":m)}async resume(){if(this.refused(""),!await this.everythingKept(this.resumeTold))return;let e=await this.ask("POST","/api/resume",{code:this.typed.value});if(e?.ok)return g(this.mounted.data.mirror);let o=await e?.json().catch(()=>({}));this.refused(o?.error??m)}refused(e){d(this.resumeTold,e),this.typed.setAttribute("aria-invalid",String(e!=="")),e&&(this.typed.focus(),this.typed.select(),this.resumeTold.scrollIntoView({block:"nearest"}))}async leave(){if(!await this.everythingKept(this.finishTold))return;if(!(await this.ask("POST","/api/finish"))?.ok)return d(this.finishTold,m);g(this.mounted.data.mirror),c()}async ask(e,o,r={}){let n={"Content-Type":"application/json"},s=JSON.stringify({workspace_key:this.mounted.data.mirror,...r});return fetch(new URL(o,location.origin),{method:e,headers:n,body:s,credentials:"same-origin"}).catch(()=>null)}async everythingKept(e){dispatchEvent(new Event("canvas:flush"));let o=Date.now()+N;for(;h(this.mounted.data.mirror)&&Date.now()<o;)await new Promise(n=>setTimeout(n,50));let r=!h(this.mounted.data.mirror);return d(e,r?"":"Some text is not saved yet. Look for it on your pages, or try again in a moment."),r}},m="The server does not answer. Try again in a moment.";function b(t=v("told")){return i("p",{class:"told",role:"alert",id:t})}function l(t,e){return i("p",{},i("button",{type:"button",onclick:e},t))}var y=new WeakMap;function q(t){let e=y.get(t.parentElement);e?e.mounted=t:y.set(t.parentElement,e=new w(t));let{parentElement:o}=t;return()=>{e.unmount(),y.delete(o)}}export{q as default};
