import type { AddressInfo } from 'node:net';
import { commandId, deviceId, documentId, documentVersionId, roomId } from '../../shared/records/ids.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Sentence } from '../../shared/refusals/refusal-table.ts';
import { createPdfInspector } from '../documents/inspect-pdf.ts';
import type { LogPort } from '../room/ports.ts';
import { createRoom, type Room } from '../room/room.ts';
import { sha256Text } from '../store/check-log.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { pinMatches } from '../store/pin-hash.ts';
import { createAsk } from '../transport/ask.ts';
import { createAttemptLimiter, pinAttempts, roomCodeAttempts } from '../transport/attempt-limiter.ts';
import { createChunkCache } from '../transport/chunk-cache.ts';
import { createDocumentIntake } from '../transport/document-intake.ts';
import { createHttpServer } from '../transport/http-server.ts';
import { identify } from '../transport/identify.ts';
import { openLiveChannel } from '../transport/live-channel.ts';
import type { Logger } from '../transport/logger.ts';
import { readPageFiles, type PageFiles } from '../transport/page-files.ts';
import { createPinCheck } from '../transport/pin-check.ts';
import { createRoomView } from '../transport/room-view.ts';
import { newId, newRoomCode, newToken } from '../transport/secrets.ts';
import { fillRoom } from './meeting-content.ts';
import type { HubOptions } from './options.ts';
import { reachableHost, readyLine, type ReadyLine } from './ready-line.ts';

/** A hub that runs. */
export interface RunningHub {
  readonly ready: ReadyLine;
  readonly room: Room;
  /** Takes no more, tells the terminals, writes what is decided, and gives the data folder back. */
  stop(): Promise<void>;
}

export interface HubPorts {
  readonly logger: Logger;
  /** The version of the program. */
  readonly version: string;
  /** Tells the person at the terminal something, in one line. */
  say(line: string): void;
  now(): number;
  /** Something broke after which nothing may be promised any more: the process has to end. */
  onFault(error: unknown): void;
  /** Puts another log in the place of the store's; for tests that plant a fault. */
  readonly wrapLog?: (log: LogPort) => LogPort;
}

/** Bytes of documents held in memory while they are being sent. */
const chunkCacheBytes = 64 * 1024 * 1024;

/**
 * Starts a hub. Throws a `StoreRefusal` for a data folder that cannot be used; a port that is taken, an interface that is not
 * there or a folder without documents is refused with a sentence.
 */
export async function startHub(options: HubOptions, ports: HubPorts): Promise<Result<RunningHub, Sentence>> {
  const pages = readPages(options.ui);
  if (!pages.ok) return pages;
  const store = openStore(options.data, {
    now: ports.now,
    newRoomId: () => roomId.parse(newId('room')),
    newRoomCode,
  });
  if (options.newEpoch) ports.logger.info('epoch/raised', { epoch: store.raiseEpoch() });
  const hub = assemble(store, pages.value, ports);
  const filled = await fillRoom(options.content, { ...hub, ...ports, credentials: store.credentials });
  const listening = filled.ok ? await listen(hub, options) : filled;
  if (!listening.ok) {
    await hub.stop();
    return listening;
  }
  const ready = await readyLine({
    room: hub.room,
    credentials: store.credentials,
    hub: `http://${reachableHost(options.host)}:${listening.value}`,
    samplePins: options.content.from === 'nothing' ? 'none' : filled.ok && filled.value ? 'new' : 'checked',
  });
  ports.logger.info('hub/started', {
    roomId: store.roomId,
    epoch: store.epoch,
    seq: hub.room.head().seq,
    port: listening.value,
  });
  return ok({ ready, room: hub.room, stop: hub.stop });
}

type Hub = ReturnType<typeof assemble>;

/** Wires the parts of one hub together by hand. */
function assemble(store: Store, pages: PageFiles | null, ports: HubPorts) {
  const { logger, now } = ports;
  const { credentials, blobs } = store;
  const room = createRoom(
    {
      log: ports.wrapLog?.(store.log) ?? store.log,
      now,
      sha256: sha256Text,
      endOfTurn: (task) => void setImmediate(task),
      identify: (deviceToken, sessionToken) => identify(credentials, deviceToken, sessionToken),
    },
    { roomId: store.roomId, epoch: store.epoch },
  );
  const view = createRoomView(room);
  const ask = createAsk(room, () => commandId.parse(newId('c')), now);
  const inspector = createPdfInspector();
  const intake = createDocumentIntake({
    blobs,
    inspector,
    isNamed: view.isNamed,
    ask,
    newDocumentId: () => documentId.parse(newId('doc')),
    newVersionId: () => documentVersionId.parse(newId('ver')),
  });
  const begun = now();
  let isStopping = false;
  const server = createHttpServer({
    ...ports,
    // A request that is cut short by the stop may find the store closed; that is no fault.
    onFault: (error) => void (isStopping || ports.onFault(error)),
    room,
    view,
    credentials,
    blobs,
    chunks: createChunkCache(chunkCacheBytes),
    intake,
    checkPin: createPinCheck(pinMatches),
    attempts: {
      pin: createAttemptLimiter(pinAttempts, now),
      roomCode: createAttemptLimiter(roomCodeAttempts, now),
    },
    ask,
    pages,
    newDeviceId: () => deviceId.parse(newId('d')),
    newToken,
    uptimeMs: () => Math.max(0, now() - begun),
  });
  const live = openLiveChannel({ server: server.server, room, logger, now });
  const stop = async (): Promise<void> => {
    isStopping = true;
    await live.stop();
    await server.close();
    await inspector.stop();
    room.flush();
    store.close();
    logger.info('hub/stopped', { seq: room.head().seq });
  };
  return { room, ask, intake, inspector, server, stop };
}

async function listen(
  { server }: Pick<Hub, 'server'>,
  { host, port }: HubOptions,
): Promise<Result<number, Sentence>> {
  try {
    await server.listen({ host, port });
    return ok((server.server.address() as AddressInfo).port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'EADDRINUSE') {
      return refused({
        vi: `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port.`,
        en: `Port ${port} is in use by another program. Choose another one with --port.`,
      });
    }
    return refused({
      vi: `Không mở được cổng ${port} trên ${host} (${code}).`,
      en: `Port ${port} on ${host} cannot be opened (${code}).`,
    });
  }
}

function readPages(folder: string | null): Result<PageFiles | null, Sentence> {
  if (folder === null) return ok(null);
  try {
    return ok(readPageFiles(folder));
  } catch {
    return refused({
      vi: `Thư mục giao diện ${folder} không có index.html.`,
      en: `The interface folder ${folder} has no index.html.`,
    });
  }
}
