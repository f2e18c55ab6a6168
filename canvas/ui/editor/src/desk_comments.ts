// Comments on sentences, with the bank of saved ones under the field; the closing words; the private note.
import type { BankComment, Comment, Review } from "./desk_shapes.ts";
import { make, newId, show } from "./page.ts";

export interface CommentActions {
  write(id: string, says: string): void;
  useBank(id: string, saved: BankComment): void;
  remove(id: string): void;
  keepInBank(comment: Comment): void;
  dropFromBank(saved: BankComment): void;
  point(comment: Comment): void;
  summary(words: string): void;
  note(words: string): void;
  left(): void;
}

const SHOWN = 6; // saved comments under a field

interface Card {
  root: HTMLElement;
  area: HTMLTextAreaElement;
  found: HTMLElement;
  keep: HTMLButtonElement;
  remove: HTMLButtonElement;
}

export class CommentsPanel {
  private readonly cards = new Map<string, Card>();
  private readonly list = make("div", { class: "comments" });
  private readonly none = make("p", { class: "quiet-line" }, "Choose a sentence and press c, or comment on the whole text.");
  private readonly add = make("button", { type: "button", class: "small" }, "Comment");
  private readonly summary = long("Closing words for the student", "2", (words) => this.actions.summary(words));
  private readonly note = long("Private note: it never leaves this desk", "1", (words) => this.actions.note(words));
  readonly element = make(
    "section",
    { class: "panel", "aria-label": "Comments" },
    make("header", {}, make("h3", {}, "Comments"), this.add),
    this.none,
    this.list,
    this.summary.root,
    this.note.root,
  );
  private bank: BankComment[] = [];
  private comments = new Map<string, Comment>();
  private ticket = "";

