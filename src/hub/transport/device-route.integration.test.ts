import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registration } from '../../shared/protocol/http.ts';
import { attach, openLine, registerTerminal } from '../audit/protocol-client.ts';
import { seededRoomCode, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folder = temporaryFolder();
let hub: SeededHub;
let clock = 1_790_000_000_000;
beforeAll(async () => {
  hub = await startSeededHub(folder.path, { now: () => clock });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const register = (body: unknown): Promise<Response> =>
  fetch(`${hub.url}/v1/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('registering a terminal', () => {
  it('takes the code of the room as people type it', async () => {
    const response = await register({ roomCode: 'k7m2-qx4d ', surface: 'chair', seat: null });
    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(registration.parse(await response.json()).roomId).toBe('room-seeded');
  });

  it('refuses a wrong code, and after ten of them makes the address wait', async () => {
    const statuses: number[] = [];
    for (let made = 0; made < 11; made += 1) {
      statuses.push((await register({ roomCode: 'WRONG000', surface: 'screen', seat: null })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429]);
    const waiting = await register({ roomCode: seededRoomCode, surface: 'screen', seat: null });
    expect(waiting.headers.get('retry-after')).toBe('10');
    expect(await waiting.json()).toMatchObject({ code: 'access/too-many-attempts', retryAfterMs: 10_000 });
    clock += 10_000;
    expect((await register({ roomCode: seededRoomCode, surface: 'screen', seat: null })).status).toBe(201);
  });

  it.each([
    [{ roomCode: seededRoomCode, surface: 'seat', seat: null }],
    [{ roomCode: seededRoomCode, surface: 'chair', seat: 'A01' }],
    [{ roomCode: seededRoomCode, surface: 'toaster', seat: null }],
    [{ roomCode: seededRoomCode, surface: 'seat', seat: 'a1' }],
    [{ roomCode: seededRoomCode, surface: 'screen', seat: null, more: 1 }],
    [[]],
    [null],
  ])('refuses %j as malformed', async (body) => {
    const response = await register(body);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'command/malformed' }]);
  });

  it('gives a seat to another terminal only while the one that has it is not linked', async () => {
    const request = { roomCode: seededRoomCode, surface: 'seat' as const, seat: seatLabel.parse('A02') };
    const first = await registerTerminal(hub.url, request);
    const line = await attach(first);
    expect(await (await register(request)).json()).toMatchObject({ code: 'access/seat-taken' });
    line.close();
    await expect.poll(() => hub.room.devices().some((device) => device.linked)).toBe(false);
    const second = await registerTerminal(hub.url, request);
    const old = await openLine(hub.url);
    const { deviceToken, sessionToken } = first;
    old.send({ type: 'hello', protocol: 1, deviceToken, sessionToken, epochSeen: 0, have: null });
    expect(await old.next('rejected')).toMatchObject({ code: 'access/unknown-device' });
    (await attach(second)).close();
  });

  it('[INV-7] writes no token and no code to the log', () => {
    const text = hub.lines.join('\n');
    expect(text).toContain('device/admitted');
    expect(text).not.toContain(seededRoomCode);
    expect(text).not.toMatch(/[\w-]{43}/);
  });
});
