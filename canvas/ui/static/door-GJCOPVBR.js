var f=`
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
`;var p="BroadcastChannel"in window?new BroadcastChannel("canvas-coach"):null,E=new Set,T=new Map,M=new Set,m=new Set;p?.addEventListener("message",e=>{let{ask:t,alive:o,saved:r,by:n,moved:i}=e.data;if(t&&E.has(t)&&p.postMessage({alive:t}),o&&T.get(o)?.(!0),r&&n)for(let a of M)a(r,n);if(i)for(let a of m)a(i)});function u(e){m.add(e)}var g="canvas:";function h(e=""){let t=e?`${g}${e}:`:g;for(let o of O())o.startsWith(t)&&localStorage.removeItem(o)}function O(){try{return Object.keys(localStorage)}catch{return[]}}var $=new Set,C=1e4,v="canvas-strayed";function b(e){try{if(Date.now()-Number(sessionStorage.getItem(v))<C)return;sessionStorage.setItem(v,String(Date.now()))}catch{return}y(e)}function y(e){dispatchEvent(new Event("canvas:finish")),h(e),location.assign("/")}u(e=>{$.has(e)&&y(e)});addEventListener("pageshow",e=>{e.persisted&&location.reload()});function s(e,t={},...o){let r=document.createElement(e);for(let[n,i]of Object.entries(t))typeof i=="function"?r.addEventListener(n.slice(2),i):i===!0?r.setAttribute(n,""):i!==!1&&r.setAttribute(n,i);return r.append(...o.filter(n=>n!==null)),r}function l(e,t){e.textContent!==t&&(e.textContent=t)}var w=0;function x(e){return w+=1,`canvas-${e}-${w}`}var k=`
form { display: grid; gap: .5rem; max-width: 26rem; justify-items: start; }
input { width: 100%; min-height: 2.6rem; padding: .35rem .75rem; font: inherit; color: inherit; background: #fff;
  border: 1px solid #8f897b; border-radius: .5rem; }
input:focus-visible { outline: 2px solid #0f6e66; }
input[aria-invalid=true] { border: 2px solid #b3261e; }
p { margin: 0; font-weight: 600; color: #8f1d17; }
p:empty { display: none; }
`;function Y(e){if(e.data.inside)return L(e);let t=x("passphrase"),o=s("input",{id:t,type:"password",autocomplete:"current-password","aria-describedby":`${t}-told`}),r=s("p",{id:`${t}-told`,role:"alert"}),n=async d=>{d.preventDefault(),l(r,"");let c=await P(e.data.mirror,o.value);l(r,c),o.setAttribute("aria-invalid",String(c!=="")),c||location.reload()},i=s("form",{onsubmit:d=>{n(d)}},s("label",{for:t},"Passphrase for reviewers"),o,r,s("button",{type:"submit",class:"main"},"Open the review desk")),a=s("div",{class:"root","data-canvas":"door"},i);return e.parentElement.replaceChildren(s("style",{},f+k),a),()=>a.remove()}function L({data:e,parentElement:t}){let o=s("p",{role:"alert"}),r=async()=>{let i=await S(e.mirror,"DELETE",{});l(o,i),i||location.assign("/review")},n=s("div",{class:"root","data-canvas":"door"},s("button",{type:"button",onclick:()=>{r()}},"Sign out"),o);return t.replaceChildren(s("style",{},f+k),n),()=>n.remove()}async function P(e,t){return t.trim()?S(e,"POST",{passphrase:t}):"Write the passphrase first."}async function S(e,t,o){try{let r=await fetch(new URL("/api/reviewer",location.origin),{method:t,credentials:"same-origin",headers:{"Content-Type":"application/json"},body:JSON.stringify({workspace_key:e,...o})});if(r.ok)return"";let n=await r.json().catch(()=>({}));return n.reload&&b(e),n.error??"The server did not understand this. Try again."}catch{return"The server does not answer. Try again in a moment."}}export{Y as default};
