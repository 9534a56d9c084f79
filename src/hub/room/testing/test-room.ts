import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Surface } from '../../../shared/records/audience.ts';
import {
  commandId,
  deviceId,
  participantId,
  personId,
  roomId,
  seatLabel,
} from '../../../shared/records/ids.ts';
import type { CommandAnswer } from '../../../shared/protocol/answer.ts';
import type { Command } from '../../../shared/protocol/command.ts';
import type { CommandPayload, CommandType } from '../../../shared/protocol/commands/command-schemas.ts';
import type { Body } from '../../../shared/records/meeting.ts';
import type { Signature } from '../../../shared/records/tally.ts';
import type { DownMessage } from '../../../shared/protocol/down.ts';
import type { UpMessage } from '../../../shared/protocol/up.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import type { Identity } from '../identity.ts';
import type { Actor, LogEntry } from '../log-entry.ts';
import { LogFull } from '../ports.ts';
import { createRoom, type Room } from '../room.ts';
import { sampleDocument, samplePlan, sampleVote } from './sample-plan.ts';

/** A room whose turns end, and whose disk fills up, when the test says so. */
export interface TestRoom {
  readonly room: Room;
  readonly log: LogEntry[];
  disk: 'ok' | 'full';
  clock: number;
  /** Ends the turn: what was decided is committed and answered. */
  endTurn(): void;
  /** Asks, ends the turn, and returns the answer. */
  ask<Type extends CommandType>(
    who: Who,
    type: Type,
    payload: Loose<CommandPayload<Type>>,
    id?: string,
  ): CommandAnswer;
  /** Asks without ending the turn. */
  submit<Type extends CommandType>(
    who: Who,
    type: Type,
    payload: Loose<CommandPayload<Type>>,
    id: string,
    answer: (answer: CommandAnswer) => void,
  ): void;
  /** Connects a device, says hello if `who` is given, and keeps what comes down. */
  connect(who: Who | null, have?: { epoch: number; seq: number } | null, epochSeen?: number): TestPeer;
  /** A new room on the same log, as after a restart. */
  restart(epoch?: number): TestRoom;
}

export interface TestPeer {
  readonly received: DownMessage[];
  readonly isClosed: () => boolean;
  send(message: UpMessage): void;
}

/**
 * "hub", or a surface with a participant: "seat:p-A02", "chair:p-A01", "seat:" for a terminal with nobody. A seat is the
 * one in the participant's id, or another: "seat:p-A11@DP1".
 */
export type Who = 'hub' | `${Surface}:${string}`;

/** Branded strings written as plain ones. */
type Loose<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Loose<Value[Key]> }
      : Value;

function identityOf(who: Exclude<Who, 'hub'>): Identity {
  const [surface, name] = who.split(':') as [Surface, string];
  const [id = '', at = id.slice(2)] = name.split('@');
  const seat = surface === 'seat' ? seatLabel.safeParse(at) : null;
  return {
    deviceId: deviceId.parse(`dev-${who.replace(/[:@]/g, '-')}`),
    surface,
    seat: seat?.success ? seat.data : null,
    participantId: id === '' ? null : participantId.parse(id),
    personId: id === '' ? null : personId.parse(id.replace(/^p-/, 'n-')),
  };
}

function actorFor(who: Who): Actor {
  if (who === 'hub') return { deviceId: null, surface: null, personId: null, participantId: null };
  const { deviceId: device, surface, participantId: id } = identityOf(who);
  return { deviceId: device, surface, personId: null, participantId: id };
}

/** In the place of a signature, for tests that do not look at it: the same for the same text. */
function signedByNobody(text: string): Signature {
  return { key: '0'.repeat(64), value: bytesToHex(sha256(utf8ToBytes(text))).repeat(2) };
}

/** Makes a test room over a log, empty by default. */
export function createTestRoom(log: LogEntry[] = [], epoch = 1, sign = signedByNobody): TestRoom {
  const tasks: (() => void)[] = [];
  let counter = 0;
  const room = createRoom(
    {
      log: {
        append(entries) {
          if (test.disk === 'full') throw new LogFull();
          log.push(...structuredClone(entries));
        },
        read: () => log,
        hashAt: (seq) => log[seq - 1]?.hash ?? null,
      },
      now: () => (test.clock += 1),
      sha256: (text) => bytesToHex(sha256(utf8ToBytes(text))),
      sign,
      endOfTurn: (task) => void tasks.push(task),
      // Time passes between turns: whatever is put off comes at the end of this one.
      later: (_, task) => void tasks.push(task),
      identify: (deviceToken) =>
        deviceToken === 'unknown' ? null : identityOf(deviceToken as Exclude<Who, 'hub'>),
    },
    { roomId: roomId.parse('room1'), epoch },
  );
  const test: TestRoom = {
    room,
    log,
    disk: 'ok',
    clock: 10_000,
    endTurn() {
      while (tasks.length > 0) tasks.shift()?.();
    },
    submit(who, type, payload, id, answer) {
      const command = { type, payload, id: commandId.parse(id), madeAt: 0 } as unknown as Command;
      room.submit(command, actorFor(who), answer);
    },
    ask(who, type, payload, id = `c${(counter += 1)}-${log.length}`) {
      let given: CommandAnswer | null = null;
      test.submit(who, type, payload, id, (answer) => (given = answer));
      test.endTurn();
      if (given === null) throw new Error('no answer');
      return given;
    },
    connect(who, have = null, epochSeen = 0) {
      const received: DownMessage[] = [];
      let isClosed = false;
      const connection = room.connect({
        send: (frame) => void received.push(JSON.parse(frame.text) as DownMessage),
        close: () => (isClosed = true),
      });
      const send = (message: UpMessage): void => {
        connection.receive(message);
        test.endTurn();
      };
      if (who !== null) {
        send({
          type: 'hello',
          protocol: protocolVersion,
          deviceToken: who,
          sessionToken: null,
          epochSeen,
          have,
        });
      }
      return { received, isClosed: () => isClosed, send };
    },
    restart: (next = epoch) => createTestRoom(log, next, sign),
  };
  return test;
}

/** A room with the sample meeting released, its document and vote in place. */
export function releasedRoom(test = createTestRoom()): TestRoom {
  test.ask('hub', 'meeting/create', samplePlan);
  test.ask('hub', 'document/add', sampleDocument);
  test.ask('hub', 'vote/prepare', sampleVote);
  test.ask('hub', 'meeting/release', { meetingId: 'm1' });
  return test;
}

/** A room in which `count` members are signed in, the meeting is open, and item 2 is current. `rules` are the body's. */
export function openRoom(count = 14, rules: Partial<Body> | null = null, test = createTestRoom()): TestRoom {
  releasedRoom(test);
  if (rules !== null) {
    const body = { ...samplePlan.meeting.body, ...rules };
    test.ask('clerk:p-clerk', 'body/change', { meetingId: 'm1', body });
  }
  for (let at = 1; at <= count; at += 1) {
    const id = `p-A${String(at).padStart(2, '0')}`;
    test.ask(`seat:${id}`, 'attendance/sign-in', { participantId: id });
  }
  test.ask('chair:p-A01', 'meeting/open', { meetingId: 'm1' });
  test.ask('chair:p-A01', 'item/start', { itemId: 'i2' });
  return test;
}
