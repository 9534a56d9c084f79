import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { commandId, deviceId } from '../../shared/records/ids.ts';
import type { ReleaseTrust } from '../../shared/update/check-release.ts';
import type { BackupSettings } from '../backup/room-backups.ts';
import { noTools, type Tools } from '../documents/find-tools.ts';
import type { PdfInspector } from '../documents/inspect-pdf.ts';
import { openHealth } from '../health/open-health.ts';
import { openMetrics, type MetricsSettings, type OpenMetrics } from '../health/open-metrics.ts';
import { createRecentLines, type RecentLines } from '../health/recent-lines.ts';
import { tellingLog, type MicrophoneHook } from '../hooks/microphone-hook.ts';
import { openMicrophoneHook } from '../hooks/open-microphone-hook.ts';
import { readRoomFacts } from '../room-setup/room-facts.ts';
import type { Identity } from '../room/identity.ts';
import type { LogPort } from '../room/ports.ts';
import { createRoom, type Room } from '../room/room.ts';
import { sha256Text } from '../store/check-log.ts';
import { exportLog } from '../store/export-log.ts';
import { setItPassword } from '../store/it-password.ts';
import type { Store } from '../store/open-store.ts';
import { createAdminSessions } from '../transport/admin/admin-sessions.ts';
import { createItPasswordCheck } from '../transport/admin/it-password-check.ts';
import { createAsk, type Ask } from '../transport/ask.ts';
import {
  adminAttempts,
  createAttemptLimiter,
  pinAttempts,
  roomCodeAttempts,
} from '../transport/attempt-limiter.ts';
import { createChunkCache } from '../transport/chunk-cache.ts';
import type { DocumentIntake } from '../transport/document-intake.ts';
import { createHttpServer } from '../transport/http-server.ts';
import { identify } from '../transport/identify.ts';
import { openLiveChannel } from '../transport/live-channel.ts';
import type { Logger } from '../transport/logger.ts';
import type { PageFiles } from '../transport/page-files.ts';
import type { ScanReading } from '../transport/scan-reading.ts';
import { createRoomView, presentMeeting } from '../transport/room-view.ts';
import { newId, newToken } from '../transport/secrets.ts';
import { assembleDocuments } from './assemble-documents.ts';
import { keepRoom } from './keep-room.ts';
import { HubNetwork } from './network.ts';
import { builtInTrust } from '../updates/release-trust.ts';
import { createHubUpdates } from '../updates/hub-updates.ts';

/** What a hub needs of the process it runs in. */
export interface HubPorts {
  readonly logger: Logger;
  /** The version of the program. */
  readonly version: string;
  now(): number;
  /** Something broke after which nothing may be promised any more: the process has to end. */
  onFault(error: unknown): void;
  /** What is installed beside the program to read other files than PDF; nothing where it is left out. */
  readonly tools?: Tools;
  /** Puts another log in the place of the store's; for tests that plant a fault. */
  readonly wrapLog?: (log: LogPort) => LogPort;
  /** Where the microphone system hears who speaks; nowhere where it is left out. */
  readonly microphoneHook?: URL | null;
  /** Opens the administration until the hub stops, of a room that has no IT password yet. */
  readonly trialPassword?: string | null;
  /** The last lines of the log; none where it is left out. */
  readonly recentLines?: RecentLines;
  /** Figures for Prometheus; not offered where it is left out. */
  readonly metrics?: MetricsSettings | null;
  /** Plain HTTP can be reached from other machines; not where it is left out. */
  readonly plainOnLan?: boolean;
  /** Where and when backups are made; by hand alone where it is left out. */
  readonly backupSettings?: BackupSettings;
  /** Whose releases are taken; those of the keys that the program was made with where it is left out. */
  readonly releaseTrust?: ReleaseTrust;
}

/** Bytes of documents held in memory while they are being sent. */
const chunkCacheBytes = 64 * 1024 * 1024;

/** The parts of a hub that others work with. */
export interface AssembledHub {
  readonly room: Room;
  readonly ask: Ask;
  readonly intake: DocumentIntake;
  readonly inspector: PdfInspector;
  readonly scans: ScanReading;
  readonly server: FastifyInstance;
  /** Closed until it is opened. */
  readonly network: HubNetwork;
  /** Takes no more, tells the terminals, writes what is decided, and gives the data folder back. */
  stop(): Promise<void>;
}

