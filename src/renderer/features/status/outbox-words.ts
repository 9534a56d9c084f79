import { isStranded, type useOutbox, type Whoever } from '../../data/commands.ts';

type Entries = ReturnType<typeof useOutbox>;
export type Entry = Entries[number];

/** Parts of notes that wait are one thing to a person, however many they are: the first of them, and how many. */
export function joinNotes(
  waiting: readonly Entry[],
): readonly { readonly entry: Entry; readonly count: number }[] {
  const notes = waiting.filter(({ command }) => command === 'layer/append');
  return waiting.flatMap((entry) => {
    if (entry.command !== 'layer/append') return [{ entry, count: 1 }];
    return entry === notes[0] ? [{ entry, count: notes.length }] : [];
  });
}

/**
 * What a person should still know of: what waits, what nobody who is here may send, and what was refused. Accepted
 * entries need no words.
 */
export function sortOutbox(
  entries: Entries,
  now: Whoever,
): {
  readonly waiting: readonly Entry[];
  readonly stranded: readonly Entry[];
  readonly refused: readonly Entry[];
} {
  return {
    waiting: entries.filter((entry) => entry.answer === null && !isStranded(entry, now)),
    stranded: entries.filter((entry) => isStranded(entry, now)),
    refused: entries.filter((entry) => entry.answer?.status === 'refused'),
  };
}
