// What comes from another program: points of a list that a word processor has drawn become "- ", as lists are here.

// A bullet sign; a letter "o" only as Word writes it, with a tab or several spaces behind it.
const POINT = /^([ \t\u00a0]*)(?:[·•●○▪■□◦‣⁃∙➢➤✓*\uf0b7\uf0a7\uf0d8–-][ \t\u00a0]+|[o§](?:\t|[ \u00a0]{2,})[ \t\u00a0]*)(?=\S)/;
const NUMBER = /^([ \t\u00a0]*)(\d{1,2}[.)])(?:\t|[ \u00a0]{2,})[ \t\u00a0]*(?=\S)/;

/** Return a pasted text with plain points. A number stays, with one space behind it.
 *  before: what stands in the line where it comes in; a first line that goes on with it is no point. */
export function plainPoints(pasted: string, before: string): string {
  const [first = "", ...rest] = pasted.split(/\r\n|\r|\n/);
  return [before.trim() ? first : plainPoint(first), ...rest.map(plainPoint)].join("\n");
}

function plainPoint(line: string): string {
  return line.replace(POINT, (_, indent: string) => `${plainIndent(indent)}- `).replace(NUMBER, (_, indent: string, number: string) => `${plainIndent(indent)}${number} `);
}

function plainIndent(indent: string): string {
  return indent.replace(/\t/g, "  ").replace(/\u00a0/g, " ");
}