  constructor(
    private readonly actions: CommentActions,
    add: () => void,
  ) {
    this.add.addEventListener("click", add);
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  draw(ticket: string, review: Review, bank: BankComment[]): void {
    const other = ticket !== this.ticket;
    this.ticket = ticket;
    this.bank = bank;
    const locked = review.state === "released";
    const order = [...review.comments].sort((one, two) => one.start - two.start || one.end - two.end);
    this.comments = new Map(order.map((one) => [one.id, one]));
    for (const [id, card] of this.cards) {
      if (other || !this.comments.has(id)) {
        card.root.remove();
        this.cards.delete(id);
      }
    }
    order.forEach((comment, place) => {
      const card = this.cards.get(comment.id) ?? this.card(comment);
      if (this.list.children[place] !== card.root) this.list.insertBefore(card.root, this.list.children[place] ?? null);
      put(card.area, comment.says);
      card.area.disabled = card.keep.disabled = card.remove.disabled = locked;
      show(card.keep, comment.says.trim() !== "" && !bank.some((one) => one.says === comment.says.trim()));
    });
    show(this.none, order.length === 0);
    put(this.summary.area, review.summary);
    put(this.note.area, review.private_note);
    this.summary.area.disabled = this.add.disabled = locked;
  }

  /** Put the cursor into a comment. search: show the bank at once. */
  focus(id: string, search: boolean): void {
    const card = this.cards.get(id);
    card?.area.focus();
    if (card && search) this.offer(id, card, true);
  }

  private card(comment: Comment): Card {
    const id = comment.id;
    const field = newId("comment");
    const about = comment.quote.replace(/^#{1,6}\s+/, "") || "The whole text";
    const area = make("textarea", { id: field, rows: "1", dir: "auto", spellcheck: "true", placeholder: "Write, or choose a saved comment" });
    const found = make("ul", { class: "bank", "aria-label": "Saved comments", hidden: true });
    const keep = button("Keep in bank", () => this.actions.keepInBank(this.comments.get(id) ?? comment));
    const remove = button("Remove", () => this.actions.remove(id));
    const quote = make("button", { type: "button", class: "jump quote", onclick: () => this.actions.point(comment) }, about);
    const title = comment.mistake ? make("span", { class: "chip" }, "From a remark") : null;
    const root = make(
      "article",
      { class: "comment" },
      make("label", { for: field, class: "unseen" }, `Comment on: ${about.slice(0, 80)}`),
      make("div", { class: "line-up" }, quote, title),
      area,
      found,
      make("div", { class: "acts" }, keep, remove),
    );
    const card = { root, area, found, keep, remove };
    area.addEventListener("input", () => this.typed(id, card));
    area.addEventListener("focus", () => this.offer(id, card, area.value === ""));
    root.addEventListener("focusout", (event) => {
      if (!root.contains(event.relatedTarget as Node | null)) this.leave(id, card);
    });
    this.cards.set(id, card);
    return card;
  }

  private typed(id: string, card: Card): void {
    grow(card.area);
    this.actions.write(id, card.area.value);
    this.offer(id, card, card.area.value === "" || card.area.value.length < 60);
  }

  private leave(id: string, card: Card): void {
    show(card.found, false);
    if (card.area.value.trim() === "") this.actions.remove(id);
  }

  /** Show the saved comments that hold every typed word, the most used first. */
  private offer(id: string, card: Card, wanted: boolean): void {
    const words = card.area.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = this.bank.filter((one) => words.every((word) => one.says.toLowerCase().includes(word)) && one.says !== card.area.value);
    const shown = wanted ? fits.sort((one, two) => two.used - one.used).slice(0, SHOWN) : [];
    card.found.replaceChildren(...shown.map((saved) => this.saved(id, card, saved)));
    show(card.found, shown.length > 0);
  }

  private saved(id: string, card: Card, saved: BankComment): HTMLElement {
    const use = (): void => {
      put(card.area, saved.says, true);
      show(card.found, false);
      this.actions.useBank(id, saved);
      card.area.focus();
      show(card.found, false);
    };
    const times = saved.used ? `used ${saved.used}×` : "not used yet";
    return make(
      "li",
      {},
      make("button", { type: "button", class: "use", onclick: use }, saved.says, make("span", { class: "aside" }, ` ${times}`)),
      make("button", { type: "button", class: "quiet", "aria-label": `Take out of the bank: ${saved.says.slice(0, 40)}`, onclick: () => this.actions.dropFromBank(saved) }, "×"),
    );
  }

  /** Arrow keys walk from the field through the saved comments; Escape goes back to the text. */
  private key(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as HTMLElement;
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopPropagation();
      this.actions.left();
      return;
    }
    const root = target.closest<HTMLElement>(".comment");
    const uses = [...(root?.querySelectorAll<HTMLElement>(".bank:not([hidden]) .use") ?? [])];
    const at = uses.indexOf(target);
    const down = event.key === "ArrowDown" && uses.length && (at >= 0 || (target as HTMLTextAreaElement).value === "");
    if (!down && !(event.key === "ArrowUp" && at >= 0)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? root?.querySelector("textarea") : uses[Math.min(next, uses.length - 1)])?.focus();
  }
}

function long(label: string, rows: string, act: (words: string) => void): { root: HTMLElement; area: HTMLTextAreaElement } {
  const id = newId("words");
  const area = make("textarea", { id, rows, dir: "auto", spellcheck: "true" });
  area.addEventListener("input", () => {
    grow(area);
    act(area.value);
  });
  return { root: make("div", { class: "words-field" }, make("label", { for: id }, label), area), area };
}

function button(name: string, act: () => void): HTMLButtonElement {
  return make("button", { type: "button", class: "quiet", onclick: act }, name);
}

/** Write into a field unless somebody types there, and unless it says so already. */
function put(area: HTMLTextAreaElement, words: string, always = false): void {
  if (area.value === words || (!always && area.matches(":focus"))) return;
  area.value = words;
  requestAnimationFrame(() => grow(area));
}

function grow(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}
