import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { WebSocket, WebSocketServer } from 'ws';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';

/** A hub of the smallest kind: HTTP that answers, and a WebSocket that echoes. */
class Hub {
  readonly sockets = new WebSocketServer({ noServer: true });
  readonly server: Server = createServer((message, response) => {
    const bytes = Number(new URL(message.url ?? '/', 'http://hub').searchParams.get('bytes') ?? 2);
    response.end(Buffer.alloc(bytes, 0x61));
  });
  /** How the hub's ends of the WebSockets have closed. */
  readonly closes: number[] = [];
  readonly heard: string[] = [];

  async listen(): Promise<number> {
    this.server.on('upgrade', (message, socket, head) => {
      this.sockets.handleUpgrade(message, socket, head, (webSocket) => {
        webSocket.on('message', (data: Buffer) => {
          this.heard.push(data.toString());
          webSocket.send(data.toString());
        });
        webSocket.on('close', (code) => this.closes.push(code));
        webSocket.on('error', () => undefined);
      });
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    for (const client of this.sockets.clients) client.terminate();
    this.server.closeAllConnections();
    this.server.close();
  }
}

interface Seat {
  readonly socket: WebSocket;
  readonly heard: string[];
  /** The close code, once closed. */
  closed(): number | null;
}

let hub: Hub;
let proxy: FaultProxy;
const seats: Seat[] = [];

test.beforeEach(async () => {
  hub = new Hub();
  proxy = await startFaultProxy({ target: { host: '127.0.0.1', port: await hub.listen() } });
});

test.afterEach(async () => {
  for (const { socket } of seats.splice(0)) socket.terminate();
  await proxy.stop();
  hub.stop();
});

async function openSeat(): Promise<Seat> {
  const socket = new WebSocket(proxy.url.replace('http', 'ws'));
  let code: number | null = null;
  const seat: Seat = { socket, heard: [], closed: () => code };
  socket.on('message', (data: Buffer) => seat.heard.push(data.toString()));
  socket.on('close', (closeCode) => {
    code = closeCode;
  });
  seats.push(seat);
  await once(socket, 'open');
  socket.on('error', () => undefined);
  return seat;
}

/** The body of one answer over a connection of its own, or the code of the failure. */
async function get(path = '/', timeoutMs = 5000): Promise<string> {
  return new Promise((resolve) => {
    const call = request(
      `${proxy.url}${path}`,
      { agent: new Agent({ keepAlive: false }), timeout: timeoutMs },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      },
    );
    call.on('timeout', () => {
      resolve('silence');
      call.destroy();
    });
    call.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    call.end();
  });
}

test('passes HTTP and WebSocket unchanged', async () => {
  expect(await get('/?bytes=300000')).toBe('a'.repeat(300_000));
  const seat = await openSeat();
  seat.socket.send('xin chào');
  await expect.poll(() => seat.heard).toEqual(['xin chào']);
  expect(proxy.connections()).toBe(1);
  expect(proxy.accepted()).toBe(2);
  seat.socket.close(1000);
  await expect.poll(() => hub.closes).toEqual([1000]);
  await expect.poll(() => proxy.connections()).toBe(0);
});

test('passes on that one side has finished sending', async () => {
  const server = createTcpServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on('end', () => socket.end(`heard ${text}`));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const half = await startFaultProxy({
    target: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
  });
  try {
    const socket = connect({ port: half.port, host: half.address, allowHalfOpen: true });
    socket.end('all of it');
    expect(await textOf(socket)).toBe('heard all of it');
  } finally {
    await half.stop();
    server.close();
  }
});

async function textOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test('cut by reset closes both ends at once and refuses new ones until healed', async () => {
  const [first, second] = [await openSeat(), await openSeat()];
  proxy.cut('reset');
  await expect.poll(() => [first.closed(), second.closed()]).toEqual([1006, 1006]);
  await expect.poll(() => hub.closes).toEqual([1006, 1006]);
  expect(proxy.connections()).toBe(0);
  expect(await get()).toBe('ECONNRESET');
  proxy.heal();
  expect(await get()).toBe('aa');
});

test('cut by blackhole is silent in both directions, and nothing sent in it ever arrives', async () => {
  const seat = await openSeat();
  seat.socket.send('before');
  await expect.poll(() => seat.heard).toEqual(['before']);
  proxy.cut('blackhole');
  seat.socket.send('lost on the way up');
  for (const client of hub.sockets.clients) client.send('lost on the way down');
  expect(await get('/', 300)).toBe('silence');
  expect(hub.heard).toEqual(['before']);
  expect(seat.heard).toEqual(['before']);
  expect([seat.closed(), seat.socket.readyState, hub.closes]).toEqual([null, WebSocket.OPEN, []]);

  proxy.heal();
  await expect.poll(() => [seat.closed(), hub.closes]).toEqual([1006, [1006]]);
  const again = await openSeat();
  again.socket.send('after');
  await expect.poll(() => again.heard).toEqual(['after']);
  expect(hub.heard).toEqual(['before', 'after']);
});

test('in a blackhole neither side learns that the other has gone', async () => {
  const seat = await openSeat();
  proxy.cut('blackhole');
  seat.socket.terminate();
  await expect.poll(() => seat.closed()).toBe(1006);
  // A round trip past the proxy gives a notice the time to arrive, if there were one.
  expect(await get('/', 200)).toBe('silence');
  expect(hub.closes).toEqual([]);
  proxy.heal();
  await expect.poll(() => hub.closes).toEqual([1006]);
});

test('pause holds bytes and resume delivers all of them in order', async () => {
  const seat = await openSeat();
  proxy.pause();
  for (let i = 0; i < 50; i++) seat.socket.send(`message ${i}`);
  expect(await get('/', 200)).toBe('silence');
  expect(hub.heard).toEqual([]);
  proxy.resume();
  await expect.poll(() => seat.heard).toEqual(Array.from({ length: 50 }, (_, i) => `message ${i}`));
  expect(seat.closed()).toBe(null);
});

test('latency delays each direction and keeps the order under jitter', async () => {
  const seat = await openSeat();
  proxy.latency(60);
  const startedAt = performance.now();
  seat.socket.send('there and back');
  await expect.poll(() => seat.heard, { intervals: [5] }).toHaveLength(1);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);

  proxy.latency(10, 10);
  const texts = Array.from({ length: 200 }, (_, i) => String(i));
  for (const text of texts) seat.socket.send(text);
  await expect.poll(() => seat.heard.slice(1)).toEqual(texts);
  proxy.latency(0);
  seat.socket.send('at once');
  await expect.poll(() => seat.heard.at(-1)).toBe('at once');
});