/** Wires the parts of one hub together by hand; it does not listen yet. */
export function assembleHub(store: Store, pages: PageFiles | null, ports: HubPorts): AssembledHub {
  const { logger, now } = ports;
  const whoIs: WhoIs = (deviceToken, sessionToken) => identify(store.credentials, deviceToken, sessionToken);
  const figures = openFigures(store, ports, {
    devices: () => room.devices(),
    connections: () => live.connections,
    entries: () => room.head().seq,
  });
  const { room, microphones } = openRoom(store, whoIs, ports, figures?.metrics ?? null);
  const ask = createAsk(room, () => commandId.parse(newId('c')), now);
  const view = createRoomView(room);
  const tools = ports.tools ?? noTools;
  const documents = assembleDocuments({ room, view, ask, blobs: store.blobs, tools, logger, now });
  const updates = createHubUpdates({
    folder: join(store.folder, 'updates'),
    trust: ports.releaseTrust ?? builtInTrust,
    isMeetingOpen: view.isMeetingOpen,
    now,
  });
  const kept = keepRoom(store, ports);
  let isStopping = false;
  const network: HubNetwork = networkOf(store, room, ports, () => server.server);
  const server = createHttpServer({
    ...admission(store, ports),
    network,
    updates,
    ...kept,
    health: openHealth({ ...ports, room, store, uptimeMs: uptimeSince(now) }),
    recentLines: ports.recentLines ?? createRecentLines(),
    figures,
    room,
    view,
    ask,
    intake: documents.intake,
    prepared: documents.prepared,
    exportLog: () =>
      exportLog({ roomId: store.roomId, entries: store.log.read(), signingKey: store.signingKey }),
    accepts: { office: tools.office !== null, ocr: tools.ocr !== null },
    pages,
    personChanged: (device, present) => live.release(device, present),
    // A request that is cut short by the stop may find the store closed; that is no fault.
    onFault: (error) => void (isStopping || ports.onFault(error)),
  });
  const live = openLiveChannel({ server: server.server, room, logger, now, guard: network.guard });
  const stop = async (): Promise<void> => {
    isStopping = true;
    microphones?.stop();
    await live.stop();
    await network.stop();
    await server.close();
    await documents.stop();
    await kept.backups.stop();
    room.flush();
    store.close();
    figures?.metrics.stop();
    logger.info('hub/stopped', { seq: room.head().seq });
  };
  const { intake, inspector, scans } = documents;
  return { room, ask, intake, inspector, scans, server, network, stop };
}

function openFigures(
  { folder }: Store,
  { metrics = null }: HubPorts,
  look: Parameters<typeof openMetrics>[2],
): OpenMetrics | null {
  return metrics === null ? null : openMetrics(folder, metrics, look);
}

function uptimeSince(now: () => number): () => number {
  const begun = now();
  return () => Math.max(0, now() - begun);
}

function networkOf(store: Store, room: Room, ports: HubPorts, server: () => Server): HubNetwork {
  return new HubNetwork({
    store,
    logger: ports.logger,
    now: ports.now,
    isLinked: ({ id }) => room.isLinked(id),
    roomName: () =>
      readRoomFacts(store.folder)?.name ?? presentMeeting(room.state())?.place ?? 'Phòng họp không giấy',
    server,
    plainOnLan: ports.plainOnLan === true,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    newDeviceId: () => deviceId.parse(newId('d')),
    newToken,
  });
}

type WhoIs = (deviceToken: string, sessionToken: string | null) => Identity | null;

function openRoom(
  store: Store,
  whoIs: WhoIs,
  ports: HubPorts,
  metrics: OpenMetrics['metrics'] | null,
): { readonly room: Room; readonly microphones: MicrophoneHook | null } {
  const { now, wrapLog, microphoneHook = null } = ports;
  let microphones: MicrophoneHook | null = null;
  const endOfTurn = (task: () => void): void => void setImmediate(task);
  const later = (ms: number, task: () => void): void => void setTimeout(task, ms).unref();
  const written = wrapLog?.(store.log) ?? store.log;
  const log = tellingLog(metrics?.timed(written) ?? written, endOfTurn, () => microphones?.look());
  const watch = metrics === null ? {} : { watch: metrics };
  const room = createRoom(
    {
      log,
      now,
      sha256: sha256Text,
      endOfTurn,
      later,
      identify: whoIs,
      sign: store.signingKey.sign,
      ...watch,
    },
    { roomId: store.roomId, epoch: store.epoch },
  );
  if (microphoneHook !== null) microphones = openMicrophoneHook(microphoneHook, room, ports);
  return { room, microphones };
}

/** What the routes need to admit devices and people, and to count who knocks. */
function admission(
  { credentials, blobs, itPassword }: Store,
  { logger, version, now, trialPassword }: HubPorts,
) {
  return {
    credentials,
    blobs,
    logger,
    version,
    now,
    chunks: createChunkCache(chunkCacheBytes),
    attempts: {
      pin: createAttemptLimiter(pinAttempts, now),
      roomCode: createAttemptLimiter(roomCodeAttempts, now),
      admin: createAttemptLimiter(adminAttempts, now),
    },
    adminSessions: createAdminSessions(now),
    itPassword: createItPasswordCheck(itPassword, trialPassword ?? null),
    changeItPassword: (password: string) => setItPassword(itPassword, password),
    newDeviceId: () => deviceId.parse(newId('d')),
    newToken,
    uptimeMs: uptimeSince(now),
  };
}
