import type { Socket } from 'node:net';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { LogFull } from '../room/ports.ts';
import type { DeviceId, ParticipantId, Sha256 } from '../../shared/records/ids.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { IntakeFacts } from '../../shared/protocol/http.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { Credentials } from '../store/credentials.ts';
import { adminSetupRoute, type AdminSetupPorts } from './admin/setup-route.ts';
import { adminBackupsRoute, type AdminBackupsPorts } from './admin/backups-route.ts';
import { adminDevicesRoute, type AdminDevicesPorts } from './admin/devices-route.ts';
import { guardAdmin, type AdminGuardPorts } from './admin/admin-guard.ts';
import { adminUpdatesRoute, type AdminUpdatesPorts } from './admin/updates-route.ts';
import { adminPairingRoute, type PairingNetwork } from './admin/pairing-route.ts';
import { adminHealthRoute, type AdminHealthPorts } from './admin/health-route.ts';
import { adminLogRoute, type AdminLogPorts } from './admin/log-route.ts';
import { adminSessionRoute, type AdminSessionPorts } from './admin/session-route.ts';
import type { Ask } from './ask.ts';
import type { AttemptLimiter } from './attempt-limiter.ts';
import { blobRoute } from './blob-route.ts';
import { callerOf } from './caller.ts';
import type { ChunkCache } from './chunk-cache.ts';
import { deviceRoute } from './device-route.ts';
import type { DoorGuard } from './doors/door-guard.ts';
import type { DoorPeers } from './doors/door-peers.ts';
import type { DocumentIntake } from './document-intake.ts';
import { documentRoute } from './document-route.ts';
import { keysRoute } from './keys-route.ts';
import { healthRoute, type HealthPorts } from './health-route.ts';
import { httpRefusalOf, refuse } from './http-refusal.ts';
import { logRoute, type LogPorts } from './log-route.ts';
import { faultFields, type Logger } from './logger.ts';
import { metricsRoute, type MetricsRoutePorts } from './metrics-route.ts';
import type { PageFiles } from './page-files.ts';
import { pageRoute } from './page-route.ts';
import { pairingRoute } from './pairing-route.ts';
import type { PreparedTexts } from './prepared-texts.ts';
import type { RoomView } from './room-view.ts';
import { securityHeaders } from './security-headers.ts';
import { sessionRoute } from './session-route.ts';
import { updateRoute } from './update-route.ts';

/** All that the HTTP side needs, wired by hand in `start/`. */
export interface HttpPorts {
  readonly room: HealthPorts['room'];
  readonly view: RoomView;
  readonly credentials: Credentials;
  readonly blobs: BlobStore;
  readonly chunks: ChunkCache;
  readonly intake: DocumentIntake;
  readonly prepared: PreparedTexts;
  readonly accepts: IntakeFacts;
  readonly attempts: {
    readonly pin: AttemptLimiter;
    readonly roomCode: AttemptLimiter;
    readonly admin: AttemptLimiter;
  };
  readonly adminSessions: AdminGuardPorts['adminSessions'];
  readonly itPassword: AdminSessionPorts['itPassword'];
  readonly changeItPassword: AdminSessionPorts['changeItPassword'];
  readonly health: AdminHealthPorts['health'];
  readonly recentLines: AdminLogPorts['recentLines'];
  /** Null where figures are not offered. */
  readonly figures: MetricsRoutePorts | null;
  readonly updates: AdminUpdatesPorts['updates'];
  readonly backups: AdminBackupsPorts['backups'];
  readonly envelopeOf: AdminBackupsPorts['envelopeOf'];
  readonly setup: AdminSetupPorts['setup'];
  readonly ask: Ask;
  readonly exportLog: LogPorts['exportLog'];
  readonly logger: Logger;
  /** The doors by which requests come, and the pairing behind one of them. */
  readonly network: NetworkSide;
  /** The built interface; null when the hub serves none. */
  readonly pages: PageFiles | null;
  /** The version of the program. */
  readonly version: string;
  /** `present` (or nobody) is now at the device. */
  personChanged(deviceId: DeviceId, present: ParticipantId | null): void;
  newDeviceId(): DeviceId;
  newToken(): string;
  now(): number;
  uptimeMs(): number;
  /** Something broke that is no refusal and no weather. */
  onFault(error: unknown): void;
}

