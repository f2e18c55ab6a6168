// How Streamlit meets a field: it calls the same function for the first drawing and for every later one.
import type { Mounted } from "./shapes.ts";

interface Piece<D> {
  update(mounted: Mounted<D>): void;
  unmount(): void;
}

/** Return the function for Streamlit: one piece for each place on the page, for as long as it stands there. */
export function component<D>(begin: (mounted: Mounted<D>) => Piece<D>): (mounted: Mounted<D>) => () => void {
  const pieces = new WeakMap<object, Piece<D>>();
  return (mounted) => {
    const { parentElement } = mounted;
    const known = pieces.get(parentElement);
    const piece = known ?? begin(mounted);
    if (known) known.update(mounted);
    else pieces.set(parentElement, piece);
    return () => {
      piece.unmount();
      pieces.delete(parentElement);
    };
  };
}
