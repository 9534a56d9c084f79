import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../shared/std/canonical-json.ts';
import { commandId, deviceId, participantId, personId } from '../../shared/records/ids.ts';
import { genesisHash, hashedText, wholeText, type Actor, type LogEntry } from './log-entry.ts';

const someone: Actor = {
  surface: 'seat',
  personId: personId.parse('n-A01'),
  participantId: participantId.parse('p-A01'),
  deviceId: deviceId.parse('d1'),
};
const nobody: Actor = { deviceId: null, surface: null, personId: null, participantId: null };

it('[LOG-2] what is hashed is the canonical entry without its hash, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.boolean(), (text, number, isHub) => {
      const entry: Omit<LogEntry, 'hash'> = {
        type: 'command/refused',
        payload: { command: text, code: 'meeting/closed' },
        epoch: number + 1,
        seq: number + 2,
        at: number,
        commandId: commandId.parse('c1'),
        intent: 'ab'.repeat(32),
        actor: isHub ? nobody : someone,
        prev: genesisHash,
      };
      expect(hashedText(entry)).toBe(canonicalJson(entry));
      const whole = { ...entry, hash: 'f'.repeat(64) };
      expect(JSON.parse(wholeText(hashedText(entry), whole.hash))).toEqual(whole);
    }),
  );
});
