// Which colour and line each kind of remark has, in the editor and on the review desk.

const KINDS: Record<string, string> = {
  too_general: "vague",
  channel_confusion: "channel",
  one_type_for_all: "same",
  no_after_sales: "after",
};

/** Return the class that gives a kind of remark its colour and its line. */
export function kindOf(mistake: string): string {
  return KINDS[mistake] ?? "question";
}