test('bandwidth is one limit for all connections of the uplink', async () => {
  proxy.bandwidth(200_000);
  const startedAt = performance.now();
  const bodies = await Promise.all([get('/?bytes=50000'), get('/?bytes=50000')]);
  const elapsedMs = performance.now() - startedAt;
  expect(bodies.map((body) => body.length)).toEqual([50_000, 50_000]);
  expect(elapsedMs).toBeGreaterThanOrEqual(480);
  proxy.bandwidth(null);
  expect(await get('/?bytes=1000000')).toHaveLength(1_000_000);
});

test('a limited uplink makes the sender wait instead of filling memory', async () => {
  proxy.bandwidth(100_000);
  const seat = await openSeat();
  for (const client of hub.sockets.clients) client.send(Buffer.alloc(20_000_000));
  await expect.poll(() => [...hub.sockets.clients][0]?.bufferedAmount ?? 0).toBeGreaterThan(1_000_000);
  expect(seat.heard).toEqual([]);
});

test('corrupt flips bits on the way to the seats only', async () => {
  const seat = await openSeat();
  proxy.corrupt(1000);
  const body = await get('/?bytes=100000');
  const flipped = body.split('').filter((letter) => letter !== 'a');
  expect(new Set(flipped)).toEqual(new Set(['`']));
  expect(flipped.length).toBeGreaterThanOrEqual(99);
  seat.socket.send('up is clean');
  await expect.poll(() => hub.heard).toEqual(['up is clean']);
  proxy.corrupt(null);
  expect(await get('/?bytes=5000')).toBe('a'.repeat(5000));
});

test('refuseNew resets new connections and leaves the others', async () => {
  const seat = await openSeat();
  proxy.refuseNew(true);
  expect(await get()).toBe('ECONNRESET');
  seat.socket.send('still here');
  await expect.poll(() => seat.heard).toEqual(['still here']);
  proxy.refuseNew(false);
  expect(await get()).toBe('aa');
});

test('a hub that does not listen is a reset for the seat, and one that is back is reached', async () => {
  const target = { host: '127.0.0.1', port: (hub.server.address() as AddressInfo).port };
  hub.stop();
  await once(hub.server, 'close');
  expect(await get()).toBe('ECONNRESET');
  const revived = createServer((_message, response) => response.end('back'));
  revived.listen(target.port, target.host);
  await once(revived, 'listening');
  expect(await get()).toBe('back');
  revived.close();
});
