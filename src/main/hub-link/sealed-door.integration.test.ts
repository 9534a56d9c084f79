import { createServer, type Server } from 'node:https';
import { createServer as createNetServer, type AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { HubDoor } from './hub-door.ts';
import { nodeTimers } from './node-timers.ts';
import { createSealedDial, type DoorAddress, type SealedPeer } from './sealed-dial.ts';
import { sealedDoor } from './sealed-door.ts';
import { createTestAuthority, type TestAuthority, type TestCertificate } from './testing/test-authority.ts';

const servername = 'abc.room.nghisu';

let authority: TestAuthority;
let foreign: TestAuthority;
let hubCertificate: TestCertificate;
let device: TestCertificate;

interface TestDoor extends DoorAddress {
  /** Bytes of the application that have come. */
  readonly heard: () => number;
  readonly peers: () => readonly string[];
  /** How often somebody has come, whatever came of it. */
  readonly visits: () => number;
}

const ends: Array<() => Promise<void>> = [];

async function listen(server: Server | ReturnType<typeof createNetServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** A door of a hub that answers requests and echoes on the live channel. */
async function startDoor(own: TestCertificate, ca = authority): Promise<TestDoor> {
  let heard = 0;
  let visits = 0;
  const peers: string[] = [];
  const server = createServer(
    {
      cert: own.certificate,
      key: own.privateKey,
      ca: ca.certificate,
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
    },
    (request, response) => {
      request.on('data', () => undefined);
      request.on('end', () => response.end(`${request.method} ${request.headers.host}${request.url}`));
    },
  );
  server.on('connection', () => (visits += 1));
  server.on('secureConnection', (socket) => {
    peers.push(socket.getPeerCertificate().subject?.CN?.toString() ?? 'nobody');
    socket.on('data', (bytes: Buffer) => (heard += bytes.length));
  });
  const live = new WebSocketServer({ server, path: '/v1/live' });
  live.on('connection', (socket) => socket.on('message', (text) => socket.send(text, { binary: false })));
  return {
    host: '127.0.0.1',
    port: await listen(server),
    heard: () => heard,
    peers: () => peers,
    visits: () => visits,
  };
}

function openDoor(addresses: readonly DoorAddress[], own: Partial<SealedPeer> = {}): HubDoor {
  const peer = { authority: authority.certificate, servername, ...device, ...own };
  const door = sealedDoor(peer.servername, createSealedDial(addresses, peer, nodeTimers));
  ends.push(async () => door.close());
  return door;
}

const ask = async (door: HubDoor): Promise<string> =>
  (await door.fetch('/v1/participants?x=1', { method: 'GET' })).text();

/** What the live channel comes to. */
async function liveOver(door: HubDoor): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = door.openSocket({
    opened: () => socket.send('xin chào'),
    message: resolve,
    closed: () => resolve('closed'),
  });
  const end = await promise;
  socket.close();
  return end;
}

beforeAll(async () => {
  [authority, foreign] = [await createTestAuthority(), await createTestAuthority('Test room')];
  hubCertificate = await authority.issue('hub', [servername]);
  device = await authority.issue('device 1');
});

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

describe('the door of a hub over mutual TLS', () => {
  it('carries requests and the live channel as this device, under the name of the room', async () => {
    const hub = await startDoor(hubCertificate);
    const door = openDoor([hub]);
    expect(await ask(door)).toBe(`GET ${servername}/v1/participants?x=1`);
    expect(await liveOver(door)).toBe('xin chào');
    expect(new Set(hub.peers())).toEqual(new Set(['device 1']));
  });

  it('carries an upload in pieces', async () => {
    const door = openDoor([await startDoor(hubCertificate)]);
    const pieces = new Response(new Uint8Array(600_000)).body;
    const init = { method: 'POST', body: pieces, duplex: 'half' } as RequestInit;
    expect(await (await door.fetch('/v1/documents', init)).text()).toContain('POST');
  });

  it.each([
    ['another authority of the same name', async () => startDoor(await foreign.issue('hub', [servername]))],
    [
      'another room of the same authority',
      async () => startDoor(await authority.issue('hub', ['x.room.nghisu'])),
    ],
    ['a device in the place of the hub', async () => startDoor(await authority.issue('device 2'))],
  ])('sends nothing to %s', async (_who, start) => {
    const stranger = await start();
    const door = openDoor([stranger]);
    await expect(ask(door)).rejects.toThrow();
    expect(await liveOver(door)).toBe('closed');
    expect(stranger.heard()).toBe(0);
  });

  it('finds its hub among addresses that are dead, silent and somebody else’s', async () => {
    const hub = await startDoor(hubCertificate);
    const stranger = await startDoor(await foreign.issue('hub', [servername]));
    const silent = { host: '127.0.0.1', port: await listen(createNetServer((socket) => socket.resume())) };
    const dead = { host: '127.0.0.1', port: 1 };
    const door = openDoor([dead, stranger, silent, hub]);
    expect(await liveOver(door)).toBe('xin chào');
    expect(stranger.heard()).toBe(0);
    // The address that answered is the first from then on.
    expect(await liveOver(door)).toBe('xin chào');
    expect(stranger.visits()).toBe(1);
  });

  it('rejects while no address answers', async () => {
    await expect(ask(openDoor([{ host: '127.0.0.1', port: 1 }]))).rejects.toThrow();
  });
});
