import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/protocol/limits.ts';
import { parseUpMessage } from './live-message.ts';

const command = (type: string, payload: unknown): Buffer =>
  Buffer.from(JSON.stringify({ type: 'command', id: 'c1', command: type, payload, madeAt: 0 }));
const long = 'x'.repeat(limits.messageBytes);

describe('a message on the live channel', () => {
  it('is parsed by its schema', () => {
    expect(parseUpMessage(Buffer.from('{"type":"ping","at":5}'))).toEqual({
      ok: true,
      value: { type: 'ping', at: 5 },
    });
    expect(parseUpMessage(command('vote/open', { voteId: 'v1' })).ok).toBe(true);
  });

  it('of an unknown command is left to the room, which answers it', () => {
    expect(parseUpMessage(command('vote/forge', {})).ok).toBe(true);
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"type":"pang"}',
    '{"type":"ping"}',
    '{"type":"ping","at":-1}',
    '\u0000',
    '1e999',
  ])('%j is malformed', (text) =>
    expect(parseUpMessage(Buffer.from(text))).toEqual({ ok: false, reason: 'command/malformed' }),
  );

  it('is too large beyond 64 KiB, except for the plan of a meeting', () => {
    expect(parseUpMessage(command('vote/prepare', { title: long }))).toEqual({
      ok: false,
      reason: 'command/too-large',
    });
    expect(parseUpMessage(command('vote/prepare', { title: `${long}"meeting/create"` }))).toEqual({
      ok: false,
      reason: 'command/too-large',
    });
    expect(parseUpMessage(command('meeting/create', { title: long })).ok).toBe(true);
  });

  it('never throws, whatever the bytes are', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        expect(parseUpMessage(bytes)).toHaveProperty('ok');
      }),
    );
  });
});
