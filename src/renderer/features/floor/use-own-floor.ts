import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import {
  speechId,
  type AgendaItemId,
  type MeetingId,
  type ParticipantId,
} from '../../../shared/records/ids.ts';
import type { Speech, SpeechKind } from '../../../shared/records/speech.ts';
import { useOwnOutbox } from '../../data/commands.ts';
import { newId } from '../../data/new-id.ts';
import { useAsk } from '../../data/use-ask.ts';
import { ownRequest, type OwnRequest } from './own-request.ts';
import { useFloor, type Floor } from './use-floor.ts';

/** The floor for one delegate: the own request on the current item, and what may be asked. */
export interface OwnFloorView extends Floor {
  readonly own: OwnRequest;
  /** A request is being written down; another press would make a second one. */
  readonly isBusy: boolean;
  /** Asks for the floor on an item. */
  readonly request: (itemId: AgendaItemId, kind: SpeechKind, replyTo: Speech | null) => void;
  readonly withdraw: (requestId: Speech['id']) => void;
}

/** Joins the floor of a meeting with what `me` has asked at this terminal. */
export function useOwnFloor(meetingId: MeetingId, item: AgendaItem | null, me: ParticipantId): OwnFloorView {
  const floor = useFloor(meetingId, item?.id ?? null);
  const outbox = useOwnOutbox();
  const { ask, isPending } = useAsk();
  const own = ownRequest(me, item?.id ?? null, floor, outbox);
  return {
    ...floor,
    own,
    isBusy: isPending && own.kind === 'none',
    request(itemId, kind, replyTo) {
      const requestId = speechId.parse(newId());
      const said = { requestId, meetingId, itemId, participantId: me };
      ask('floor/request', { ...said, kind, replyTo: replyTo?.id ?? null });
    },
    withdraw: (requestId) => ask('floor/withdraw', { requestId }),
  };
}
