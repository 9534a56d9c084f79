import type { useOutbox } from '../../data/commands.ts';

type Entries = ReturnType<typeof useOutbox>;
export type Entry = Entries[number];

/** What a person should still know of: what waits, and what was refused. Accepted entries need no words. */
export function sortOutbox(entries: Entries): {
  readonly waiting: readonly Entry[];
  readonly refused: readonly Entry[];
} {
  return {
    waiting: entries.filter((entry) => entry.answer === null),
    refused: entries.filter((entry) => entry.answer?.status === 'refused'),
  };
}
