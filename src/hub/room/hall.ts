import { mayView, ownerOf, type Viewer } from '../../shared/records/audience.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { frameOf, type Frame } from './frame.ts';
import { projectRecord } from './pages.ts';
import { createPace } from './pace.ts';
import type { RoomPorts } from './ports.ts';
import type { StoredRecord } from './room-state.ts';
import type { Roster } from './roster.ts';
import type { Growth } from './writer.ts';

/** A welcomed connection: who looks, and how to reach them. */
export interface Listener {
  readonly viewer: Viewer;
  send(frame: Frame): void;
  /** Says why, and ends the connection. */
  reject(code: RefusalCode): void;
  /** Ends the connection without a word if the person at it is here no more. */
  checkSession(): void;
}

/** Everybody who is connected now, told of changes in frames that are encoded once per kind of viewer. */
export interface Hall {
  enter(listener: Listener): void;
  leave(listener: Listener): void;
  /** Sends everybody away with a reason. */
  dismiss(code: RefusalCode): void;
  /** Sends a frame to seats and consoles but the one from which it comes; never to the screen. */
  tellRoom(frame: Frame, but: Listener): void;
  /** Sends a frame to everybody. */
  tellAll(frame: Frame): void;
  /** Tells everybody what a commit has brought. */
  grown(growth: Growth): void;
  /** The roster has changed; the consoles hear of it soon. */
  rosterChanged(): void;
}

interface HallPorts extends Pick<RoomPorts, 'endOfTurn' | 'later'> {
  readonly epoch: number;
  readonly roster: Roster;
  /** A commit was told to so many. */
  poked(count: number): void;
}

/** Every paper that a seat takes in changes the roster, which is as long as the room is large. In milliseconds. */
const rosterEveryMs = 250;

export function createHall(ports: HallPorts): Hall {
  const listeners = new Set<Listener>();

  const tellRoster = (): void => {
    const consoles = [...listeners].filter((listener) => listener.viewer.atConsole);
    if (consoles.length === 0) return;
    const frame = frameOf({ type: 'roster', devices: ports.roster.devices() });
    for (const listener of consoles) listener.send(frame);
  };

  const rosterChanged = createPace(ports, rosterEveryMs, tellRoster);

  return {
    enter: (listener) => void listeners.add(listener),
    leave: (listener) => void listeners.delete(listener),
    dismiss(code) {
      for (const listener of [...listeners]) listener.reject(code);
    },
    rosterChanged,
    tellAll(frame) {
      for (const listener of listeners) listener.send(frame);
    },
    tellRoom(frame, but) {
      for (const listener of listeners) {
        if (listener !== but && mayView(listener.viewer, { to: 'room' })) listener.send(frame);
      }
    },
    grown(growth) {
      if (growth.records.some(({ kind }) => kind === 'document')) rosterChanged();
      if (growth.records.some(({ kind }) => kind === 'participant'))
        for (const listener of [...listeners]) listener.checkSession();
      const shared = new Map<string, Frame>();
      for (const listener of listeners) {
        const key = classOf(listener.viewer, growth.records);
        const frame = shared.get(key) ?? pokeFor(listener.viewer, ports.epoch, growth);
        shared.set(key, frame);
        listener.send(frame);
      }
      ports.poked(listeners.size);
    },
  };
}

function pokeFor(viewer: Viewer, epoch: number, { from, to, head, records }: Growth): Frame {
  const visible = records.flatMap((stored): WireRecord[] => {
    const projected = projectRecord(viewer, stored);
    return projected === null ? [] : [projected];
  });
  return frameOf({ type: 'poke', epoch, prev: from, seq: to, check: checkCode(head), records: visible });
}

/** Viewers of one class are sent the same poke. */
function classOf(viewer: Viewer, changed: readonly StoredRecord[]): string {
  const shared = `${viewer.surface}${viewer.atConsole ? '+' : ''}`;
  const { personId } = viewer;
  const isPersonal = personId !== null && changed.some(({ audience }) => ownerOf(audience) === personId);
  return isPersonal ? `${shared}:${personId}` : shared;
}
