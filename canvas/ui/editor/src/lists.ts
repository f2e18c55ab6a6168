// Lists in plain text: Enter goes on with "- ", and Enter on an empty point ends the list.
import { EditorSelection, type ChangeSpec } from "@codemirror/state";
import type { Command } from "@codemirror/view";

const POINT = /^(\s*)([-*•])(\s+)(.*)$/;

export const continueList: Command = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const point = POINT.exec(line.text);
  if (state.selection.ranges.length > 1 || !point) return false;
  const [, indent = "", sign = "-", space = " ", words = ""] = point;
  const begin = line.from + indent.length + sign.length + space.length;
  if (main.from < begin) return false;
  let changes: ChangeSpec;
  let cursor: number;
  if (words.trim() === "") {
    changes = { from: line.from, to: line.to };
    cursor = line.from;
  } else {
    const insert = `\n${indent}${sign}${space}`;
    changes = { from: main.from, to: main.to, insert };
    cursor = main.from + insert.length;
  }
  dispatch(state.update({ changes, selection: EditorSelection.cursor(cursor), userEvent: "input", scrollIntoView: true }));
  return true;
};
