import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { genesisHash, hashedText, wholeText, type LogEntry } from '../room/log-entry.ts';
import { LogFull, type LogPort } from '../room/ports.ts';
import { commandId, meetingId } from '../../shared/records/ids.ts';
import { sha256Text } from './check-log.ts';

/** A log in the hands of the contract: it can be closed and opened again on the same disk, and the disk can be filled. */
export interface LogUnderTest {
  readonly log: LogPort;
  /** Closes the log and opens it again on the same disk. */
  reopen(): LogUnderTest;
  /** Leaves no room on the disk, or makes room again. */
  setFull(isFull: boolean): void;
  end(): void;
}

/** A chain of `count` entries that follow `after`, for tests of logs. */
export function chainAfter(after: LogEntry | null, count: number): LogEntry[] {
  const entries: LogEntry[] = [];
  let last = after;
  for (let made = 0; made < count; made += 1) {
    last = entryAfter(last);
    entries.push(last);
  }
  return entries;
}

function entryAfter(last: LogEntry | null): LogEntry {
  const seq = (last?.seq ?? 0) + 1;
  const entry = {
    epoch: 1,
    seq,
    at: 1_790_000_000_000 + seq,
    commandId: commandId.parse(`c${seq}`),
    intent: sha256Text(`intent ${seq}`),
    actor: { deviceId: null, surface: null, personId: null, participantId: null },
    prev: last?.hash ?? genesisHash,
    type: 'command/refused' as const,
    payload: { command: `thử/"${meetingId.parse('m1')}"\n${seq}`, code: 'meeting/closed' as const },
  };
  return { ...entry, hash: sha256Text(hashedText(entry)) };
}

/** What the room relies on, whatever the log is written to. Every log passes the same suite. */
export function describeLogContract(name: string, start: () => LogUnderTest): void {
  describe(`${name} keeps the contract of the log`, () => {
    let under: LogUnderTest;
    beforeEach(() => void (under = start()));
    afterEach(() => under.end());

    it('is empty when it is new', () => {
      expect([...under.log.read()]).toEqual([]);
    });

    it('[INV-1] gives back what was appended, identical and in order', () => {
      const entries = chainAfter(null, 5);
      under.log.append(entries.slice(0, 1));
      under.log.append(entries.slice(1));
      expect([...under.log.read()]).toEqual(entries);
    });

    it('[INV-1] gives back the same of entries that come as texts as well', () => {
      const entries = chainAfter(null, 6);
      const texts = entries.map((entry) => wholeText(hashedText(entry), entry.hash));
      under.log.append(entries.slice(0, 1), texts.slice(0, 1));
      under.log.append(entries.slice(1), texts.slice(1));
      under = under.reopen();
      expect([...under.log.read()]).toEqual(entries);
    });

    it('[INV-1] still has every appended entry after it has been opened again', () => {
      const entries = chainAfter(null, 40);
      for (const entry of entries.slice(0, 20)) under.log.append([entry]);
      under.log.append(entries.slice(20));
      under = under.reopen();
      expect([...under.log.read()]).toEqual(entries);
    });

    it('goes on after it has been opened again', () => {
      const entries = chainAfter(null, 6);
      under.log.append(entries.slice(0, 3));
      under = under.reopen();
      under.log.append(entries.slice(3));
      expect([...under.log.read()]).toEqual(entries);
    });

    it('[INV-10] says the hash of each entry that is there, also after it has been opened again', () => {
      const entries = chainAfter(null, 30);
      under.log.append(entries);
      under = under.reopen();
      expect([0, 1, 17, 30, 31].map((seq) => under.log.hashAt(seq))).toEqual([
        null,
        entries[0]?.hash,
        entries[16]?.hash,
        entries[29]?.hash,
        null,
      ]);
    });

    it('takes an append of nothing as nothing', () => {
      under.log.append([]);
      expect([...under.log.read()]).toEqual([]);
    });

    it('[INV-1] writes nothing of a batch for which there is no room, and says so', () => {
      const entries = chainAfter(null, 400);
      under.log.append(entries.slice(0, 10));
      under.setFull(true);
      expect(() => under.log.append(entries.slice(10))).toThrow(LogFull);
      expect([...under.log.read()]).toEqual(entries.slice(0, 10));
    });

    it('[INV-1] takes the same batch once there is room again', () => {
      const entries = chainAfter(null, 400);
      under.setFull(true);
      expect(() => under.log.append(entries)).toThrow(LogFull);
      under.setFull(false);
      under.log.append(entries);
      under = under.reopen();
      expect([...under.log.read()]).toEqual(entries);
    });

    it('[INV-9] takes a gap or a repetition for a fault and writes nothing of the batch', () => {
      const entries = chainAfter(null, 5);
      under.log.append(entries.slice(0, 2));
      expect(() => under.log.append(entries.slice(3))).toThrow(/out of order/);
      expect(() => under.log.append(entries.slice(1, 3))).toThrow(/out of order/);
      expect([...under.log.read()]).toEqual(entries.slice(0, 2));
      under.log.append(entries.slice(2));
      expect([...under.log.read()]).toEqual(entries);
    });
  });
}
