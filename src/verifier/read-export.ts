import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { canonical, list, member, Refusal, text, whole, type Json } from './canonical.ts';

/** One entry of the log, its hash checked. */
export interface Entry {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  readonly type: string;
  readonly payload: Json;
  readonly actor: Json;
}

/** A log that is whole and signed. */
export interface Export {
  readonly roomId: string;
  /** The room's public key, in hexadecimal. */
  readonly key: string;
  /** Keys of before, that announcements in it are signed with. */
  readonly olderKeys: readonly string[];
  readonly head: { readonly seq: number; readonly hash: string };
  readonly entries: readonly Entry[];
}

const format = 'nghisu-log/1';

/**
 * Reads an exported log. Throws a {@link Refusal} at the first thing that is not as the room wrote it.
 * @param knownKeys the public keys that the room is known to have or to have had; none to take the one that the file names
 */
export function readExport(bytes: Uint8Array, knownKeys: readonly string[]): Export {
  const lines = linesOf(bytes);
  const [first, ...rest] = lines;
  const last = rest.pop();
  if (first === undefined || last === undefined) throw new Refusal('the file is too short');
  if (text(first.value, 'format') !== format) throw new Refusal('not an exported log');
  const key = text(first.value, 'key');
  const roomId = text(first.value, 'roomId');
  mustHave(first.value, ['format', 'key', 'roomId'], 1);
  if (knownKeys.length > 0 && !knownKeys.includes(key))
    throw new Refusal('signed with another key than the one given');
  const entries = rest.map(({ value }, at) => entryOf(value, at + 1));
  mustFollow(entries);
  const head = headOf(last.value);
  const end = entries.at(-1);
  if (head.seq !== (end?.seq ?? 0) || head.hash !== (end?.hash ?? '0'.repeat(64)))
    throw new Refusal('the end of the log is not the one that was signed');
  const before = createHash('sha256').update(bytes.subarray(0, last.begin)).digest('hex');
  const signed = canonical(['nghisu/export/1', roomId, head.seq, head.hash, before]);
  mustBeSigned(key, signed, text(last.value, 'signature'), 'the signature of the file');
  const signedWith = entries.flatMap((entry) => checkAnnouncement(entry, [key, ...knownKeys]));
  const olderKeys = [...new Set(signedWith)].filter((one) => one !== key);
  return { roomId, key, olderKeys, head, entries };
}

interface Line {
  readonly value: Json;
  /** Where it begins in the file, in bytes. */
  readonly begin: number;
}

function linesOf(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  for (let begin = 0; begin < bytes.length;) {
    const end = bytes.indexOf(0x0a, begin);
    if (end < 0) throw new Refusal('the last line is cut off');
    lines.push({ value: valueOf(bytes.subarray(begin, end), lines.length + 1), begin });
    begin = end + 1;
  }
  return lines;
}

function valueOf(bytes: Uint8Array, at: number): Json {
  let line: string;
  let value: Json;
  try {
    line = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(line) as Json;
  } catch {
    throw new Refusal(`line ${at} is not JSON`);
  }
  if (canonical(value) !== line) throw new Refusal(`line ${at} is not written as the room writes it`);
  return value;
}

const entryMembers = [
  'actor',
  'at',
  'commandId',
  'epoch',
  'hash',
  'intent',
  'payload',
  'prev',
  'seq',
  'type',
];

function entryOf(value: Json, seq: number): Entry {
  mustHave(value, entryMembers, seq + 1);
  const hash = text(value, 'hash');
  const without = Object.fromEntries(
    Object.entries(value as { readonly [name: string]: Json }).filter(([name]) => name !== 'hash'),
  );
  const found = createHash('sha256').update(canonical(without), 'utf8').digest('hex');
  if (found !== hash) throw new Refusal(`entry ${seq} was changed`);
  return {
    seq: whole(value, 'seq'),
    prev: text(value, 'prev'),
    hash,
    type: text(value, 'type'),
    payload: member(value, 'payload') ?? null,
    actor: member(value, 'actor') ?? null,
  };
}

function mustHave(value: Json, names: readonly string[], line: number): void {
  const found = typeof value === 'object' && value !== null ? Object.keys(value).sort() : [];
  if (found.join() !== [...names].sort().join()) throw new Refusal(`line ${line} has other members`);
}

function mustFollow(entries: readonly Entry[]): void {
  let prev = '0'.repeat(64);
  entries.forEach((entry, at) => {
    if (entry.seq !== at + 1 || entry.prev !== prev) throw new Refusal(`entry ${at + 1} does not follow`);
    prev = entry.hash;
  });
}

function headOf(value: Json): Export['head'] {
  mustHave(value, ['head', 'signature'], 0);
  const head = member(value, 'head');
  return { seq: whole(head, 'seq'), hash: text(head, 'hash') };
}

/**
 * An announcement names the entry before it, and the room signed that. Logs of before have none. Gives the key that it is
 * signed with: a key that nobody has vouched for proves nothing, since anybody can make one.
 */
function checkAnnouncement({ type, payload, seq, prev }: Entry, keys: readonly string[]): string[] {
  const head = member(payload, 'head');
  if (type !== 'vote/announced' || head === undefined) return [];
  if (whole(head, 'seq') !== seq - 1 || text(head, 'hash') !== prev)
    throw new Refusal(`the announcement at entry ${seq} names another place in the log`);
  const signature = member(payload, 'signature');
  const key = text(signature, 'key');
  if (!keys.includes(key)) throw new Refusal(strangeKey(seq, key, keys));
  const signed = canonical(['nghisu/announcement/1', text(payload, 'voteId'), seq - 1, prev]);
  mustBeSigned(key, signed, text(signature, 'value'), `the announcement at entry ${seq}`);
  return [key];
}

function strangeKey(seq: number, key: string, keys: readonly string[]): string {
  const asked = [...new Set([...keys, key])].map((one) => `--key ${one}`).join(' ');
  return `the announcement at entry ${seq} is signed with another key, ${key}. If the room is known to have had that key before it lost it, verify again with ${asked}`;
}

function mustBeSigned(key: string, signed: string, signature: string, what: string): void {
  if (!/^[0-9a-f]{128}$/.test(signature)) throw new Refusal(`${what} is not one`);
  const isGood = verify(null, Buffer.from(signed, 'utf8'), publicKey(key), Buffer.from(signature, 'hex'));
  if (!isGood) throw new Refusal(`${what} does not verify`);
}

function publicKey(key: string): KeyObject {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Refusal('the key is not one');
  const x = Buffer.from(key, 'hex').toString('base64url');
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    throw new Refusal('the key is not one');
  }
}

/** The items of a list that must be text. */
export function texts(value: Json | undefined, name: string): readonly string[] {
  return list(value, name).map((one) => {
    if (typeof one !== 'string') throw new Refusal(`${name} holds what is no text`);
    return one;
  });
}
