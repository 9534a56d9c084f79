import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/protocol/limits.ts';
import { attach, openLine, type LiveLine, type Terminal } from '../audit/protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folder = temporaryFolder();
let hub: SeededHub;
let chair: Terminal;
beforeAll(async () => {
  hub = await startSeededHub(folder.path);
  chair = seededTerminal(hub, 'chair', { person: 'p-A01' });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const rejection = async (line: LiveLine): Promise<string> => {
  const { code } = await line.next('rejected');
  await line.closed;
  return code;
};

describe('a line', () => {
  it('[INV-2] takes commands and gives the same answer to the same id, on a new line as well', async () => {
    const line = await attach(chair);
    const first = await line.command('open-1', 'meeting/open', { meetingId: 'm1' });
    const again = await line.command('open-1', 'meeting/open', { meetingId: 'm1' });
    line.close();
    const other = await attach(chair);
    expect(first).toMatchObject({ status: 'accepted', note: 'none' });
    expect([again, await other.command('open-1', 'meeting/open', { meetingId: 'm1' })]).toEqual([
      first,
      first,
    ]);
    other.close();
  });

  it('[INV-9] is sent what is missing right after the welcome, and every change after that', async () => {
    const seat = seededTerminal(hub, 'seat', { seat: 'A02' });
    const line = await attach(seat, { epoch: 1, seq: 0 });
    const page = await line.next('page');
    expect(page).toMatchObject({ since: 0, complete: true, request: -1 });
    const console_ = await attach(chair);
    const answer = await console_.command('item-1', 'item/start', { itemId: 'i1' });
    const poke = await line.next('poke');
    expect(poke).toMatchObject({ prev: page.upTo, seq: page.upTo + 1 });
    expect(answer).toMatchObject({ seq: poke.seq });
    line.close();
    console_.close();
  });

  it('tells the time', async () => {
    const line = await attach(chair);
    line.send({ type: 'ping', at: 42 });
    expect(await line.next('pong')).toMatchObject({ at: 42 });
    line.close();
  });

  it('is linked in the roster until it is closed', async () => {
    const seat = seededTerminal(hub, 'seat', { seat: 'A03' });
    const isLinked = (): boolean | undefined =>
      hub.room.devices().find((device) => device.seat === 'A03')?.linked;
    const line = await attach(seat);
    expect(isLinked()).toBe(true);
    line.close();
    await expect.poll(isLinked).toBe(false);
  });
});

describe('bad input on the live channel', () => {
  it.each([
    ['text that is no JSON', 'Xin chào'],
    ['a half message', '{"type":"hello"'],
    ['an unknown message', '{"type":"obey","now":true}'],
    ['a message with a member too many', '{"type":"ping","at":1,"more":2}'],
    ['nothing', ''],
    ['bytes', Buffer.from([1, 2, 3])],
  ])('%s is refused with a code, and the hub goes on', async (_what, data) => {
    const line = await attach(chair);
    line.sendRaw(data);
    expect(await rejection(line)).toBe('command/malformed');
    (await attach(chair)).close();
  });

  it('1 MB is refused with a code', async () => {
    const line = await attach(chair);
    line.send({
      type: 'command',
      id: 'big',
      command: 'vote/prepare',
      payload: 'x'.repeat(1_000_000),
      madeAt: 0,
    });
    expect(await rejection(line)).toBe('command/too-large');
    expect(hub.lines.some((text) => text.includes('command/too-large'))).toBe(true);
  });

  it('more than a plan can have is cut off', async () => {
    const line = await attach(chair);
    line.sendRaw('x'.repeat(3 * limits.planBytes));
    expect(await line.closed).toBe(1009);
  });

  it('a command that nobody knows is refused, and the line stays', async () => {
    const line = await attach(chair);
    expect(await line.command('x-1', 'vote/forge', {})).toMatchObject({
      status: 'refused',
      code: 'command/unknown',
    });
    expect(await line.command('x-2', 'vote/open', { vote: 1 })).toMatchObject({ code: 'command/malformed' });
    const logged = hub.lines
      .filter((text) => text.includes('"event":"command/refused"'))
      .map((text) => JSON.parse(text));
    expect(logged).toContainEqual(expect.objectContaining({ commandId: 'x-1', code: 'command/unknown' }));
    expect(logged).toContainEqual(expect.objectContaining({ commandId: 'x-2', code: 'command/malformed' }));
    line.send({ type: 'ping', at: 1 });
    await line.next('pong');
    line.close();
  });

  it('[INV-6] a command of the hub’s own routes is refused when it comes as a message', async () => {
    const line = await attach(chair);
    const answer = await line.command('x-3', 'attendance/sign-in', { participantId: 'p-A01' });
    expect(answer).toMatchObject({ status: 'refused', code: 'access/not-allowed' });
    line.close();
  });

  it('[INV-6] nobody acts without having signed in, nor in the name of another', async () => {
    const versionId = hub.paper.versionId;
    const ballot = { voteId: 'vote1', participantId: 'p-A05', choice: 'approve', versionId };
    const nobody = await attach(seededTerminal(hub, 'seat', { seat: 'A05' }));
    expect(await nobody.command('n-1', 'ballot/cast', ballot)).toMatchObject({
      code: 'access/not-signed-in',
    });
    const neighbour = await attach(seededTerminal(hub, 'seat', { seat: 'A04', person: 'p-A04' }));
    expect(await neighbour.command('n-2', 'ballot/cast', ballot)).toMatchObject({
      code: 'access/another-person',
    });
    nobody.close();
    neighbour.close();
  });
});

describe('a stranger before the door', () => {
  const hello = {
    type: 'hello',
    protocol: 1,
    deviceToken: 'guessed',
    sessionToken: null,
    epochSeen: 0,
    have: null,
  };

  it('is turned away without a token that the hub knows', async () => {
    const line = await openLine(hub.url);
    line.send(hello);
    expect(await rejection(line)).toBe('access/unknown-device');
  });

  it('is turned away with another version, or without a hello', async () => {
    const future = await openLine(hub.url);
    future.send({ ...hello, deviceToken: chair.deviceToken, protocol: 99 });
    expect(await rejection(future)).toBe('protocol/unsupported');
    const rude = await openLine(hub.url);
    rude.send({ type: 'pull', request: 1, since: 0, limit: 10 });
    expect(await rejection(rude)).toBe('protocol/out-of-order');
  });

  it('may send no more than a hello needs', async () => {
    const line = await openLine(hub.url);
    line.send({ ...hello, deviceToken: 'x'.repeat(20_000) });
    expect(await rejection(line)).toBe('command/too-large');
  });

  it('is turned away when it says nothing', async () => {
    const line = await openLine(hub.url);
    expect(await rejection(line)).toBe('protocol/out-of-order');
  }, 15_000);

  it.each([
    ['a page of another site', { origin: 'https://tin-tuc.example' }, 403],
    ['a page without a site', { origin: 'null' }, 403],
  ])('is %s: refused', async (_who, headers, status) => {
    await expect(openLine(hub.url, headers)).rejects.toThrow(String(status));
  });

  it('is a page of this hub: welcome', async () => {
    const line = await openLine(hub.url, { origin: hub.url });
    line.send({ ...hello, deviceToken: chair.deviceToken });
    expect(await line.next('welcome')).toMatchObject({ roomId: 'room-seeded' });
    line.close();
  });

  it('finds one door alone', async () => {
    const answer = await raw(
      `GET /v1/other HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    expect(answer).toContain('404');
    expect(answer).toContain('command/unknown');
  });

  it.each([
    '\u0000\u0001\u0002\r\n\r\n',
    'GARBAGE\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: ${'x'.repeat(40_000)}\r\n\r\n`,
  ])('speaks no HTTP: refused with a code (%#)', async (text) => {
    expect(await raw(text)).toContain('command/malformed');
  });

  /** Sends bytes to the hub's port and returns what comes back until the hub closes the line. */
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port, hostname } = new URL(hub.url);
      const socket: Socket = connect(Number(port), hostname, () => socket.write(text));
      let answer = '';
      socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
});

describe('a client that is no longer there', () => {
  it('is given up when it has been silent', async () => {
    const line = await attach(seededTerminal(hub, 'seat', { seat: 'A06' }));
    expect(await line.closed).toBe(1006);
    expect(hub.lines.some((text) => text.includes('live/silent'))).toBe(true);
  }, 20_000);

  it('is given up when it does not take what it is sent, however much it asks for', async () => {
    const line = await attach(seededTerminal(hub, 'seat', { seat: 'A07' }));
    line.pause();
    let request = 0;
    const isGivenUp = (): boolean => hub.lines.some((text) => text.includes('live/too-slow'));
    const askForMore = (): boolean => {
      for (let more = 0; more < 200; more += 1)
        line.send({ type: 'pull', request: (request += 1), since: 0, limit: 500 });
      return isGivenUp();
    };
    await expect.poll(askForMore, { timeout: 20_000, interval: 5 }).toBe(true);
    line.close();
    expect(hub.faults).toEqual([]);
  }, 30_000);
});

describe('a hub that stops', () => {
  it('tells those who are there', async () => {
    const own = temporaryFolder();
    const other = await startSeededHub(own.path);
    const line = await attach(seededTerminal(other, 'seat', { seat: 'A01' }));
    const told = rejection(line);
    await other.stop();
    expect(await told).toBe('hub/stopping');
    expect(other.faults).toEqual([]);
    own.remove();
  });
});

describe('many before the door', () => {
  it('are bounded, and those who have been welcomed take no place there', async () => {
    const { createServer } = await import('node:http');
    const { openLiveChannel } = await import('./live-channel.ts');
    const { silentLogger } = await import('./logger.ts');
    const server = createServer();
    const channel = openLiveChannel(
      { server, room: hub.room, logger: silentLogger, now: Date.now, guard: hub.network.guard },
      { waitingPerAddress: 2, waiting: 3 },
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const welcomed = await attach({ ...chair, hub: url });
    const [first, second] = [await openLine(url), await openLine(url)];
    await expect(openLine(url)).rejects.toThrow('503');
    first.close();
    await expect
      .poll(async () =>
        openLine(url).then(
          (line) => (line.close(), 'in'),
          () => 'out',
        ),
      )
      .toBe('in');
    second.close();
    welcomed.close();
    await channel.stop();
    server.close();
  });
});
