import { useEffect, useEffectEvent } from 'react';
import { createCardReader, type Card } from '../../shared/domain/card-reader.ts';

/**
 * Listens for a card wherever the focus is. `isTyping`: people type here too, so only what follows a card's prefix is
 * kept back from them; elsewhere all of it is.
 */
export function useCardReader(
  onCard: (card: Card) => void,
  { isOn, isTyping }: { readonly isOn: boolean; readonly isTyping: boolean },
): void {
  const tell = useEffectEvent(onCard);
  useEffect(() => {
    if (!isOn) return undefined;
    const reader = createCardReader({ startsAtOnce: !isTyping });
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { isOfCard, card } = reader.hear(event.key, event.timeStamp);
      if (isOfCard) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (card !== null) tell(card);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [isOn, isTyping]);
}
