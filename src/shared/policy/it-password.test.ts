import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { Fault } from '../std/must.ts';
import { hashItPassword, isItPassword, isItPasswordHash, readItPassword } from './it-password.ts';

const password = 'Sơn La 2026, tầng 3';
const salt = new Uint8Array(16).fill(7);

const encode = (memorySize: number, iterations: number, bytes = 16): Promise<string> =>
  argon2id({
    password: password.normalize('NFC'),
    salt: new Uint8Array(bytes).fill(7),
    memorySize,
    iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  });

describe('an IT password', () => {
  it.each([password, 'khongdau12', 'đ'.repeat(8) + 'abcd', 'x y z 1 2 3'])('takes %j', (text) => {
    expect(readItPassword(text)).toEqual({ ok: true, value: text.normalize('NFC') });
  });

  it.each([
    ['', 'policy/password-short'],
    ['123456789', 'policy/password-short'],
    ['ab1'.repeat(50), 'policy/password-long'],
    [' Sonla20266', 'policy/password-characters'],
    ['Sonla20266 ', 'policy/password-characters'],
    ['Sonla\u00072026', 'policy/password-characters'],
    ['Sonla\n20266', 'policy/password-characters'],
    ['Sonla\u202e2026', 'policy/password-characters'],
    ['aaaaaaaaaaaa', 'policy/password-simple'],
    ['abababababab', 'policy/password-simple'],
    ['1234567890', 'policy/password-simple'],
    ['0987654321', 'policy/password-simple'],
    ['abcdefghijkl', 'policy/password-simple'],
  ])('refuses %j as %s', (text, code) => {
    expect(readItPassword(text)).toEqual({ ok: false, reason: code });
  });

  it('is known by its hash however the keyboard composes its letters', async () => {
    const encoded = await hashItPassword(password.normalize('NFD'), salt);
    expect(encoded).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await isItPassword(password.normalize('NFC'), encoded)).toBe(true);
    expect(await isItPassword(`${password}.`, encoded)).toBe(false);
    expect(await isItPassword('', encoded)).toBe(false);
  });

  it('has another hash with another salt', async () => {
    expect(await hashItPassword(password, salt)).not.toBe(await hashItPassword(password, randomBytes(16)));
  });

  it('that is refused is never hashed', async () => {
    await expect(hashItPassword('short', salt)).rejects.toThrow(Fault);
    await expect(hashItPassword(password, new Uint8Array(8))).rejects.toThrow(Fault);
  });

  it('is known by a hash that another tool made with the least cost', async () => {
    const encoded = await encode(19 * 1024, 2);
    expect(isItPasswordHash(encoded)).toBe(true);
    expect(await isItPassword(password, encoded)).toBe(true);
  });
});

describe('a hash in a settings file', () => {
  it.each([
    ['too little memory', () => encode(19 * 1024 - 1, 2)],
    ['one pass', () => encode(19 * 1024, 1)],
    ['a short salt', () => encode(19 * 1024, 2, 8)],
  ] satisfies [string, () => Promise<string>][])('%s opens nothing', async (_what, make) => {
    const encoded = await make();
    expect(isItPasswordHash(encoded)).toBe(false);
    expect(await isItPassword(password, encoded)).toBe(false);
  });

  it.each(['', 'mat khau', '$argon2id$', '$2b$10$abcdefghijklmnopqrstuv'])('%j is none', async (text) => {
    expect(isItPasswordHash(text)).toBe(false);
    expect(await isItPassword(password, text)).toBe(false);
  });

  it('may not ask for more work than a machine can do', async () => {
    const encoded = await encode(19 * 1024, 2);
    expect(isItPasswordHash(encoded.replace('m=19456', 'm=9999999'))).toBe(false);
    expect(isItPasswordHash(encoded.replace('t=2', 't=99'))).toBe(false);
    expect(isItPasswordHash(encoded.replace('argon2id', 'argon2i'))).toBe(false);
  });
});
