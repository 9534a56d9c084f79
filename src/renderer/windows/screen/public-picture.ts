import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import type { Vote } from '../../../shared/records/vote.ts';

/** The one thing that the room screen shows at a moment. */
export type PublicPicture =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'before'; readonly meeting: Meeting }
  | { readonly kind: 'closed'; readonly meeting: Meeting }
  | { readonly kind: 'break'; readonly meeting: Meeting; readonly since: number }
  /** Open, and no item has been started. */
  | { readonly kind: 'opened'; readonly meeting: Meeting }
  /** Something that is not for the screen, which says nothing of it. */
  | { readonly kind: 'withheld'; readonly meeting: Meeting }
  | { readonly kind: 'vote'; readonly meeting: Meeting; readonly item: AgendaItem; readonly vote: Vote }
  | {
      readonly kind: 'speaker';
      readonly meeting: Meeting;
      readonly item: AgendaItem;
      readonly speaker: Speech;
    }
  | { readonly kind: 'item'; readonly meeting: Meeting; readonly item: AgendaItem };

/** What the screen knows: public records alone. */
export interface PublicFacts {
  readonly meeting: Meeting | null;
  /** The current item; null before the first, and where the screen is not sent it. */
  readonly item: AgendaItem | null;
  /** Opened and not announced. */
  readonly running: Vote | null;
  /** The running vote, else the one announced last in the item. */
  readonly matter: Vote | null;
  readonly speaker: Speech | null;
}

/**
 * Chooses the picture from the state of the meeting alone. A vote goes before a speech while it runs; its result stays
 * until somebody speaks again.
 */
export function publicPicture({ meeting, item, running, matter, speaker }: PublicFacts): PublicPicture {
  if (meeting === null) return { kind: 'nothing' };
  if (meeting.state === 'closed') return { kind: 'closed', meeting };
  if (meeting.state !== 'open') return { kind: 'before', meeting };
  if (meeting.breakSince !== null) return { kind: 'break', meeting, since: meeting.breakSince };
  if (meeting.currentItemId === null) return { kind: 'opened', meeting };
  if (item === null || item.papers === 'paper') return { kind: 'withheld', meeting };
  if (running !== null) return { kind: 'vote', meeting, item, vote: running };
  if (speaker !== null) return { kind: 'speaker', meeting, item, speaker };
  if (matter !== null) return { kind: 'vote', meeting, item, vote: matter };
  return { kind: 'item', meeting, item };
}

/** The item that comes next, where the screen may name it: it is not passed over one that it does not know. */
export function nextOnScreen(items: readonly AgendaItem[], item: AgendaItem | null): AgendaItem | null {
  const order = (item?.order ?? 0) + 1;
  return items.find((one) => one.order === order && one.papers === 'electronic') ?? null;
}
