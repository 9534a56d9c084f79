import { useEffect, useState } from 'react';

/** The second press of a double press comes within this time, in milliseconds. */
export const restMs = 600;

/**
 * True for a moment after the step under a button has become another one: whoever presses then means the one before
 * (MTG-4). The first step that is shown rests as well.
 */
export function useResting(step: string): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(step), restMs);
    return () => clearTimeout(timer);
  }, [step]);
  return settled !== step;
}
