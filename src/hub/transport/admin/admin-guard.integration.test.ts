import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminIdleMs, adminSession, unattendedHeader } from '../../../shared/protocol/admin/session.ts';
import { startSeededHub, type SeededHub } from '../../audit/seeded-room.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const folder = temporaryFolder();
const password = 'phòng họp 2026 – IT';
let hub: SeededHub;
let clock = 1_790_000_000_000;
/** The address limiter forgets nothing by itself: tests that guess move the clock past it. */
const afterTheWait = 900_000;

/** With the least work that a hub accepts. */
const cheapHash = (text: string): Promise<string> =>
  argon2id({
    password: text.normalize('NFC'),
    salt: randomBytes(16),
    memorySize: 19 * 1024,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  });

beforeAll(async () => {
  hub = await startSeededHub(folder.path, { now: () => clock });
  hub.store.itPassword.keep(await cheapHash(password));
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) => {
  const response = await fetch(`${hub.url}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown), response };
};
const signIn = async (tried = password) => {
  const { status, body } = await ask('POST', '/v1/admin/session', {}, { password: tried });
  return { status, body };
};
const tokenOf = (body: unknown): string => adminSession.parse(body).token;
const as = (token: string) => ({ authorization: `Admin ${token}` });
const isIn = async (token: string, headers: Record<string, string> = {}): Promise<boolean> =>
  (await ask('GET', '/v1/admin/session', { ...as(token), ...headers })).status === 204;

describe('signing in as IT', () => {
  it('with the password begins a session, which the log tells with its address', async () => {
    const { status, body } = await signIn();
    expect(status).toBe(201);
    expect(await isIn(tokenOf(body))).toBe(true);
    expect(hub.lines.filter((line) => line.includes('"admin/signed-in"')).at(-1)).toContain(
      '"address":"127.0.0.1"',
    );
    expect(hub.lines.join('\n')).not.toContain(tokenOf(body));
  });

  it('ends when it is asked to', async () => {
    const token = tokenOf((await signIn()).body);
    expect((await ask('DELETE', '/v1/admin/session', as(token))).status).toBe(204);
    expect(await isIn(token)).toBe(false);
  });

  it('ends after half an hour in which its person did nothing, whatever the page asks by itself', async () => {
    const token = tokenOf((await signIn()).body);
    clock += adminIdleMs - 1;
    expect(await isIn(token)).toBe(true);
    clock += adminIdleMs - 1;
    expect(await isIn(token, { [unattendedHeader]: '1' })).toBe(true);
    clock += 1;
    expect(await isIn(token, { [unattendedHeader]: '1' })).toBe(false);
    expect(await isIn(token)).toBe(false);
  });

  it('with wrong passwords makes the address wait, even with the right one', async () => {
    for (let time = 0; time < 5; time += 1) {
      expect(await signIn('mật khẩu khác')).toMatchObject({
        status: 403,
        body: { code: 'admin/wrong-password' },
      });
    }
    const { status, body } = await signIn();
    expect([status, body]).toMatchObject([
      429,
      { code: 'access/too-many-attempts', retryAfterMs: expect.any(Number) },
    ]);
    clock += afterTheWait;
    expect((await signIn()).status).toBe(201);
    expect(hub.lines.join('\n')).not.toContain('mật khẩu khác');
  });

  it('is malformed without a password', async () => {
    expect((await ask('POST', '/v1/admin/session', {}, {})).status).toBe(400);
  });
});

describe('changing the IT password', () => {
  const change = (token: string, old: string, next: string) =>
    ask('PUT', '/v1/admin/password', as(token), { password: old, newPassword: next });

  it('wants the old one, refuses a weak one, and ends every other session', async () => {
    const token = tokenOf((await signIn()).body);
    const other = tokenOf((await signIn()).body);
    expect(await change(token, 'not the old one', 'một mật khẩu tốt')).toMatchObject({ status: 403 });
    expect(await change(token, password, '1234567890')).toMatchObject({
      status: 422,
      body: { code: 'policy/password-simple' },
    });
    expect(await isIn(other)).toBe(true);
    expect((await change(token, password, 'một mật khẩu tốt')).status).toBe(204);
    expect([await isIn(token), await isIn(other)]).toEqual([true, false]);
    expect((await signIn()).status).toBe(403);
    expect((await change(token, 'một mật khẩu tốt', password)).status).toBe(204);
  });
});

describe('a room without an IT password', () => {
  it('says how to set one, whatever is tried', async () => {
    const empty = temporaryFolder();
    const bare = await startSeededHub(empty.path, { isEmpty: true });
    const response = await fetch(`${bare.url}/v1/admin/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'bất kỳ' }),
    });
    const body: unknown = await response.json();
    expect(body).toMatchObject({ code: 'admin/no-password', vi: expect.stringContaining('it-password') });
    await bare.stop();
    empty.remove();
  });
});
