import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundHub, FoundTicket, PairingStep } from '../../shared/bridge/pairing-ipc.ts';
import type { PairingTicket } from '../../shared/protocol/pairing.ts';
import { seatLabel, sha256 } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused } from '../../shared/std/result.ts';
import { createSignal } from '../../shared/std/signal.ts';
import { createTestAuthority, type TestAuthority } from '../hub-link/testing/test-authority.ts';
import { makeDeviceRequest, type DeviceRequest } from './device-request.ts';
import { PairingSession, type PairingSessionPorts } from './pairing-session.ts';
import type { PairingLineOptions } from './pairing-line.ts';
import type { Pairing } from './pairing.ts';
import { createTestPairingHub, testSecret, type TestPairingHub } from './testing/test-pairing-hub.ts';

let authority: TestAuthority;
let request: DeviceRequest;
let hub: TestPairingHub;
let kept: Pairing[];
let paired: Pairing[];
let reached: PairingLineOptions[];
/** How reaching a door ends; null reaches the hub. */
let unreached: RefusalCode | null;
let due: Array<() => void>;
let closed: number;

const ticket = (): PairingTicket => ({
  version: 1,
  roomName: 'Phòng họp số 1',
  addresses: ['10.0.0.5', '192.168.1.10'],
  pairingPort: 4871,
  authoritySha256: sha256.parse(hub.door.authoritySha256),
  secret: Buffer.from(testSecret).toString('base64'),
  expiresAt: 0,
});

function open(part: Partial<PairingSessionPorts> = {}): PairingSession {
  return new PairingSession({
    machineName: 'MAY-07',
    macs: [],
    proposed: null,
    notice: null,
    authoritySha256: null,
    hubs: createSignal<readonly FoundHub[]>([]),
    tickets: createSignal<readonly FoundTicket[]>([]),
    timers: {
      now: () => 0,
      after(_ms, run) {
        due.push(run);
        return () => void due.splice(0, due.length, ...due.filter((each) => each !== run));
      },
    },
    async openLine(options) {
      reached.push(options);
      if (unreached !== null) return refused(unreached);
      return ok({ door: hub.door, ask: (path, body) => hub.ask(path, body), close: () => (closed += 1) });
    },
    makeRequest: async () => request,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    readTicket: async () => ticket(),
    keep: async (pairing) => void kept.push(pairing),
    onPaired: (pairing) => void paired.push(pairing),
    onTrouble: () => undefined,
    ...part,
  });
}

const stepOf = (session: PairingSession): PairingStep => session.screen.get().step;
const until = async (session: PairingSession, is: PairingStep['is']): Promise<PairingStep> => {
  await expect.poll(() => stepOf(session).is).toBe(is);
  return stepOf(session);
};
/** Lets the next timer run. */
const pass = (): void => due.shift()?.();

beforeAll(async () => {
  authority = await createTestAuthority();
  request = await makeDeviceRequest();
});
beforeEach(() => {
  hub = createTestPairingHub(authority);
  [kept, paired, reached, due, unreached, closed] = [[], [], [], [], null, 0];
});

