import { useEffect, useState } from 'react';
import type { IntakeFacts } from '../../../shared/protocol/http.ts';
import { useBridge } from '../../data/data-context.ts';

/** What files the hub can make papers of; null until it has said so. Asked again each time the link comes back. */
export function useIntakeFacts(): IntakeFacts | null {
  const { hub } = useBridge();
  const [facts, setFacts] = useState<IntakeFacts | null>(null);
  useEffect(() => {
    const ask = (): void => {
      if (hub.status.get().state !== 'live') return;
      hub.intake().then(
        (answer) => answer.ok && setFacts(answer.value),
        // Weather: the hub is asked again when it is back.
        () => undefined,
      );
    };
    ask();
    return hub.status.subscribe(ask);
  }, [hub]);
  return facts;
}