/** What the routes need of the hub's side of the network. */
export interface NetworkSide
  extends Pick<AdminDevicesPorts, 'expel' | 'doorState' | 'setBrowsers'>, PairingNetwork {
  readonly peers: DoorPeers;
  readonly guard: DoorGuard;
  readonly plainOnLan: boolean;
}

/** A connection on which nothing moves for so long is closed. */
const idleMs = 120_000;
/** A whole request must have come in by then: 200 MB over a poor link. */
const requestMs = 600_000;
/** No route has a schema: every one parses by Zod. Fastify's own compilers, a tenth of a start, are never loaded. */
const noCompiler = (): never => {
  throw new Error('no route of the hub has a schema of Fastify');
};

/** The HTTP side of the hub, not yet listening. */
export function createHttpServer(ports: HttpPorts): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: limits.messageBytes,
    connectionTimeout: idleMs,
    requestTimeout: requestMs,
    forceCloseConnections: true,
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
    clientErrorHandler: (_error, socket) => answerGarbage(socket),
    // Errors before any route is found, as of an address that cannot be decoded.
    frameworkErrors: (_error, _request, reply) =>
      void refuse(reply.headers(securityHeaders), 'command/malformed'),
  });
  server.addHook('onRequest', async (_request, reply) => void reply.headers(securityHeaders));
  server.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, ports));
  const { network } = ports;
  network.guard.watch(server);
  guardAdmin(server, { ...ports, isAdminDoor: (request) => network.guard.isAdminDoor(request.raw.socket) });
  if (ports.figures !== null) metricsRoute(server, ports.figures);
  healthRoute(server, { ...ports, plainOnLan: network.plainOnLan });
  deviceRoute(server, {
    ...ports,
    roomId: ports.room.roomId,
    attempts: ports.attempts.roomCode,
    peers: network.peers,
  });
  sessionRoute(server, { ...ports, attempts: ports.attempts.pin });
  keysRoute(server, { ...ports, attempts: ports.attempts.pin });
  documentRoute(server, ports);
  logRoute(server, ports);
  adminHealthRoute(server, ports);
  adminLogRoute(server, ports);
  adminSessionRoute(server, { ...ports, attempts: ports.attempts.admin });
  updateRoute(server, ports);
  adminUpdatesRoute(server, ports);
  adminBackupsRoute(server, ports);
  adminSetupRoute(server, ports);
  blobRoute(server, {
    ...ports,
    mayRead: (request, reply, name) => mayReadBlob(request, reply, name, ports),
  });
  pairingRoute(server, ports);
  adminPairingRoute(server, ports);
  adminDevicesRoute(server, {
    ...ports,
    expel: (device) => network.expel(device),
    doorState: () => network.doorState(),
    setBrowsers: (mayJoin) => network.setBrowsers(mayJoin),
  });
  pageRoute(server, ports.pages);
  return server;
}

/** Deny by default: a blob exists for those alone who may see a document version that names it. */
function mayReadBlob(request: FastifyRequest, reply: FastifyReply, name: Sha256, ports: HttpPorts): boolean {
  const { credentials, view } = ports;
  // A seat reads on without its person; what only the person may see is not there then.
  const caller = callerOf(request, credentials, 'ignored');
  if (!caller.ok) {
    refuse(reply, caller.reason);
    return false;
  }
  if (view.mayRead(view.viewerOf(caller.value.device, caller.value.session), name)) return true;
  // A text that is only compared yet has no record; the console that sent it may look at it while somebody is there.
  if (caller.value.session !== null && ports.prepared.shows(caller.value.device.id, name)) return true;
  refuse(reply, 'blob/unknown');
  return false;
}

function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  ports: HttpPorts,
): FastifyReply {
  if (error instanceof LogFull) return refuse(reply, 'hub/disk-full');
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse(reply, 'command/too-large');
  if (status >= 400 && status < 500) return refuse(reply, 'command/malformed');
  ports.logger.error('http/fault', {
    method: request.method,
    route: request.routeOptions.url ?? '',
    ...faultFields(error),
  });
  ports.onFault(error);
  return refuse(reply, 'hub/busy');
}

/** What is not HTTP at all gets a refusal in HTTP, once, and the line is closed. */
function answerGarbage(socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify(httpRefusalOf('command/malformed'));
  const head = `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8`;
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
