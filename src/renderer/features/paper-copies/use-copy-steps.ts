import type { AgendaItemId } from '../../../shared/records/ids.ts';
import { useSubmit } from '../../data/commands.ts';
import { useAsk, type Asking } from '../../data/use-ask.ts';
import type { CopyRow, handOutToAll } from './copy-rows.ts';

/** What the secretary can do with the copies of an item. */
export interface CopySteps extends Pick<Asking, 'refusal' | 'dismiss'> {
  readonly canTick: boolean;
  /** Hands the person's copy out, or collects it. */
  step(row: CopyRow | undefined): void;
  /** Takes the last tick at a copy back. */
  undo(number: number): void;
  /** Hands out to several at once, each as a command of its own. */
  handAll(all: ReturnType<typeof handOutToAll>): void;
}

/** The steps for one item; nothing can be ticked unless `canTick`. */
export function useCopySteps(itemId: AgendaItemId, canTick: boolean): CopySteps {
  const { ask, refusal, dismiss } = useAsk();
  const submit = useSubmit();
  return {
    canTick,
    refusal,
    dismiss,
    step(row) {
      if (!canTick || row === undefined || row.next === null) return;
      const { kind, number } = row.next;
      if (kind === 'collect') ask('copy/collect', { itemId, number });
      else ask('copy/hand-out', { itemId, number, participantId: row.delegate.participant.id });
    },
    undo: (number) => ask('copy/undo', { itemId, number }),
    handAll(all) {
      for (const { row, number } of all) {
        const { id: participantId } = row.delegate.participant;
        submit('copy/hand-out', { itemId, number, participantId }).catch((problem: unknown) =>
          console.error('copies:', problem),
        );
      }
    },
  };
}