describe('a machine on its way into a room', () => {
  it('shows the code, and is paired once IT has accepted and it is on the disk', async () => {
    const session = open();
    session.choosePlace({ surface: 'seat', seat: seatLabel.parse('A07') });
    session.begin('192.168.1.10');
    const comparing = await until(session, 'comparing');
    expect(comparing).toMatchObject({ code: hub.code(), target: '192.168.1.10:4871', byTicket: false });
    pass();
    await expect.poll(() => due.length).toBe(1);
    hub.decide('accept');
    pass();
    expect(await until(session, 'accepted')).toMatchObject({ roomName: 'Phòng họp số 1', seat: 'A07' });
    expect([kept.length, paired.length]).toEqual([1, 0]);
    pass();
    expect(paired).toEqual(kept);
  });

  it.each(['refused', 'expired'] as const)(
    'says that it was %s, and can be tried again',
    async (decision) => {
      const session = open();
      session.begin('hub');
      await until(session, 'comparing');
      hub.decide(decision);
      pass();
      expect(await until(session, 'choosing')).toMatchObject({
        failure: `terminal/${decision}`,
        triesAgain: false,
      });
      expect([kept.length, closed]).toEqual([0, 1]);
      hub = createTestPairingHub(authority);
      session.begin('hub');
      await until(session, 'comparing');
    },
  );

  it('is not paired when the disk refuses', async () => {
    const session = open({ keep: () => Promise.reject(new Error('ENOSPC')) });
    session.begin('hub');
    await until(session, 'comparing');
    hub.decide('accept');
    pass();
    expect(await until(session, 'choosing')).toMatchObject({ failure: 'terminal/not-kept' });
    expect(paired).toEqual([]);
  });

  it('knows an address that is none, and a hub that is away', async () => {
    const session = open();
    session.begin('a b');
    expect(stepOf(session)).toMatchObject({ failure: 'terminal/bad-address' });
    unreached = 'terminal/hub-away';
    session.begin('hub');
    expect(stepOf(session).is).toBe('reaching');
    expect(await until(session, 'choosing')).toMatchObject({ failure: 'terminal/hub-away' });
  });

  it('waits through the silence of a hub, and not for ever', async () => {
    const session = open();
    session.begin('hub');
    await until(session, 'comparing');
    hub.ask = () => Promise.reject(new Error('ECONNRESET'));
    for (let silence = 0; silence <= 20; silence += 1) {
      await expect.poll(() => due.length).toBe(1);
      expect(stepOf(session).is).toBe('comparing');
      pass();
    }
    expect(await until(session, 'choosing')).toMatchObject({ failure: 'terminal/hub-away' });
  });

  it('gives up when it is told to, and what is heard later counts no more', async () => {
    const session = open();
    session.begin('hub');
    await until(session, 'comparing');
    session.stop();
    expect(stepOf(session)).toMatchObject({ is: 'choosing', failure: null });
    expect([due.length, closed]).toEqual([0, 1]);
    session.begin('hub');
    session.stop();
    await expect.poll(() => closed).toBe(2);
    expect(stepOf(session)).toMatchObject({ is: 'choosing', failure: null });
  });

  it('is what IT has said, whoever stands before it', async () => {
    const session = open({ proposed: { surface: 'screen', seat: null } });
    session.choosePlace({ surface: 'chair', seat: null });
    expect(session.screen.get()).toMatchObject({ surface: 'screen', placeIsFixed: true });
  });
});

describe('a machine with a pairing ticket', () => {
  it('asks at every address of the ticket, for the authority of the ticket', async () => {
    const session = open();
    await session.beginByTicket('/media/usb/nghisu-pairing.json');
    expect(await until(session, 'comparing')).toMatchObject({ byTicket: true, target: 'Phòng họp số 1' });
    expect(hub.isByTicket()).toBe(true);
    expect(reached[0]).toMatchObject({
      authoritySha256: hub.door.authoritySha256,
      addresses: [
        { host: '10.0.0.5', port: 4871 },
        { host: '192.168.1.10', port: 4871 },
      ],
    });
  });

  it('says that a ticket is damaged', async () => {
    const session = open({ readTicket: async () => 'damaged' });
    await session.beginByTicket('/media/usb/nghisu-pairing.json');
    expect(stepOf(session)).toMatchObject({ failure: 'terminal/ticket-damaged', triesAgain: false });
    expect(reached).toEqual([]);
  });

  it('reaches out to nobody with a ticket of another room than the one that IT has pinned', async () => {
    const session = open({ authoritySha256: 'ab'.repeat(32) });
    await session.beginByTicket('/media/usb/nghisu-pairing.json');
    expect(await until(session, 'choosing')).toMatchObject({ failure: 'terminal/ticket-of-another-room' });
    expect(reached).toEqual([]);
  });

  it('goes on by itself until the room is open for pairing, or a person does something else', async () => {
    const session = open();
    unreached = 'terminal/hub-away';
    await session.beginByOwnTicket('/etc/nghisu/nghisu-pairing.json');
    expect(await until(session, 'choosing')).toMatchObject({ triesAgain: true });
    pass();
    await until(session, 'reaching');
    await until(session, 'choosing');
    unreached = null;
    pass();
    await until(session, 'comparing');
    session.stop();
    expect([stepOf(session), due.length]).toEqual([{ is: 'choosing', failure: null, triesAgain: false }, 0]);
  });
});
