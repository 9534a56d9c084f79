/** Moves the page under fingers that do not draw: one or two push it, two that go apart or together zoom it. */
export interface PageMover {
  down(pointer: MovingPointer): void;
  /** False for a pointer that moves nothing. */
  move(pointer: MovingPointer): boolean;
  up(id: number): void;
}

export interface MovingPointer {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

export interface PageMoverPorts {
  scrollBy(x: number, y: number): void;
  /** Zooms by a factor around a place on the screen. */
  zoomBy(factor: number, at: { readonly x: number; readonly y: number }): void;
}

export function createPageMover({ scrollBy, zoomBy }: PageMoverPorts): PageMover {
  const down = new Map<number, MovingPointer>();
  const middle = (): { readonly x: number; readonly y: number } => {
    const all = [...down.values()];
    const sum = all.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
    return { x: sum.x / all.length, y: sum.y / all.length };
  };
  const spread = (): number => {
    const [one, other] = down.values();
    return one === undefined || other === undefined ? 0 : Math.hypot(one.x - other.x, one.y - other.y);
  };
  return {
    down: (pointer) => void down.set(pointer.id, pointer),
    move(pointer) {
      if (!down.has(pointer.id)) return false;
      const [before, apart] = [middle(), spread()];
      down.set(pointer.id, pointer);
      const after = middle();
      scrollBy(before.x - after.x, before.y - after.y);
      if (apart > 0 && spread() !== apart) zoomBy(spread() / apart, after);
      return true;
    },
    up: (id) => void down.delete(id),
  };
}
