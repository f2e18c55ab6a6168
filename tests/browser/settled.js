// Runs in every page of a browser test before the page's own scripts. It listens to what goes between Streamlit and
// its server, so that a test need not guess how long to wait: `settled` says whether everything asked is answered.
(() => {
  const CALM = 4; // looks in a row, 25 ms apart, that find nothing going on: then nothing is about to begin
  const LONG = 8000; // ms after which a question that gets no run of the page is taken as answered
  const NEW_SESSION = 4, SCRIPT_FINISHED = 6, EARLY_FOR_RERUN = 2; // fields of ForwardMsg, and a value of the second
  const RERUN_SCRIPT = (11 << 3) | 2; // first byte of a BackMsg that asks for a run
  const READY = '[data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]';
  const LOADING = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]'; // stands for what is not there yet
  const SAVING = "[data-canvas][data-busy]"; // a long field that waits for its route
  let waiting = true, since = performance.now(), calm = 0, visit = "";

  const happened = () => (calm = 0);
  const asked = () => {
    waiting = true;
    since = performance.now();
    happened();
  };
  const number = (bytes, at) => {
    let value = 0, size = 1;
    for (; bytes[at] > 127; at += 1, size *= 128) value += (bytes[at] & 127) * size;
    return [value + bytes[at] * size, at + 1];
  };
  const heard = (bytes) => {
    happened();
    for (let at = 0, tag, value; at < bytes.length; ) {
      [tag, at] = number(bytes, at);
      [value, at] = number(bytes, at); // a whole number, or the length of what follows
      if (tag >> 3 === NEW_SESSION) asked();
      if (tag >> 3 === SCRIPT_FINISHED && value !== EARLY_FOR_RERUN) waiting = false;
      if ((tag & 7) === 2) at += value;
    }
  };

  window.WebSocket = class extends window.WebSocket {
    constructor(...address) {
      super(...address);
      asked();
      this.addEventListener("message", ({ data }) => data instanceof ArrayBuffer && heard(new Uint8Array(data)));
    }
    send(message) {
      if (message[0] === RERUN_SCRIPT) asked();
      super.send(message);
    }
  };

  const watch = (root) =>
    new MutationObserver(happened).observe(root, { childList: true, characterData: true, subtree: true });
  const roots = new Set(); // where the long fields stand; a search of the document does not look into them
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.add(root);
    watch(root);
    return root;
  };
  watch(document);
  const loading = () => !document.querySelector(READY) || document.querySelector(LOADING);
  const saving = () => [...roots].some((root) => root.isConnected && root.querySelector(SAVING));

  // name: of this wait; its quiet begins with its first look.
  window.settled = (name) => {
    const unanswered = waiting && performance.now() - since < LONG;
    calm = name !== visit || unanswered || loading() || saving() ? 0 : calm + 1;
    visit = name;
    return calm > CALM;
  };
})();
