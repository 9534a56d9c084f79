/** Moves the page under fingers that do not draw. Zooming by two of them is the viewer's, which hears the same touches. */
export interface PageMover {
  down(pointer: MovingPointer): void;
  move(pointer: MovingPointer): void;
  up(id: number): void;
  /** Two fingers or more are on the page to move it. */
  isPinch(): boolean;
}

export interface MovingPointer {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** Scrolls by CSS pixels as the middle of all fingers goes. */
export function createPageMover(scrollBy: (x: number, y: number) => void): PageMover {
  const down = new Map<number, MovingPointer>();
  const middle = (): { readonly x: number; readonly y: number } => {
    const all = [...down.values()];
    const sum = all.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
    return { x: sum.x / all.length, y: sum.y / all.length };
  };
  return {
    down: (pointer) => void down.set(pointer.id, pointer),
    move(pointer) {
      if (!down.has(pointer.id)) return;
      const before = middle();
      down.set(pointer.id, pointer);
      const after = middle();
      scrollBy(before.x - after.x, before.y - after.y);
    },
    up: (id) => void down.delete(id),
    isPinch: () => down.size >= 2,
  };
}
