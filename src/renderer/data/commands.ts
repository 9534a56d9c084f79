import { useCallback } from 'react';
import type {
  CommandIntent,
  CommandPayload,
  CommandType,
} from '../../shared/protocol/commands/command-schemas.ts';
import { isSamePerson } from '../../shared/link/maker.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { useBridge } from './data-context.ts';
import { useWatchable } from './use-watchable.ts';

export { isStranded, type Whoever } from '../../shared/link/maker.ts';
export { outboxEntry, type OutboxEntry } from '../../shared/link/outbox-entry.ts';

/**
 * Asks the room for something. Resolves once the command is durable on this terminal, which is when the screen may
 * say "saved"; the hub's answer appears in `useOutbox`. Rejects when this terminal's disk refuses.
 */
export type Submit = <Type extends CommandType>(
  type: Type,
  payload: CommandPayload<Type>,
) => Promise<OutboxEntry>;

/** The one way up: `submit('vote/open', { voteId })`. The same function at every render. */
export function useSubmit(): Submit {
  const { outbox } = useBridge();
  return useCallback(
    // The pair belongs together by the signature; TypeScript cannot correlate it to the union by itself.
    (type, payload) => outbox.submit({ type, payload } as CommandIntent),
    [outbox],
  );
}

/** Commands of this terminal that wait for an answer or were answered lately, in the order they were made. */
export function useOutbox(): readonly OutboxEntry[] {
  return useWatchable(useBridge().outbox.entries);
}

/** Of those, what the person made who is signed in now: not what somebody before in the same place has left (SUB-4). */
export function useOwnOutbox(): readonly OutboxEntry[] {
  const identity = useWatchable(useBridge().device.identity);
  return useOutbox().filter((entry) => isSamePerson(entry, identity));
}

/** Why the hub cannot take what waits just now; null while nothing hinders it. */
export function useHindrance(): RefusalCode | null {
  return useWatchable(useBridge().outbox.hindrance);
}

/** Forgets an answered command that the person has seen. */
export function useDismiss(): (id: OutboxEntry['id']) => Promise<void> {
  const { outbox } = useBridge();
  return useCallback((id) => outbox.dismiss(id), [outbox]);
}
