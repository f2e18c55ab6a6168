// The relationship types that were found, as quiet marks on demand: a tint and the name after the words.
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { make } from "./page.ts";
import type { TypeMark } from "./shapes.ts";

class Name extends WidgetType {
  constructor(private readonly words: string) {
    super();
  }

  override eq(other: Name): boolean {
    return other.words === this.words;
  }

  toDOM(): HTMLElement {
    return make("span", { class: "type-name" }, this.words);
  }
}

const setMarks = StateEffect.define<TypeMark[]>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return drawn(effect.value);
    return marks.map(transaction.changes);
  },
  provide: (own) => EditorView.decorations.from(own),
});

function drawn(types: TypeMark[]): DecorationSet {
  const ranges = types.flatMap((type) => {
    const words = type.sure ? type.name : `${type.name} (probably)`;
    const name = Decoration.widget({ widget: new Name(words), side: 1 });
    return [Decoration.mark({ class: "type" }).range(type.start, type.end), name.range(type.end)];
  });
  return Decoration.set(ranges, true);
}

export function drawTypes(view: EditorView, types: TypeMark[]): void {
  const end = view.state.doc.length;
  view.dispatch({ effects: setMarks.of(types.filter((type) => type.start < type.end && type.end <= end)) });
}

export const typeMarks: Extension = field;
