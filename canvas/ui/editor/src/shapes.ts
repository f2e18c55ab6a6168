// What travels between the page, this code and the route that checks and keeps a text.

export type Check = "none" | "pause" | "asked";

/** What a page says about one long field. limit: in code points, as Python counts. action: a button, or "". */
export interface FieldData {
  document: string;
  field: string;
  text: string;
  mark: string;
  revision: number;
  mirror: string;
  label: string;
  help: string;
  placeholder: string;
  limit: number;
  rows: number;
  action: string;
}

export interface Lesson {
  title: string;
  href: string;
}

/** What a page says about the draft. gap: the pattern of `[missing: …]`; lessons: one for each mistake.
 *  trust: the page that says how far the check can be trusted. */
export interface EditorData extends FieldData {
  gap: string;
  lessons: Record<string, Lesson>;
  trust: Lesson;
}

/** Words of the text, counted in UTF-16 units, as the browser counts. */
export interface Quote {
  start: number;
  end: number;
  quote: string;
}

/** words: what a disagreement is about, "" for what is missing. */
export interface Remark {
  id: string;
  mistake: string;
  title: string;
  missing: string;
  why: string;
  ask: string;
  trust: string;
  quotes: Quote[];
  words: string;
  disagreed: boolean;
}

/** Something worth an answer that is no mistake. */
export interface Question {
  id: string;
  title: string;
  why: string;
  ask: string;
  quotes: Quote[];
}

export interface TypeMark extends Quote {
  type: string;
  name: string;
  sure: boolean;
}

export interface Note {
  kind: string;
  start: number;
  end: number;
  says: string;
}

export interface Report {
  works: string[];
  words: number;
  remarks: Remark[];
  questions: Question[];
  gaps: string[];
  skipped: string[];
  waiting: boolean;
  types: TypeMark[];
  notes: Note[];
}

export interface Saved {
  kind: "saved";
  mark: string;
  revision: number;
  report: Report | null;
}

/** Somebody else changed the text since `seen`; both texts are kept by the server. */
export interface Conflict {
  kind: "conflict";
  mark: string;
  text: string;
}

/** The text could not be kept. says: what the server says about it, "" when somebody cannot do anything.
 *  again: seconds until another try makes sense. */
export interface Refused {
  kind: "refused";
  reason: "offline" | "throttled" | "gone" | "too long" | "no cookie" | "broken";
  says: string;
  again: number;
}

export type Answer = Saved | Conflict | Refused;

/** What Streamlit hands to a component. */
export interface Mounted<D> {
  data: D;
  key: string;
  parentElement: HTMLElement | ShadowRoot;
  setTriggerValue(name: string, value: unknown): void;
}
