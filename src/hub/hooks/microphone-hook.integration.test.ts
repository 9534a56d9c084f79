import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MicrophoneHook, type MicrophoneNews, type SeatedSpeaker } from './microphone-hook.ts';
import { postNews } from './post-news.ts';

/** A microphone system that keeps what it is told, and answers as the test says. */
interface System {
  readonly url: URL;
  readonly told: MicrophoneNews[];
  status: number;
  attempts: number;
}

const servers: Server[] = [];
const hooks: MicrophoneHook[] = [];

afterEach(() => {
  for (const hook of hooks.splice(0)) hook.stop();
  for (const server of servers.splice(0)) server.close();
});

async function startSystem(): Promise<System> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      system.attempts += 1;
      if (system.status === 204) system.told.push(JSON.parse(text) as MicrophoneNews);
      response.writeHead(system.status).end();
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const system: System = { url: new URL(`http://127.0.0.1:${port}/mic`), told: [], status: 204, attempts: 0 };
  return system;
}

function hookTo(system: System) {
  const room = { speaker: null as SeatedSpeaker | null, goOn: null as (() => void) | null };
  const hook = new MicrophoneHook({
    speaker: () => room.speaker,
    tell: (news) => postNews(system.url, news),
    now: () => 1_000,
    rest: async () => new Promise((resolve) => (room.goOn = resolve)),
    onFailure: () => undefined,
  });
  hooks.push(hook);
  return { hook, room };
}

const a08: SeatedSpeaker = { requestId: 'r1', seat: 'A08' };
const a03: SeatedSpeaker = { requestId: 'r2', seat: 'A03' };

describe('[FLOOR-8] the microphone hook', () => {
  it('closes the microphone of the one before and opens that of the next', async () => {
    const system = await startSystem();
    const { hook, room } = hookTo(system);
    room.speaker = a08;
    hook.look();
    await vi.waitFor(() => expect(system.told).toHaveLength(1));
    room.speaker = a03;
    await vi.waitFor(() => {
      hook.look();
      expect(system.told).toHaveLength(3);
    });
    room.speaker = null;
    await vi.waitFor(() => {
      hook.look();
      expect(system.told).toHaveLength(4);
    });
    expect(system.told).toEqual([
      { ...a08, speaking: true, at: 1_000 },
      { ...a08, speaking: false, at: 1_000 },
      { ...a03, speaking: true, at: 1_000 },
      { ...a03, speaking: false, at: 1_000 },
    ]);
  });

  it('says nothing while nobody else speaks', async () => {
    const system = await startSystem();
    const { hook, room } = hookTo(system);
    room.speaker = a08;
    for (let time = 0; time < 3; time += 1) hook.look();
    await vi.waitFor(() => expect(system.told).toHaveLength(1));
    hook.look();
    room.speaker = a03;
    await vi.waitFor(() => {
      hook.look();
      expect(system.told).toHaveLength(3);
    });
    expect(system.attempts).toBe(3);
  });

  it('tries again while the system fails, and then tells how things stand, not what has been', async () => {
    const system = await startSystem();
    const { hook, room } = hookTo(system);
    system.status = 503;
    room.speaker = a08;
    hook.look();
    const resting = async (): Promise<() => void> =>
      vi.waitFor(() => {
        const { goOn } = room;
        if (goOn === null) throw new Error('the hook is not resting');
        room.goOn = null;
        return goOn;
      });
    (await resting())();
    const goOn = await resting();
    expect(system.attempts).toBe(2);
    room.speaker = a03;
    hook.look();
    system.status = 204;
    goOn();
    await vi.waitFor(() => expect(system.told).toEqual([{ ...a03, speaking: true, at: 1_000 }]));
  });
});
