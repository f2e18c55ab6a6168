// What travels between the review desk and its routes. Places are UTF-16 units, as the browser counts.
import type { Quote, Remark, Report } from "./shapes.ts";

/** What the page says: which batch, which student to begin with, and where copies are kept. */
export interface DeskData {
  batch: string;
  mirror: string;
  ticket: string;
  /** The name under which this browser reviews: another name has other reviews. */
  reviewer: string;
}

export type State = "draft" | "reviewed" | "released";

export interface LevelOf {
  name: string;
  says: string;
  points: string;
}

export interface Row {
  id: string;
  title: string;
  levels: LevelOf[];
}

export interface Rubric {
  maximum: string;
  rows: Row[];
}

/** One line of the list. mistakes: null until the text was checked. late: null when the platform does not say. */
export interface Entry {
  ticket: string;
  number: number;
  state: State;
  mark: string;
  levels: Record<string, number>;
  comments: number;
  words: number;
  format: string;
  late: boolean | null;
  origin: string;
  objections: number;
  same: number[];
  mistakes: string[] | null;
}

export interface BankComment {
  id: string;
  says: string;
  row: string | null;
  used: number;
}

export interface Overview {
  title: string;
  /** What students were asked to do, "" when the instructor gave nothing. */
  brief: string;
  reviewer: string;
  rubric: Rubric;
  mistakes: Record<string, string>;
  students: Entry[];
  bank: BankComment[];
  /** How many remarks were accepted for everybody and can be taken back, by mistake. */
  for_all: Record<string, number>;
  pending: boolean;
}

export interface Comment extends Quote {
  id: string;
  says: string;
  bank: string | null;
  mistake: string | null;
}

export interface Reply {
  mistake: string;
  words: string;
  accepted: boolean;
  reply: string;
}

export interface Review {
  levels: Record<string, number>;
  override: string | null;
  comments: Comment[];
  replies: Reply[];
  summary: string;
  private_note: string;
  state: State;
  revision: number;
}

/** A review as the server keeps it: the computed mark, and the one that counts. */
export interface KeptReview extends Review {
  computed: string;
  mark: string;
}

export interface Objection {
  mistake: string;
  title: string;
  words: string;
  because: string;
}

export interface DeskRemark extends Remark {
  says: string;
}

export interface Student {
  ticket: string;
  number: number;
  /** The title of the batch, and which part of a longer text is judged. */
  heading: string;
  text: string;
  sentences: { start: number; end: number; bullet: boolean }[];
  report: Omit<Report, "remarks"> & { remarks: DeskRemark[] };
  origin: { kind: string; says: string; details: string[] };
  files: string[];
  tables: { segments: string[]; rows: { name: string; cells: string[][] }[] }[];
  canvas: { id: string; name: string; lines: string[] }[];
  receipt: { summary: string; lines: { title: string; says: string; before: string; after: string }[] } | null;
  objections: Objection[];
  review: KeptReview;
}

export interface Suggested {
  row: string;
  level: number;
  why: string;
  quotes: string[];
}
