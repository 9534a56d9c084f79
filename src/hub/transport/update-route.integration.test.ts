import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateOffer, updatesOverview } from '../../shared/protocol/updates.ts';
import { hashItPassword } from '../../shared/policy/it-password.ts';
import { samplePlan } from '../room/testing/sample-plan.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import type { Actor } from '../room/log-entry.ts';
import { participantId, personId, deviceId } from '../../shared/records/ids.ts';
import { makeRelease, newTestKey } from '../updates/testing/make-release.ts';

/** A01 chairs the sample meeting. */
const chairperson: Actor = {
  deviceId: deviceId.parse('d-chair'),
  surface: 'chair',
  personId: personId.parse('n-A01'),
  participantId: participantId.parse('p-A01'),
};
const folder = temporaryFolder();
const ours = newTestKey();
const version = '1.2.0';
const exe = `NghiSu-${version}-win-x64.exe`;
const password = 'phòng họp 2026 – IT';
let hub: SeededHub;
let admin: string;
let seats: Record<'A01' | 'A02', string>;

beforeAll(async () => {
  hub = await startSeededHub(join(folder.path, 'data'), { releaseTrust: ours.trust });
  hub.store.itPassword.keep(await hashItPassword(password, new Uint8Array(16).fill(7)));
  admin = await signIn();
  const tokenAt = (seat: string) => seededTerminal(hub, 'seat', { seat }).deviceToken;
  seats = { A01: tokenAt('A01'), A02: tokenAt('A02') };
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

async function signIn(): Promise<string> {
  const response = await fetch(`${hub.url}/v1/admin/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

const asAdmin = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${hub.url}/v1/admin/updates${path}`, {
    method,
    headers: { authorization: `Admin ${admin}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};
const offer = async (token: string, runs = '1.1.0') => {
  const query = new URLSearchParams({ version: runs, installation: 'windows', stage: 'idle' });
  const response = await fetch(`${hub.url}/v1/updates/offer?${query.toString()}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.ok ? updateOffer.parse(await response.json()) : response.status;
};
const fetchFile = (token: string, name: string, range?: string) =>
  fetch(`${hub.url}/v1/updates/files/${version}/${name}`, {
    headers: { authorization: `Bearer ${token}`, ...(range === undefined ? {} : { range }) },
  });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('updates from the hub', () => {
  it('are imported and rolled out by IT alone', async () => {
    const from = makeRelease(join(folder.path, 'stick'), version, ours);
    const refused = await fetch(`${hub.url}/v1/admin/updates`, { headers: { authorization: 'Admin none' } });
    expect(refused.status).toBe(401);
    expect(await asAdmin('PUT', '/roll-out', { version, target: { to: 'all' } })).toMatchObject({
      body: { code: 'update/not-here' },
    });
    expect(await asAdmin('POST', '/import', { folder: from })).toMatchObject({
      status: 201,
      body: { version },
    });
    expect(await asAdmin('POST', '/import', { folder: folder.path })).toMatchObject({
      body: { code: 'update/not-a-release' },
    });
  });

  it('[UPD-3] are offered to the terminals named, and their files served to no other', async () => {
    expect(await offer(seats.A01)).toEqual({ version: null, isQuiet: true });
    await asAdmin('PUT', '/roll-out', { version, target: { to: 'some', terminals: ['seat:A01'] } });
    expect(await offer(seats.A01)).toEqual({ version, isQuiet: true });
    expect(await offer(seats.A02)).toEqual({ version: null, isQuiet: true });
    expect(await offer('a-stranger')).toBe(401);
    expect((await fetchFile(seats.A01, exe)).status).toBe(200);
    expect(await codeOf(await fetchFile(seats.A02, exe))).toBe('update/not-offered');
    expect((await fetchFile('a-stranger', exe)).status).toBe(401);
    expect((await fetchFile(seats.A01, 'roll-out.json')).status).toBe(404);
  });

  it('are served whole and in parts', async () => {
    const bytes = readFileSync(join(folder.path, 'stick', exe));
    expect(Buffer.from(await (await fetchFile(seats.A01, exe)).arrayBuffer()).equals(bytes)).toBe(true);
    const part = await fetchFile(seats.A01, exe, 'bytes=500000-');
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 500000-${bytes.length - 1}/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(500_000))).toBe(true);
    expect((await fetchFile(seats.A01, exe, `bytes=${bytes.length}-`)).status).toBe(416);
  });

  it('show IT which terminal runs what', async () => {
    await offer(seats.A02, '1.0.0');
    const { body } = await asAdmin('GET', '');
    const overview = updatesOverview.parse(body);
    const runs = Object.fromEntries(overview.terminals.map((one) => [one.seat ?? one.surface, one.version]));
    expect(runs).toEqual({ A01: '1.1.0', A02: '1.0.0' });
    expect(overview).toMatchObject({ hubVersion: '0.0.0', releases: [{ version }], isMeetingOpen: false });
  });

  it('say nothing more of a machine that was turned out', async () => {
    const stolen = seededTerminal(hub, 'screen');
    await offer(stolen.deviceToken, '0.9.0');
    const runs = async () =>
      updatesOverview.parse((await asAdmin('GET', '')).body).terminals.map((one) => one.surface);
    expect(await runs()).toContain('screen');
    const { credentials } = hub.store;
    const id = credentials.members().find(({ surface }) => surface === 'screen')?.id;
    credentials.revoke(id ?? deviceId.parse('d-none'), Date.now());
    expect(await runs()).not.toContain('screen');
  });

  it('[UPD-4] wait while a meeting is open, and stop at once when they are taken back', async () => {
    const meetingId = samplePlan.meeting.id;
    expect((await hub.ask({ type: 'meeting/open', payload: { meetingId } }, chairperson)).status).toBe(
      'accepted',
    );
    expect(await offer(seats.A01)).toEqual({ version, isQuiet: false });
    expect(await codeOf(await fetchFile(seats.A01, exe))).toBe('update/meeting-open');
    expect((await hub.ask({ type: 'meeting/close', payload: { meetingId } }, chairperson)).status).toBe(
      'accepted',
    );
    expect((await fetchFile(seats.A01, exe)).status).toBe(200);
    await asAdmin('PUT', '/roll-out', { version: null, target: { to: 'nobody' } });
    expect(await offer(seats.A01)).toEqual({ version: null, isQuiet: true });
    expect(await codeOf(await fetchFile(seats.A01, exe))).toBe('update/not-offered');
  });
});
