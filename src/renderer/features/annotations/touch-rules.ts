/**
 * Who may draw. A pen and a mouse always do. A finger draws where no pen has been seen lately; where one has, it moves
 * the page, and while the pen is at work or has just left the page, a touch is the hand that rests on it and does
 * nothing. A second finger, or a touch as broad as a hand, never draws.
 */
export interface TouchRules {
  /** What this pointer does from now on until it is lifted. */
  down(pointer: PointerFacts): PointerRole;
  /** Any other sign of a pointer: moving, hovering, lifted. */
  seen(pointer: Pick<PointerFacts, 'kind' | 'timeMs'>): void;
  up(id: number): void;
}

export type PointerRole = 'draw' | 'move' | 'nothing';

export interface PointerFacts {
  readonly id: number;
  readonly kind: string;
  readonly timeMs: number;
  /** The larger side of the contact, in CSS pixels. */
  readonly size: number;
}

/** As long as this after a pen's last sign, fingers leave the drawing to it. */
export const penStaysMs = 10 * 60_000;
/** As long as this after a pen's last sign, a touch is taken for the resting hand. */
export const handRestsMs = 700;
/** A contact as broad as this is no fingertip. */
export const palmSize = 60;

export function createTouchRules(): TouchRules {
  const down = new Map<number, { readonly kind: string; readonly role: PointerRole }>();
  let penSeenMs = Number.NEGATIVE_INFINITY;
  const seen: TouchRules['seen'] = ({ kind, timeMs }) => {
    if (kind === 'pen') penSeenMs = Math.max(penSeenMs, timeMs);
  };
  const isDrawing = (kind: string): boolean =>
    [...down.values()].some((other) => other.kind === kind && other.role === 'draw');
  const roleOfTouch = ({ timeMs, size }: PointerFacts): PointerRole => {
    if (isDrawing('pen') || timeMs - penSeenMs < handRestsMs || size >= palmSize) return 'nothing';
    const isWithOthers = [...down.values()].some(({ kind, role }) => kind === 'touch' && role !== 'nothing');
    return isWithOthers || isDrawing('mouse') || timeMs - penSeenMs < penStaysMs ? 'move' : 'draw';
  };
  return {
    down(pointer) {
      const role = pointer.kind === 'touch' ? roleOfTouch(pointer) : 'draw';
      seen(pointer);
      down.set(pointer.id, { kind: pointer.kind, role });
      return role;
    },
    seen,
    up: (id) => void down.delete(id),
  };
}
