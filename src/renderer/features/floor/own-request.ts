import { floorRequest } from '../../../shared/protocol/commands/floor-request.ts';
import { floorWithdraw } from '../../../shared/protocol/commands/floor-withdraw.ts';
import type { OutboxEntry } from '../../data/commands.ts';
import type { AgendaItemId, CommandId, ParticipantId, SpeechId } from '../../../shared/records/ids.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';

/** What has become of a delegate's request for the floor on an item; exactly one of these is shown (INV-4). */
export type OwnRequest =
  | { readonly kind: 'none' }
  /** On this terminal's disk; `at` is this terminal's clock. */
  | { readonly kind: 'unsent'; readonly id: SpeechId; readonly at: number }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly entryId: CommandId }
  /** `place` counts from 1; 0 where the room has the request and its list has not come yet. */
  | { readonly kind: 'waiting'; readonly id: SpeechId; readonly place: number; readonly of: number }
  /** Taken back on this terminal, and the room does not know it yet. */
  | { readonly kind: 'withdrawing' }
  | { readonly kind: 'speaking'; readonly speech: Speech };

/** The floor as the records of this terminal have it; the queue is that of the item, in its order. */
interface KnownFloor {
  readonly speeches: readonly Speech[];
  readonly queue: readonly Speech[];
}

/**
 * The state of the request of `me` on an item: by the room's records where they have it, else by this terminal's outbox,
 * which knows what was made here and has not arrived.
 */
export function ownRequest(
  me: ParticipantId,
  itemId: AgendaItemId | null,
  { speeches, queue }: KnownFloor,
  outbox: readonly OutboxEntry[],
): OwnRequest {
  const speech = speeches.find((one) => one.participantId === me && one.state === 'speaking');
  if (speech !== undefined) return { kind: 'speaking', speech };
  const at = queue.findIndex((one) => one.participantId === me);
  const waiting = queue[at];
  const own: OwnRequest =
    waiting === undefined
      ? notInQueue(lastAsked(me, itemId, outbox), speeches)
      : { kind: 'waiting', id: waiting.id, place: at + 1, of: queue.length };
  const isBack = (own.kind === 'waiting' || own.kind === 'unsent') && isTakenBack(own.id, outbox);
  return isBack ? { kind: 'withdrawing' } : own;
}

interface Asked {
  readonly entry: OutboxEntry;
  readonly id: SpeechId;
}

function lastAsked(
  me: ParticipantId,
  itemId: AgendaItemId | null,
  outbox: readonly OutboxEntry[],
): Asked | null {
  const asked = outbox.flatMap((entry): Asked[] => {
    if (entry.command !== 'floor/request') return [];
    const { data } = floorRequest.safeParse(entry.payload);
    return data?.participantId === me && data.itemId === itemId ? [{ entry, id: data.requestId }] : [];
  });
  return asked.at(-1) ?? null;
}

function notInQueue(asked: Asked | null, speeches: readonly Speech[]): OwnRequest {
  if (asked === null || asked.entry.dismissed) return { kind: 'none' };
  const { entry, id } = asked;
  if (entry.answer === null) return { kind: 'unsent', id, at: entry.madeAt };
  if (entry.answer.status === 'refused') {
    return { kind: 'refused', code: entry.answer.code, entryId: entry.id };
  }
  const isKnown = speeches.some((speech) => speech.id === id);
  return isKnown ? { kind: 'none' } : { kind: 'waiting', id, place: 0, of: 0 };
}

function isTakenBack(id: SpeechId, outbox: readonly OutboxEntry[]): boolean {
  return outbox.some(
    (entry) =>
      entry.command === 'floor/withdraw' &&
      entry.answer?.status !== 'refused' &&
      floorWithdraw.safeParse(entry.payload).data?.requestId === id,
  );
}
