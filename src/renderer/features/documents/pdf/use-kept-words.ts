import { useEffect, type RefObject } from 'react';

/**
 * Where `canCopy` is false, words of `place` can be selected, read aloud and marked, but neither copied nor dragged
 * away, also where the selection begins outside and only reaches in.
 */
export function useKeptWords(place: RefObject<HTMLElement | null>, canCopy: boolean): void {
  useEffect(() => {
    if (canCopy) return;
    const keep = (event: Event): void => {
      const selection = document.getSelection();
      if (place.current !== null && selection?.containsNode(place.current, true) === true)
        event.preventDefault();
    };
    document.addEventListener('copy', keep);
    document.addEventListener('dragstart', keep);
    return () => {
      document.removeEventListener('copy', keep);
      document.removeEventListener('dragstart', keep);
    };
  }, [place, canCopy]);
}
