import type { IncomingMessage, Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Room } from '../room/room.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { DeviceId, ParticipantId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import type { DoorGuard } from './doors/door-guard.ts';
import { createFrameWriter } from './frame-writer.ts';
import { httpRefusalOf, statusOf } from './http-refusal.ts';
import { longestMessageBytes } from './live-message.ts';
import { createLivePeer, type LivePeer } from './live-peer.ts';
import type { Logger } from './logger.ts';
import { createWaitingRoom } from './waiting-room.ts';

/** The WebSocket side of the hub, at `/v1/live`. */
export interface LiveChannel {
  /**
   * Cuts the lines of a device on which another person than `present` is still there: nothing may go on in the name of
   * somebody who has signed out.
   */
  release(deviceId: DeviceId, present: ParticipantId | null): void;
  /** How many are open now, welcomed or not. */
  readonly connections: number;
  /** Takes no more connections, tells those that are there, and resolves when they are closed. */
  stop(): Promise<void>;
}

export interface LiveChannelPorts {
  readonly server: Server;
  readonly room: Pick<Room, 'connect'>;
  readonly logger: Logger;
  /** Who may speak here, by the door that they came by. */
  readonly guard: Pick<DoorGuard, 'refusalOfLive' | 'refusalOfToken'>;
  now(): number;
}

/** How many may stand before the door who have not said who they are. */
export interface LiveBounds {
  readonly waitingPerAddress: number;
  readonly waiting: number;
}

const defaultBounds: LiveBounds = { waitingPerAddress: 1024, waiting: 4096 };
const path = '/v1/live';
const watchMs = 1_000;

/** Opens the live channel on an HTTP server. */
export function openLiveChannel(ports: LiveChannelPorts, bounds: LiveBounds = defaultBounds): LiveChannel {
  const { server, room, logger, guard } = ports;
  const webSockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    maxPayload: longestMessageBytes,
  });
  const writer = createFrameWriter();
  const waitingRoom = createWaitingRoom(bounds.waitingPerAddress, bounds.waiting);
  const peers = new Set<LivePeer>();
  let isStopping = false;

  const accept = (request: IncomingMessage, socket: Socket, head: Buffer, leftWaiting: () => void): void => {
    const address = addressOf(request);
    socket.once('close', leftWaiting);
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      socket.setNoDelay(true);
      peers.add(
        createLivePeer({
          webSocket,
          socket,
          address,
          connect: (peer) => room.connect(peer),
          writer,
          logger,
          now: ports.now,
          leftWaiting,
          refusalOfToken: (deviceToken) => guard.refusalOfToken(socket, deviceToken),
          closed: (peer) => void peers.delete(peer),
        }),
      );
    });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const code = isStopping ? 'hub/stopping' : (guard.refusalOfLive(socket) ?? refusalOf(request));
    if (code !== null || !(socket instanceof Socket))
      return refuseUpgrade(socket, code ?? 'command/malformed');
    const leave = waitingRoom.enter(addressOf(request));
    if (leave === null) {
      logger.warn('live/crowded', { address: addressOf(request) });
      return refuseUpgrade(socket, 'hub/busy');
    }
    accept(request, socket, head, leave);
  };
  server.on('upgrade', onUpgrade);
  const stopWatching = watchSilence(peers, ports.now, logger);

  return {
    get connections() {
      return peers.size;
    },
    release: (deviceId, present) => cutOthers(peers, deviceId, present),
    async stop() {
      isStopping = true;
      stopWatching();
      await dismissAll(peers);
    },
  };
}

/** Ends the connections of a device that speak for somebody else than whoever is at it now. */
function cutOthers(peers: Iterable<LivePeer>, device: DeviceId, present: ParticipantId | null): void {
  for (const { identity, cut } of peers) {
    const person = identity?.deviceId === device ? identity.participantId : null;
    if (person !== null && person !== present) cut();
  }
}

/** Why a request may not become a WebSocket; null when it may. */
function refusalOf(request: IncomingMessage): RefusalCode | null {
  if (request.url?.split('?', 1)[0] !== path) return 'command/unknown';
  return isFromHere(request) ? null : 'access/not-allowed';
}

/** A page of another site may not talk to the hub through its visitor's browser; programs send no origin. */
function isFromHere(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function addressOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? 'unknown';
}

function refuseUpgrade(socket: Duplex, code: RefusalCode): void {
  const body = JSON.stringify(httpRefusalOf(code));
  const lines = [
    `HTTP/1.1 ${statusOf(code)} Refused`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Gives up clients that have been silent too long; not when it was the hub itself that stood still. */
function watchSilence(peers: ReadonlySet<LivePeer>, now: () => number, logger: Logger): () => void {
  let lastLook = now();
  const timer = setInterval(() => {
    const at = now();
    const stoodStill = at - lastLook > 3 * watchMs || at < lastLook;
    lastLook = at;
    if (stoodStill) return;
    for (const peer of peers) {
      if (at - peer.heardAt <= limits.silenceMs) continue;
      logger.info('live/silent', { ms: at - peer.heardAt });
      peer.cut();
    }
  }, watchMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Tells everybody that the hub stops, and waits for them to go; for two seconds at most. */
async function dismissAll(peers: ReadonlySet<LivePeer>): Promise<void> {
  for (const peer of peers) peer.reject('hub/stopping');
  for (let waitedMs = 0; peers.size > 0 && waitedMs < 2_000; waitedMs += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const peer of peers) peer.cut();
}
