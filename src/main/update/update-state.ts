import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { unreachable } from '../../shared/std/must.ts';

/** How far this machine is with an update; every state has what it needs and nothing else. */
export type UpdateState =
  | { readonly name: 'idle' }
  /** Something newer is meant for this machine, and it is not the moment to fetch it. */
  | { readonly name: 'offered'; readonly version: string }
  /** `percent`: 0 to 100; `failures`: attempts before this one. */
  | {
      readonly name: 'downloading';
      readonly version: string;
      readonly percent: number;
      readonly failures: number;
    }
  /** On this disk and verified; `calm`: quiet moments seen in a row since then. */
  | { readonly name: 'ready'; readonly version: string; readonly calm: number }
  | { readonly name: 'installing'; readonly version: string }
  /** `code` has the sentence; `waits`: offers still to be passed over before it is tried again, null for never. */
  | {
      readonly name: 'failed';
      readonly version: string;
      readonly code: RefusalCode;
      readonly failures: number;
      readonly waits: number | null;
    };

export type UpdateEvent =
  /** What the hub or the folder says this machine should run, and whether this is a quiet moment, here and there. */
  | { readonly name: 'offer'; readonly version: string | null; readonly isQuiet: boolean }
  | { readonly name: 'progress'; readonly percent: number }
  | { readonly name: 'downloaded' }
  /** `isFinal`: the same release would fail again. */
  | { readonly name: 'failed'; readonly code: RefusalCode; readonly isFinal: boolean }
  /** A meeting is open on this machine. */
  | { readonly name: 'meeting' };

/** What is to be done about a new state. */
export type UpdateAction = 'none' | 'download' | 'cancel' | 'install';

export interface UpdateStep {
  readonly state: UpdateState;
  readonly action: UpdateAction;
}

/** An update is installed at the second quiet moment in a row: between two items of an evening nobody notices a break. */
export const calmBeforeInstall = 2;

/** Offers passed over after a failure that may pass: 1, 2, 4 … up to an hour when one comes each minute. */
const mostWaits = 60;

/** What an event makes of a state. Events that mean nothing in a state leave it as it is. */
export function stepUpdate(state: UpdateState, event: UpdateEvent): UpdateStep {
  switch (event.name) {
    case 'offer':
      return offered(state, event);
    case 'progress':
      return stay(state.name === 'downloading' ? { ...state, percent: event.percent } : state);
    case 'downloaded':
      if (state.name !== 'downloading') return stay(state);
      return stay({ name: 'ready', version: state.version, calm: 0 });
    case 'failed':
      return failed(state, event);
    case 'meeting':
      return meeting(state);
    default:
      return unreachable(event);
  }
}

/** The first state of a machine. */
export const idle: UpdateState = { name: 'idle' };

function stay(state: UpdateState): UpdateStep {
  return { state, action: 'none' };
}

type Offer = Extract<UpdateEvent, { name: 'offer' }>;

function offered(state: UpdateState, offer: Offer): UpdateStep {
  if (state.name === 'installing') return stay(state);
  const { version, isQuiet } = offer;
  if (version === null) return { state: idle, action: state.name === 'downloading' ? 'cancel' : 'none' };
  const isSame = state.name !== 'idle' && state.version === version;
  if (!isSame) {
    if (state.name === 'downloading') return { state: { name: 'offered', version }, action: 'cancel' };
    return begin(version, isQuiet);
  }
  switch (state.name) {
    case 'offered':
      return begin(version, isQuiet);
    case 'downloading':
      return isQuiet ? stay(state) : meeting(state);
    case 'ready':
      return calmer(state, isQuiet);
    case 'failed':
      return again(state, isQuiet);
    default:
      return unreachable(state);
  }
}

function begin(version: string, isQuiet: boolean): UpdateStep {
  if (!isQuiet) return stay({ name: 'offered', version });
  return { state: { name: 'downloading', version, percent: 0, failures: 0 }, action: 'download' };
}

function calmer(state: Extract<UpdateState, { name: 'ready' }>, isQuiet: boolean): UpdateStep {
  if (!isQuiet) return stay({ ...state, calm: 0 });
  const calm = state.calm + 1;
  if (calm < calmBeforeInstall) return stay({ ...state, calm });
  return { state: { name: 'installing', version: state.version }, action: 'install' };
}

function again(state: Extract<UpdateState, { name: 'failed' }>, isQuiet: boolean): UpdateStep {
  const { version, waits, failures } = state;
  if (waits === null) return stay(state);
  if (waits > 0) return stay({ ...state, waits: waits - 1 });
  if (!isQuiet) return stay(state);
  return { state: { name: 'downloading', version, percent: 0, failures }, action: 'download' };
}

function failed(state: UpdateState, event: Extract<UpdateEvent, { name: 'failed' }>): UpdateStep {
  if (state.name === 'idle' || state.name === 'offered') return stay(state);
  const failures = 'failures' in state ? state.failures + 1 : 1;
  const waits = event.isFinal ? null : Math.min(mostWaits, 2 ** (failures - 1));
  return stay({ name: 'failed', version: state.version, code: event.code, failures, waits });
}

function meeting(state: UpdateState): UpdateStep {
  if (state.name === 'downloading') {
    return { state: { name: 'offered', version: state.version }, action: 'cancel' };
  }
  return stay(state.name === 'ready' ? { ...state, calm: 0 } : state);
}
