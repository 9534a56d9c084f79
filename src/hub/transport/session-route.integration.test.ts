import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { participantId } from '../../shared/records/ids.ts';
import { signedIn, signInChoices } from '../../shared/protocol/http.ts';
import {
  attach,
  headersOf,
  proofFor,
  signInAt,
  type Person,
  type Terminal,
} from '../audit/protocol-client.ts';
import { seededPin, seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { read } from '../room/room-state.ts';
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

const post = async (terminal: Terminal, who: Person): Promise<[number, unknown]> =>
  send(terminal, await proofFor(terminal, who));
const send = async (terminal: Terminal, body: unknown): Promise<[number, unknown]> => {
  const response = await fetch(`${hub.url}/v1/sessions`, {
    method: 'POST',
    headers: { ...headersOf(terminal), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [response.status, await response.json()];
};
const person = (id: string): Person => ({
  participantId: participantId.parse(id),
  pin: seededPin,
});

describe('signing in', () => {
  it('at the own seat with the right PIN makes a person present', async () => {
    const seat = seededTerminal(hub, 'seat', { seat: 'A03' });
    const [status, body] = await post(seat, person('p-A03'));
    expect(status).toBe(201);
    expect(signedIn.parse(body).participantId).toBe('p-A03');
    expect(read(hub.room.state(), 'attendance', 'p-A03')?.state).toBe('present');
    const line = await attach({ ...seat, sessionToken: signedIn.parse(body).sessionToken });
    expect(hub.room.devices()).toContainEqual(
      expect.objectContaining({ participantId: 'p-A03', linked: true }),
    );
    line.close();
  });

  it('at a wrong seat says where the right one is, and does not look at the PIN', async () => {
    const seat = seededTerminal(hub, 'seat', { seat: 'A04' });
    expect(await post(seat, { ...person('p-A07'), pin: '0000' })).toMatchObject([
      403,
      { code: 'access/wrong-seat', seat: 'A07' },
    ]);
  });

  it('[SEAT-3] is refused at a second seat, and says where the person sits already', async () => {
    expect((await post(seededTerminal(hub, 'seat', { seat: 'A12' }), person('p-A12')))[0]).toBe(201);
    const second = seededTerminal(hub, 'seat', { seat: 'A13' });
    expect(await post(second, person('p-A12'))).toMatchObject([
      409,
      { code: 'access/signed-in-elsewhere', seat: 'A12' },
    ]);
  });

  it.each([
    ['chair', 'p-A01', 201],
    ['chair', 'p-A02', 403],
    ['clerk', 'p-clerk', 201],
    ['clerk', 'p-A01', 403],
    ['screen', 'p-A01', 403],
  ] as const)('at the %s is for its role: %s gets %d', async (surface, id, status) => {
    expect((await post(seededTerminal(hub, surface), person(id)))[0]).toBe(status);
  });

  it('is refused to nobody, and to devices that nobody knows', async () => {
    const seat = seededTerminal(hub, 'seat', { seat: 'A05' });
    expect(await post(seat, person('p-nobody'))).toMatchObject([404, { code: 'participant/unknown' }]);
    const stranger = { ...seat, deviceToken: 'x'.repeat(43) };
    const right = await proofFor(seat, person('p-A05'));
    expect(await send(stranger, right)).toMatchObject([401, { code: 'access/unknown-device' }]);
    for (const wrong of [{ proof: '12' }, { pin: seededPin }, { keys: '' }]) {
      expect(await send(seat, { ...right, ...wrong })).toMatchObject([400, { code: 'command/malformed' }]);
    }
  });

  it('ends the session that the device had before', async () => {
    const chair = seededTerminal(hub, 'chair', { person: 'p-A01' });
    const before = await attach(chair);
    const after = await signInAt({ ...chair, sessionToken: null }, person('p-A01'));
    const response = await fetch(`${hub.url}/v1/sessions`, { method: 'DELETE', headers: headersOf(chair) });
    expect(await response.json()).toMatchObject({ code: 'access/not-signed-in' });
    expect(after.sessionToken).not.toBe(chair.sessionToken);
    before.close();
  });
});

describe('guessing a PIN', () => {
  it('has to wait after five wrong ones, longer each time, and the right one has to wait as well', async () => {
    const seat = seededTerminal(hub, 'seat', { seat: 'A08' });
    const wrong = { ...person('p-A08'), pin: '999999' };
    for (let made = 0; made < 5; made += 1) {
      expect(await post(seat, wrong)).toMatchObject([403, { code: 'access/wrong-pin' }]);
    }
    expect(await post(seat, person('p-A08'))).toMatchObject([
      429,
      { code: 'access/too-many-attempts', retryAfterMs: 30_000 },
    ]);
    clock += 30_000;
    expect(await post(seat, wrong)).toMatchObject([403, {}]);
    expect(await post(seat, wrong)).toMatchObject([429, { retryAfterMs: 60_000 }]);
    clock += 60_000;
    expect((await post(seat, person('p-A08')))[0]).toBe(201);
  });

  it('gains nothing by asking many times at once, nor with another terminal at the same place', async () => {
    const wrong = { ...person('p-A09'), pin: '999999' };
    const seat = seededTerminal(hub, 'seat', { seat: 'A09' });
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(seat, wrong)));
    expect(answers.filter(([status]) => status === 403)).toHaveLength(5);
    const another = seededTerminal(hub, 'seat', { seat: 'A09' });
    expect((await post(another, wrong))[0]).toBe(429);
  });

  it('[INV-7] leaves no PIN and no token in the log', () => {
    const text = hub.lines.join('\n');
    expect(text).toContain('access/wrong-pin');
    for (const secret of [seededPin, '999999']) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[\w-]{43}/);
  });
});

describe('signing out', () => {
  let clerk: Terminal;
  beforeEach(() => void (clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' })));

  it('ends the session and every line that was opened with it', async () => {
    const line = await attach(clerk);
    const response = await fetch(`${hub.url}/v1/sessions`, { method: 'DELETE', headers: headersOf(clerk) });
    expect(response.status).toBe(204);
    await line.closed;
    const again = await attach(clerk);
    expect(hub.room.devices()).toContainEqual(
      expect.objectContaining({ surface: 'clerk', participantId: null, linked: true }),
    );
    again.close();
  });
});

describe('the people offered at a terminal', () => {
  const offered = async (terminal: Terminal): Promise<string[]> => {
    const response = await fetch(`${hub.url}/v1/participants`, { headers: headersOf(terminal) });
    return signInChoices.parse(await response.json()).participants.map((one) => one.participantId);
  };

  it('are those of its role at a console, and nobody at the screen', async () => {
    expect(await offered(seededTerminal(hub, 'chair'))).toEqual(['p-A01']);
    expect(await offered(seededTerminal(hub, 'clerk'))).toEqual(['p-clerk']);
    expect(await offered(seededTerminal(hub, 'screen'))).toEqual([]);
  });

  it('are everybody with a seat at a seat, its own person first', async () => {
    const ids = await offered(seededTerminal(hub, 'seat', { seat: 'A11' }));
    expect(ids[0]).toBe('p-A11');
    expect(ids).toHaveLength(17);
    expect(ids).not.toContain('p-clerk');
  });
});
