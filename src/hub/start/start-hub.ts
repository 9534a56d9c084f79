import type { AddressInfo } from 'node:net';
import { roomId } from '../../shared/records/ids.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Room } from '../room/room.ts';
import { all } from '../room/room-state.ts';
import type { BlobStore } from '../store/blob-store.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { listenRefusal } from '../transport/doors/tls-door.ts';
import type { Logger } from '../transport/logger.ts';
import { readPageFiles, type PageFiles } from '../transport/page-files.ts';
import { blobsOf } from '../transport/room-view.ts';
import { newId, newRoomCode, newTrialPassword } from '../transport/secrets.ts';
import { assembleHub, type AssembledHub, type HubPorts } from './assemble-hub.ts';
import { isLoopback } from './hub-addresses.ts';
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

/** What starting a hub needs besides the hub's own ports. */
export interface StartPorts extends HubPorts {
  /** Tells the person at the terminal something, in one line. */
  say(line: string): void;
}

/**
 * Starts a hub. Throws a `StoreRefusal` for a data folder that cannot be used; a port that is taken, an interface that is not
 * there or a folder without documents is refused with a sentence.
 */
export async function startHub(
  options: HubOptions,
  ports: StartPorts,
): Promise<Result<RunningHub, Sentence>> {
  const mayListen = judgeLocalDoor(options);
  if (!mayListen.ok) return mayListen;
  const pages = readPages(options.ui);
  if (!pages.ok) return pages;
  const store = openStore(options.data, {
    now: ports.now,
    newRoomId: () => roomId.parse(newId('room')),
    newRoomCode,
  });
  if (options.newEpoch) ports.logger.info('epoch/raised', { epoch: store.raiseEpoch() });
  const trialPassword = trialPasswordFor(options, store);
  const hub = assembleHub(store, pages.value, {
    ...ports,
    trialPassword,
    metrics: options.metrics ? { bySeat: options.metricsBySeat } : null,
    microphoneHook: options.microphoneHook,
    backupSettings: options.backup,
    plainOnLan: !isLoopback(options.host),
  });
  await reportMissingBlobs(hub.room, store.blobs, ports.logger);
  const filled = await fillRoom(options.content, { ...hub, ...ports, credentials: store.credentials });
  const listening = filled.ok ? await openAllDoors(hub, options) : filled;
  if (!listening.ok) {
    await hub.stop();
    return listening;
  }
  const ready = await readyLine({
    room: hub.room,
    credentials: store.credentials,
    hub: `http://${reachableHost(options.host)}:${listening.value}`,
    trialPassword,
    doors: hub.network.doorState(),
    samplePins: options.content.from !== 'nothing',
  });
  hub.scans.look();
  ports.logger.info('hub/started', {
    roomId: store.roomId,
    epoch: store.epoch,
    seq: hub.room.head().seq,
    port: listening.value,
  });
  return ok({ ready, room: hub.room, stop: hub.stop });
}

/** A sample or a folder is to be tried at once, on this machine; a room that is made for good is given a password. */
function trialPasswordFor(
  { content, host }: HubOptions,
  { itPassword }: Pick<Store, 'itPassword'>,
): string | null {
  const isTrial = content.from !== 'nothing' && isLoopback(host);
  return isTrial && itPassword.encoded() === null ? newTrialPassword() : null;
}

/** A document whose bytes are gone does not keep the room from meeting, but somebody has to know. */
async function reportMissingBlobs(room: Room, blobs: BlobStore, logger: Logger): Promise<void> {
  const named = [...all(room.state(), 'document-version')].flatMap(blobsOf);
  for (const [sha256, bytes] of new Map(named.map((blob) => [blob.sha256, blob.bytes]))) {
    if ((await blobs.sizeOf(sha256)) !== bytes) logger.error('blob/missing', { sha256, bytes });
  }
}

/** Without encryption nothing leaves this machine, unless somebody has asked for a trial. */
function judgeLocalDoor({ host, doors }: HubOptions): Result<null, Sentence> {
  if (isLoopback(host) || doors.plainOnLan) return ok(null);
  return refused({
    vi: `Cửa không mã hóa không được mở ở ${host}. Hãy mở các cửa mã hóa bằng --lan ${host} và bỏ --host; chỉ để dùng thử mới thêm --plain-on-lan.`,
    en: `Nothing is served without encryption at ${host}. Open the encrypted doors with --lan ${host} instead of --host; for a trial only, add --plain-on-lan.`,
  });
}

/** The local door's port, once all doors stand open that are meant to. */
async function openAllDoors(hub: AssembledHub, options: HubOptions): Promise<Result<number, Sentence>> {
  const listening = await listen(hub, options);
  const { lan, discovery, ...ports } = options.doors;
  if (!listening.ok || lan === null) return listening;
  const opened = await hub.network.open({ ...ports, host: lan, announces: discovery });
  return opened.ok ? listening : opened;
}

/** Connections that wait to be taken when a whole room comes back at once; one too many tries again a second later. */
const mostWaiting = 4096;

async function listen(
  { server }: Pick<AssembledHub, 'server'>,
  { host, port }: HubOptions,
): Promise<Result<number, Sentence>> {
  try {
    await server.listen({ host, port, backlog: mostWaiting });
    return ok((server.server.address() as AddressInfo).port);
  } catch (error) {
    return refused(listenRefusal(error, { host, port, flag: '--port' }));
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
