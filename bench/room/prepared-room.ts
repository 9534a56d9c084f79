import type { LogPort } from '../../src/hub/room/ports.ts';
import { createRoom, type Room } from '../../src/hub/room/room.ts';
import { sha256Text } from '../../src/hub/store/check-log.ts';
import { openStore, type Store } from '../../src/hub/store/open-store.ts';
import { createAsk, hubActor, type Ask } from '../../src/hub/transport/ask.ts';
import { newId, newToken } from '../../src/hub/transport/secrets.ts';
import type { CommandIntent } from '../../src/shared/protocol/commands/command-schemas.ts';
import type { Surface } from '../../src/shared/records/audience.ts';
import {
  agendaItemId,
  commandId,
  deviceId,
  documentId,
  documentVersionId,
  meetingId,
  participantId,
  roomId,
  seatLabel,
  sha256,
  type VoteId,
} from '../../src/shared/records/ids.ts';
import { bigPlan, seatsOf } from './big-plan.ts';

/** A data folder open in this process, with the room over it. */
export interface OpenRoom {
  readonly store: Store;
  readonly room: Room;
  readonly ask: Ask;
}

/** What a terminal says of itself in its hello. */
export interface Tokens {
  readonly deviceToken: string;
  readonly sessionToken: string | null;
}

/** Where things are in a prepared room. */
export const meeting = meetingId.parse('m1');
export const item = agendaItemId.parse('i1');

/** Opens (or creates) a data folder as the hub does, without listening. */
export function openRoom(folder: string, wrapLog: (log: LogPort) => LogPort = (log) => log): OpenRoom {
  const store = openStore(folder, {
    now: Date.now,
    newRoomId: () => roomId.parse('room-bench'),
    newRoomCode: () => 'K7M2QX4D',
  });
  const room = createRoom(
    {
      log: wrapLog(store.log),
      now: Date.now,
      sha256: sha256Text,
      sign: (text) => ({ key: '0'.repeat(64), value: sha256Text(text).repeat(2) }),
      later: () => undefined,
      endOfTurn: (task) => void setImmediate(task),
      identify: () => null,
    },
    { roomId: store.roomId, epoch: store.epoch },
  );
  return { store, room, ask: createAsk(room, () => commandId.parse(newId('c')), Date.now) };
}

/** Asks in the name of the hub itself or of the chairperson; a refusal is a fault of the benchmark. */
export async function order(
  { ask }: OpenRoom,
  intent: CommandIntent,
  by: 'hub' | 'chair' = 'hub',
): Promise<void> {
  const chair = { ...hubActor, surface: 'chair' as const, participantId: participantId.parse('p-A01') };
  const answer = await ask(intent, by === 'hub' ? hubActor : chair);
  if (answer.status !== 'accepted') throw new Error(`${intent.type}: ${answer.code}`);
}

/** Makes an open meeting of `count` members, all of them present. */
export async function fillRoom(open: OpenRoom, count: number): Promise<void> {
  await order(open, { type: 'meeting/create', payload: bigPlan(count) });
  await order(open, { type: 'meeting/release', payload: { meetingId: meeting } });
  await Promise.all(
    seatsOf(count).map((seat) => {
      const person = participantId.parse(`p-${seat}`);
      const payload = { participantId: person, state: 'present' as const, reason: '' };
      return order(open, { type: 'attendance/mark', payload });
    }),
  );
  await order(open, { type: 'meeting/open', payload: { meetingId: meeting } }, 'chair');
}

/** Which papers: the number of the first, and their bytes. */
export interface Papers {
  readonly from?: number;
  readonly name?: string;
  readonly bytes?: number;
}

/** Adds papers `d1` with version `v1` and so on; each is a document and its version, so two records. The bytes are those of `name`, or of nothing. */
export async function addPapers(
  open: OpenRoom,
  count: number,
  { from = 1, name = 'a'.repeat(64), bytes = 1_000_000 }: Papers = {},
): Promise<void> {
  const papers = Array.from({ length: count }, (_, at) => ({
    meetingId: meeting,
    itemId: item,
    documentId: documentId.parse(`d${from + at}`),
    versionId: documentVersionId.parse(`v${from + at}`),
    title: `Báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế – xã hội, phần thứ ${from + at}`,
    category: 'main' as const,
    sha256: sha256.parse(name),
    bytes,
    pages: 60,
    fileName: `bao-cao-ket-qua-thuc-hien-${from + at}.pdf`,
    view: { sha256: sha256.parse(name), bytes },
    // With their words: a scan without is read in the background, by programs that would be measured too.
    text: { sha256: sha256.parse(name), bytes: 50_000 },
    searchable: 'text' as const,
    original: null,
    removed: [],
  }));
  await Promise.all(papers.map((payload) => order(open, { type: 'document/add', payload })));
}

/** Prepares a vote without a paper. */
export async function prepareVote(open: OpenRoom, id: VoteId): Promise<void> {
  const rule = { base: 'in-office' as const, threshold: 'more-than-half' as const };
  const payload = { voteId: id, itemId: item, title: 'Thông qua Nghị quyết', rule, versionId: null };
  await order(open, { type: 'vote/prepare', payload });
}

/** Admits a terminal at each seat, with its person signed in. */
export function admitSeats({ store }: OpenRoom, count: number): readonly Tokens[] {
  return seatsOf(count).map((seat) => admit(store, 'seat', seat));
}

/** Admits the chairperson's console, signed in. */
export function admitChair({ store }: OpenRoom): Tokens {
  return admit(store, 'chair', null);
}

/** Admits the room's screen, at which nobody signs in. */
export function admitScreen({ store: { credentials } }: OpenRoom): Tokens {
  const deviceToken = newToken();
  credentials.admit({ id: deviceId.parse(newId('d')), surface: 'screen', seat: null }, deviceToken);
  return { deviceToken, sessionToken: null };
}

/** Lets the log grow to so many entries: pages are turned, which leaves one record however often it happens. */
export async function growLog(open: OpenRoom, entries: number): Promise<void> {
  await addPapers(open, 1);
  const { seq } = open.room.head();
  const shown = Array.from({ length: Math.max(0, entries - seq) }, (_, at) => ({
    meetingId: meeting,
    versionId: documentVersionId.parse('v1'),
    page: (at % 60) + 1,
  }));
  for (let from = 0; from < shown.length; from += turnsAtOnce) {
    const turns = shown.slice(from, from + turnsAtOnce);
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all(turns.map((payload) => order(open, { type: 'presentation/show', payload }, 'chair')));
  }
}

const turnsAtOnce = 5_000;

function admit({ credentials }: Store, surface: Surface, seat: string | null): Tokens {
  const id = deviceId.parse(newId('d'));
  const tokens = { deviceToken: newToken(), sessionToken: newToken() };
  credentials.admit({ id, surface, seat: seat === null ? null : seatLabel.parse(seat) }, tokens.deviceToken);
  const person = participantId.parse(`p-${seat ?? 'A01'}`);
  credentials.openSession({ deviceId: id, participantId: person }, tokens.sessionToken, 0);
  return tokens;
}
