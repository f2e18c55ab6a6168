// A copy of every unsaved text in this browser. It is written with each key and goes when the server has the text.
// Each editor of each tab has an entry of its own, so that no tab writes over the copy of another one.
import { livesElsewhere } from "./tabs.ts";

export interface Copy {
  text: string;
  seen: string;
  editor: string;
  sequence: number;
  at: number;
}

const PREFIX = "canvas:";

export class Mirror {
  /** workspace: a one-way hash of its name, so that nobody's text shows up in somebody else's workspace. */
  constructor(
    readonly workspace: string,
    private readonly document: string,
    private readonly field: string,
  ) {}

  /** Keep a copy; return false when the browser has no room or no storage. */
  write(copy: Copy): boolean {
    try {
      localStorage.setItem(this.name(copy.editor), JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }

  drop(editor: string): void {
    try {
      localStorage.removeItem(this.name(editor));
    } catch {
      // a browser without storage has nothing to remove
    }
  }

  /** Return the copies of this field, the newest first. */
  copies(): Copy[] {
    const found: Copy[] = [];
    for (const name of names()) {
      if (!name.startsWith(this.name(""))) continue;
      const copy = parsed(name);
      if (copy) found.push(copy);
    }
    return found.sort((one, other) => other.at - one.at);
  }

  private name(editor: string): string {
    return `${PREFIX}${this.workspace}:${this.document}:${this.field}:${editor}`;
  }
}

/** Return the copies of a field whose editor is not open in any tab any more, the newest first. */
export async function orphans(mirror: Mirror, editor: string): Promise<Copy[]> {
  const found = mirror.copies().filter((copy) => copy.editor !== editor);
  const alive = await Promise.all(found.map((copy) => livesElsewhere(copy.editor)));
  return found.filter((_, place) => !alive[place]);
}

/** Tell whether any text of a workspace is in this browser only. */
export function unsaved(workspace: string): boolean {
  return names().some((name) => name.startsWith(`${PREFIX}${workspace}:`));
}

/** Remove the copies of a workspace from this browser; without one, those of all workspaces. */
export function clearMirrors(workspace = ""): void {
  const begin = workspace ? `${PREFIX}${workspace}:` : PREFIX;
  for (const name of names()) {
    if (name.startsWith(begin)) localStorage.removeItem(name);
  }
}

function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function parsed(name: string): Copy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(name) ?? "null") as Copy | null;
    const whole = copy && typeof copy.text === "string" && typeof copy.editor === "string";
    return whole ? copy : null;
  } catch {
    return null;
  }
}
