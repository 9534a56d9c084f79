import { queueOf } from '../../shared/domain/floor.ts';
import type { AgendaItem } from '../../shared/records/agenda-item.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { Speech, SpeechState } from '../../shared/records/speech.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { all, read, type RoomState } from './room-state.ts';
import {
  happens,
  meetingById,
  meetingOf,
  meetingOfParticipant,
  type Case,
  type Decision,
  type Rule,
  type Rules,
} from './rule.ts';

/** Who speaks, who waits, and in which order. */
export const floorRules: Rules<
  | 'floor/request'
  | 'floor/withdraw'
  | 'floor/give'
  | 'floor/call'
  | 'floor/move'
  | 'floor/pause'
  | 'floor/resume'
  | 'floor/extend'
  | 'floor/stop'
  | 'floor/clear'
> = {
  'floor/request': { meetingOf: meetingById, decide: decideRequest },
  'floor/withdraw': {
    meetingOf: meetingOfSpeech,
    decide({ state, payload, actor, asker }) {
      const found = speechIn(state, payload, 'waiting');
      if (!found.ok) return found;
      if (actor.surface === 'seat' && asker?.id !== found.value.participantId) {
        return refused('access/another-person');
      }
      return happens({ type: 'floor/withdrawn', payload });
    },
  },
  'floor/give': {
    meetingOf: meetingOfSpeech,
    decide({ state, payload }, meeting) {
      const found = speechIn(state, payload, 'waiting');
      if (!found.ok) return found;
      if (found.value.itemId !== meeting.currentItemId) return refused('floor/not-current-item');
      return happens({ type: 'floor/given', payload });
    },
  },
  'floor/call': { meetingOf: meetingOfParticipant, decide: decideCall },
  'floor/move': {
    meetingOf: meetingOfSpeech,
    decide({ state, payload }) {
      const found = speechIn(state, payload, 'waiting');
      if (!found.ok) return found;
      if (payload.before === null) return happens({ type: 'floor/moved', payload });
      const before = speechIn(state, { requestId: payload.before }, 'waiting');
      if (!before.ok) return before;
      const isSameQueue = before.value.itemId === found.value.itemId && payload.before !== payload.requestId;
      return isSameQueue ? happens({ type: 'floor/moved', payload }) : refused('floor/wrong-state');
    },
  },
  'floor/pause': whileSpeaking((speech, payload) =>
    speech.pausedAt === null ? happens({ type: 'floor/paused', payload }) : refused('floor/wrong-state'),
  ),
  'floor/resume': whileSpeaking((speech, payload) =>
    speech.pausedAt === null ? refused('floor/wrong-state') : happens({ type: 'floor/resumed', payload }),
  ),
  'floor/stop': whileSpeaking((_, payload) => happens({ type: 'floor/stopped', payload })),
  'floor/extend': {
    meetingOf: meetingOfSpeech,
    decide({ state, payload }) {
      const found = speechIn(state, payload, 'speaking');
      if (!found.ok) return found;
      if (found.value.limitMs === null) return refused('floor/no-limit');
      return happens({ type: 'floor/extended', payload });
    },
  },
  'floor/clear': {
    meetingOf: meetingById,
    decide({ state, payload }, { currentItemId }) {
      const queue = currentItemId === null ? [] : queueOf(all(state, 'speech'), currentItemId);
      if (queue.length === 0) return refused('floor/nobody-waiting');
      return happens({ type: 'floor/cleared', payload });
    },
  },
};

function decideRequest(of: Case<'floor/request'>, meeting: Meeting): Decision {
  const { state, payload, actor, asker, madeAt } = of;
  if (actor.surface === 'seat' && asker?.id !== payload.participantId)
    return refused('access/another-person');
  if (participantIn(state, meeting, payload.participantId) === null) return refused('participant/unknown');
  const item = read(state, 'agenda-item', payload.itemId);
  if (item?.meetingId !== meeting.id) return refused('item/unknown');
  if (item.state === 'done') return refused('floor/item-done');
  if (read(state, 'speech', payload.requestId) !== null || isWaiting(state, item, payload.participantId)) {
    return refused('floor/already-asked');
  }
  if (!isReplySound(state, payload)) return refused('floor/nothing-to-reply');
  return happens({ type: 'floor/requested', payload: { ...payload, madeAt } });
}

/** A reply names a speech of its item that is being given or has been; other kinds name none. */
function isReplySound(
  state: RoomState,
  { kind, replyTo, itemId }: Case<'floor/request'>['payload'],
): boolean {
  if (kind !== 'reply') return replyTo === null;
  const speech = replyTo === null ? null : read(state, 'speech', replyTo);
  return speech !== null && speech.itemId === itemId && speech.startedAt !== null;
}

/** Whoever has asked already is given what he or she asked for, so that nobody stands in the queue twice. */
function decideCall({ state, payload }: Case<'floor/call'>, { currentItemId }: Meeting): Decision {
  if (currentItemId === null) return refused('floor/not-current-item');
  if (read(state, 'speech', payload.requestId) !== null) return refused('floor/already-asked');
  const { participantId, limitMs } = payload;
  const waiting = queueOf(all(state, 'speech'), currentItemId).find(
    (one) => one.participantId === participantId,
  );
  if (waiting === undefined) return happens({ type: 'floor/called', payload });
  return happens({ type: 'floor/given', payload: { requestId: waiting.id, limitMs } });
}

function isWaiting(state: RoomState, item: AgendaItem, participantId: string): boolean {
  return queueOf(all(state, 'speech'), item.id).some((one) => one.participantId === participantId);
}

/** The participant, where there is one and of this meeting. */
export function participantIn(state: RoomState, { id }: Meeting, participantId: string): Participant | null {
  const participant = read(state, 'participant', participantId);
  return participant?.meetingId === id ? participant : null;
}

function meetingOfSpeech(
  state: RoomState,
  { requestId }: { readonly requestId: string },
): Result<Meeting, RefusalCode> {
  return meetingOf(state, read(state, 'speech', requestId), 'floor/unknown');
}

function speechIn(
  state: RoomState,
  { requestId }: { readonly requestId: string },
  wanted: SpeechState,
): Result<Speech, RefusalCode> {
  const speech = read(state, 'speech', requestId);
  if (speech === null) return refused('floor/unknown');
  return speech.state === wanted ? ok(speech) : refused('floor/wrong-state');
}

function whileSpeaking<Type extends 'floor/pause' | 'floor/resume' | 'floor/stop'>(
  decideSpeaking: (speech: Speech, payload: Case<Type>['payload']) => Decision,
): Rule<Type> {
  return {
    meetingOf: meetingOfSpeech,
    decide({ state, payload }) {
      const found = speechIn(state, payload, 'speaking');
      return found.ok ? decideSpeaking(found.value, payload) : found;
    },
  };
}
