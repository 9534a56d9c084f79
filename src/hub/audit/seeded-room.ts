import type { AddressInfo } from 'node:net';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { Surface } from '../../shared/records/audience.ts';
import {
  deviceId,
  documentVersionId,
  participantId,
  roomId,
  seatLabel,
  sha256,
  type DocumentVersionId,
  type Sha256,
} from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import { makePdf } from '../documents/pdf-samples.ts';
import type { MetricsSettings } from '../health/open-metrics.ts';
import { createRecentLines } from '../health/recent-lines.ts';
import type { LogPort } from '../room/ports.ts';
import { all } from '../room/room-state.ts';
import { samplePlan, sampleVote } from '../room/testing/sample-plan.ts';
import { assembleHub, type AssembledHub, type HubPorts } from '../start/assemble-hub.ts';
import type { Credentials } from '../store/credentials.ts';
import { issueHere } from '../store/kept-pin.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { hubActor } from '../transport/ask.ts';
import { createLogger } from '../transport/logger.ts';
import type { PageFiles } from '../transport/page-files.ts';
import { newId, newToken } from '../transport/secrets.ts';
import type { Terminal } from './protocol-client.ts';

/** The PIN of everybody in a seeded room. */
export const seededPin = '135790';

/** The room's code of a seeded room. */
export const seededRoomCode = 'K7M2QX4D';

/** The paper in a seeded room, on which its vote is. */
export interface SeededPaper {
  readonly versionId: DocumentVersionId;
  readonly sha256: Sha256;
  readonly bytes: number;
}

/** A hub in this process, listening on a port of its own, over a data folder. */
export interface SeededHub extends AssembledHub {
  readonly url: string;
  readonly store: Store;
  readonly paper: SeededPaper;
  /** What the hub has logged. */
  readonly lines: string[];
  /** Faults that would have ended the process. */
  readonly faults: unknown[];
}

export interface SeededHubOptions {
  readonly pages?: PageFiles | null;
  readonly wrapLog?: (log: LogPort) => LogPort;
  readonly now?: () => number;
  readonly releaseTrust?: HubPorts['releaseTrust'];
  /** Offers figures for Prometheus. */
  readonly metrics?: MetricsSettings;
  /** Leaves the room without a meeting. */
  readonly isEmpty?: boolean;
  /** Begins a new epoch, as a copy does that takes the place of the hub it was copied from. */
  readonly raisesEpoch?: boolean;
}

/**
 * Opens a data folder as a hub would, and fills a new one with a released meeting: the sample plan, one real PDF and a
 * prepared vote. Works on real sockets and a real disk; only PINs are stretched cheaply.
 */
export async function startSeededHub(folder: string, options: SeededHubOptions = {}): Promise<SeededHub> {
  const now = options.now ?? Date.now;
  const lines: string[] = [];
  const recentLines = createRecentLines();
  const faults: unknown[] = [];
  const store = openStore(folder, {
    now,
    newRoomId: () => roomId.parse('room-seeded'),
    newRoomCode: () => seededRoomCode,
  });
  if (options.raisesEpoch === true) store.raiseEpoch();
  const hub = assembleHub(store, options.pages ?? null, {
    logger: createLogger((line) => {
      lines.push(line);
      recentLines.write(line);
    }, now),
    recentLines,
    metrics: options.metrics ?? null,
    version: '0.0.0',
    now,
    onFault: (error) => void faults.push(error),
    ...(options.wrapLog === undefined ? {} : { wrapLog: options.wrapLog }),
    ...(options.releaseTrust === undefined ? {} : { releaseTrust: options.releaseTrust }),
  });
  const paper = options.isEmpty ? noPaper : (paperOf(hub) ?? (await seed(hub, store.credentials)));
  await hub.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = hub.server.server.address() as AddressInfo;
  return { ...hub, url: `http://127.0.0.1:${port}`, store, paper, lines, faults };
}

const noPaper: SeededPaper = {
  versionId: documentVersionId.parse('none'),
  sha256: sha256.parse('0'.repeat(64)),
  bytes: 0,
};

async function seed(hub: AssembledHub, credentials: Credentials): Promise<SeededPaper> {
  await order(hub, { type: 'meeting/create', payload: samplePlan });
  const kept = await issueHere(seededPin, cheapCost);
  for (const { personId } of samplePlan.participants) credentials.issuePin(personId, kept);
  const { id: meetingId } = samplePlan.meeting;
  const pdf = await makePdf({ pages: 60, title: 'Dự thảo Nghị quyết' });
  const query = { meetingId, itemId: sampleVote.itemId, category: 'main', fileName: 'du-thao.pdf' } as const;
  const added = await hub.intake.add(once(pdf), query, hubActor);
  if (!added.ok) throw new Error(added.reason);
  const payload = { ...sampleVote, versionId: added.value.versionId };
  await order(hub, { type: 'vote/prepare', payload });
  await order(hub, { type: 'meeting/release', payload: { meetingId } });
  return present(paperOf(hub), 'the seeded paper');
}

async function order(hub: AssembledHub, intent: CommandIntent): Promise<void> {
  const answer = await hub.ask(intent, hubActor);
  if (answer.status !== 'accepted') throw new Error(`${intent.type}: ${answer.code}`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function paperOf(hub: AssembledHub): SeededPaper | null {
  for (const version of all(hub.room.state(), 'document-version')) {
    return { versionId: version.id, sha256: version.sha256, bytes: version.bytes };
  }
  return null;
}

/** What no terminal of the product would accept: the least that argon2id can be asked for. */
const cheapCost = { memoryKiB: 8, passes: 1, lanes: 1 } as const;

/** Puts a terminal with a person signed in straight into the credentials; the quick way past registration and PIN. */
export function seededTerminal(
  hub: Pick<SeededHub, 'url' | 'store'>,
  surface: Surface,
  at: { readonly seat?: string; readonly person?: string } = {},
): Terminal {
  const { credentials } = hub.store;
  const deviceToken = newToken();
  const id = deviceId.parse(newId('d'));
  credentials.admit(
    { id, surface, seat: at.seat === undefined ? null : seatLabel.parse(at.seat) },
    deviceToken,
  );
  if (at.person === undefined) return { hub: hub.url, deviceToken, sessionToken: null };
  const sessionToken = newToken();
  credentials.openSession({ deviceId: id, participantId: participantId.parse(at.person) }, sessionToken, 0);
  return { hub: hub.url, deviceToken, sessionToken };
}
