import { existsSync, readFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recoveryKeyMade, setupState } from '../../../shared/protocol/admin/room-setup.ts';
import { startSeededHub, type SeededHub } from '../../audit/seeded-room.ts';
import { readBackupKeys } from '../../backup/keep-backup-keys.ts';
import { readRestoreKey } from '../../backup/read-restore-key.ts';
import { keysOfRecoveryKey } from '../../backup/recovery-keys.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const folder = temporaryFolder();
let hub: SeededHub;
beforeAll(async () => {
  hub = await startSeededHub(folder.path, { isEmpty: true });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const wish = { name: 'Phòng họp số 2', body: 'standing-committee', password: 'Phòng họp tầng 2 – 2026' };

interface Refusal {
  readonly code: string;
  readonly host?: string;
}

/** As a client that says what host it means, and from where. */
function send(
  method: 'GET' | 'POST',
  body?: unknown,
  host = '127.0.0.1',
): Promise<{ status: number; body: unknown }> {
  const { port } = new URL(hub.url);
  return new Promise((resolve, reject) => {
    const headers = { host, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const request = ask({ method, host: '127.0.0.1', port, path: '/v1/admin/setup', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) }),
      );
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

describe('making a room at the page of its hub', () => {
  it('offers the kinds of bodies while nobody has set a password', async () => {
    const { status, body } = await send('GET');
    expect(status).toBe(200);
    expect(setupState.parse(body)).toMatchObject({ isOpen: true });
    expect(setupState.parse(body).bodies).toContainEqual({
      id: 'standing-committee',
      name: 'Ban Thường vụ Tỉnh ủy',
    });
  });

  it.each([
    ['a name of another site that leads here', wish, { host: 'evil.example', code: 'setup/not-here' }],
    ['no name', { ...wish, name: ' ' }, { code: 'command/malformed' }],
    ['a body that is none', { ...wish, body: 'club' }, { code: 'command/malformed' }],
    ['a weak password', { ...wish, password: '12345' }, { code: 'policy/password-short' }],
  ])('refuses %s, and makes nothing', async (_what, tried, { code, host = '127.0.0.1' }: Refusal) => {
    expect(await send('POST', tried, host)).toMatchObject({ status: expect.any(Number), body: { code } });
    expect([existsSync(join(folder.path, 'it-password.txt')), readBackupKeys(folder.path)]).toEqual([
      false,
      null,
    ]);
  });

  it('makes it once: password, recovery key and its page; then never again', async () => {
    const { status, body } = await send('POST', wish);
    expect(status).toBe(201);
    const { recoveryKey, page } = recoveryKeyMade.parse(body);
    expect(page).toContain(recoveryKey);
    expect(page).toContain('Phòng họp số 2');
    expect(page).toContain('Ban Thường vụ Tỉnh ủy');
    const key = readRestoreKey(recoveryKey);
    if (!key.ok) throw new Error(key.reason);
    expect(readBackupKeys(folder.path)).toEqual((await keysOfRecoveryKey(key.value)).kept);
    expect(readFileSync(join(folder.path, 'it-password.txt'), 'utf8')).toMatch(/^\$argon2id\$/);
    expect(hub.lines.join('\n')).not.toContain(recoveryKey);

    expect(await send('POST', { ...wish, password: 'another good one 12' })).toMatchObject({
      status: 409,
      body: { code: 'setup/done' },
    });
    expect(await send('GET')).toEqual({ status: 200, body: { isOpen: false, bodies: [] } });
    const signedIn = await fetch(`${hub.url}/v1/admin/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: wish.password }),
    });
    expect(signedIn.status).toBe(201);
  });
});
