var m=`
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
`;function a(r,t={},...e){let o=document.createElement(r);for(let[n,i]of Object.entries(t))typeof i=="function"?o.addEventListener(n.slice(2),i):i===!0?o.setAttribute(n,""):i!==!1&&o.setAttribute(n,i);return o.append(...e.filter(n=>n!==null)),o}function d(r,t){r.textContent!==t&&(r.textContent=t)}var x="border:1px solid #8a8a8a;padding:4px 6px;vertical-align:top;text-align:left",y="header";function h(r){let t=r.cloneNode(!0);for(let e of t.querySelectorAll(`${y}, svg, img, script, style`))e.remove();for(let e of t.querySelectorAll("*"))for(let o of e.getAttributeNames())["dir","colspan","rowspan","scope"].includes(o)||e.removeAttribute(o);for(let e of t.querySelectorAll("table"))e.setAttribute("style","border-collapse:collapse");for(let e of t.querySelectorAll("th, td"))e.setAttribute("style",x);for(let e of t.querySelectorAll("section, div, figure"))e.replaceWith(...e.childNodes);return{html:`<meta charset="utf-8">${t.innerHTML.trim()}`,text:v(t)}}async function u(r){let t={"text/html":r.html,"text/plain":r.text};if(navigator.clipboard&&"ClipboardItem"in window){let e=Object.entries(t).map(([n,i])=>[n,new Blob([i],{type:n})]);if(await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(e))]).then(()=>!0).catch(()=>!1))return!0}return w(t)}function w(r){let t=!1,e=o=>{for(let[n,i]of Object.entries(r))o.clipboardData?.setData(n,i);o.preventDefault(),o.stopImmediatePropagation(),t=!0};return document.addEventListener("copy",e,{capture:!0,once:!0}),document.execCommand("copy"),document.removeEventListener("copy",e,{capture:!0}),t}function v(r){return`${[...r.querySelectorAll("h1, h2, h3, h4, p, ul, ol, blockquote, tr")].filter(e=>!e.parentElement?.closest("li, td, th, blockquote")).map(k).join(`

`).replace(/\t\n\n/g,`
`)}
`}function k(r){if(r.tagName==="TR")return`${[...r.children].map(e=>f(e)).join("	")}	`;let t=[...r.querySelectorAll(":scope > li")];if(t.length)return t.map(e=>`- ${f(e)}`).join(`
`);for(let e of r.querySelectorAll("br"))e.replaceWith(`
`);return(r.textContent??"").split(`
`).map(e=>e.trim()).join(`
`).trim()}function f(r){return(r.textContent??"").replace(/\s+/g," ").trim()}var S=`
.bar { display: flex; flex-wrap: wrap; gap: .4rem .9rem; align-items: center; margin: 0 0 .6rem; }
.bar p { flex: 1 1 14rem; margin: 0; font-size: .9rem; line-height: 1.45; color: #424a55; }
.told { font-weight: 600; }
.told:empty { display: none; }
.desk { max-height: min(54rem, 85vh); overflow: auto; padding: 1rem; background: #ece7db; border: 1px solid #d9d3c6;
  border-radius: .7rem; }
.sheet { margin: 0 auto; background: #fff; box-shadow: 0 1px 2px #0003, 0 6px 18px #0000001f; transform-origin: 0 0; }
@media (max-width: 640px) { .desk { padding: .5rem; } .bar button { flex: 1 1 100%; } }
`,E=`
html, body { display: block; }
body { font-size: 10.5pt; }
[role=heading][aria-level="3"] { display: block; }
[data-flows] .wide { overflow-x: auto; }
[data-flows] table { min-width: 32rem; font-size: .85rem; }
mark.gap { background: #fdebd8; color: inherit; border-bottom: 2px dashed #a1440c; }
`,g=96/25.4,T=18*g,L=560,p=class{told=a("p",{class:"told",role:"status"});sheet=a("div",{class:"sheet"});desk=a("div",{class:"desk",role:"region",tabindex:"0","aria-label":"Preview"});inside=this.sheet.attachShadow({mode:"open"});watch=new ResizeObserver(()=>this.fit());main=a("main");data={html:"",gap:"",letter:!1,hint:""};constructor(t){let e=a("button",{type:"button",onclick:()=>{this.copy()}},"Copy formatted"),o=a("p",{},t.data.hint),n=a("div",{class:"root"},a("div",{class:"bar"},e,o,this.told),this.desk);this.desk.append(this.sheet),t.parentElement.append(a("style",{},m+S),n),this.watch.observe(this.desk),this.draw(t.data)}draw(t){if(t.html===this.data.html&&t.letter===this.data.letter)return;this.data=t;let e=new DOMParser().parseFromString(t.html,"text/html"),o=[...e.querySelectorAll("style")].map(l=>l.textContent??"").join(`
`);this.main=e.querySelector("main")??this.main;let n=a("body",{},this.main.cloneNode(!0));for(let l of n.querySelectorAll("h1, h2, h3, h4"))A(l);M(n,new RegExp(t.gap,"g"));let i=a("style",{},C(o)+E);this.inside.replaceChildren(i,a("html",{lang:"en"},n)),d(this.told,""),this.fit()}unmount(){this.watch.disconnect()}fit(){let t=getComputedStyle(this.desk),e=this.desk.clientWidth-parseFloat(t.paddingLeft)-parseFloat(t.paddingRight);if(e<=0)return;let[o,n]=(this.data.letter?[215.9,279.4]:[210,297]).map(b=>b*g),i=e<L,l=i?1:Math.min(1,e/o);this.inside.querySelector("html")?.toggleAttribute("data-flows",i);let{style:s}=this.sheet;s.boxSizing="border-box",s.width=i?"auto":`${o}px`,s.minHeight=i?"0":`${n}px`,s.padding=i?"1.2rem 1rem":`${T}px`,s.setProperty("zoom",String(l))}async copy(){let t=await u(h(this.main)),e=this.main.querySelector("svg, img")?" The picture of the canvas is in the Word file.":"";d(this.told,t?`Copied.${e}`:"Your browser does not let us copy. Download the Word file instead.")}};function A(r){r.setAttribute("role","heading"),r.setAttribute("aria-level",String(Number(r.tagName[1])+2))}function C(r){let t=new CSSStyleSheet;t.replaceSync(r);let e=[];for(let o of t.cssRules)o instanceof CSSMediaRule?o.media.mediaText==="print"&&e.push(...[...o.cssRules].map(n=>n.cssText)):e.push(o.cssText);return e.join(`
`)}function M(r,t){let e=document.createTreeWalker(r,NodeFilter.SHOW_TEXT),o=[];for(;e.nextNode();)o.push(e.currentNode);for(let n of o){let i=[],l=0;for(let s of n.data.matchAll(t))i.push(n.data.slice(l,s.index),a("mark",{class:"gap"},s[0])),l=s.index+s[0].length;i.length&&n.replaceWith(...i,n.data.slice(l))}}var c=new WeakMap;function R(r){let{parentElement:t}=r,e=c.get(t);return e?e.draw(r.data):c.set(t,e=new p(r)),()=>{e.unmount(),c.delete(t)}}export{R as default};
