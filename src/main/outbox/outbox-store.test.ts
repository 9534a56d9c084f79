import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outboxEntry, type OutboxEntry } from '../../shared/link/outbox-entry.ts';
import { openTerminalDatabase, type TerminalDatabase } from '../disk/terminal-database.ts';
import { createSealer } from '../keys/sealer.ts';
import { createOutboxStore, UnreadableCommand } from './outbox-store.ts';

const key = new Uint8Array(32).fill(7);

function entry(id: string, order: number): OutboxEntry {
  return outboxEntry.parse({
    id,
    order,
    command: 'ballot/cast',
    payload: { secretWord: 'tán thành' },
    madeAt: 1_790_000_000_000,
    participantId: 'p1',
    answer: null,
    confirmedEpoch: 0,
    confirmedHistory: 0,
    dismissed: false,
    personId: null,
  });
}

describe('the outbox of a terminal on disk', () => {
  let folder = '';
  let database: TerminalDatabase;
  const troubles: unknown[] = [];
  const onTrouble = (reason: unknown): void => void troubles.push(reason);
  const store = (sealedBy = key) =>
    createOutboxStore({ database, sealer: createSealer(sealedBy), onTrouble });
  const reopen = (): void => {
    database.close();
    database = openTerminalDatabase(join(folder, 'terminal.sqlite'));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outbox-'));
    database = openTerminalDatabase(join(folder, 'terminal.sqlite'));
    troubles.length = 0;
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[INV-1] still has every entry as it was saved last after it was opened again', async () => {
    await store().save(entry('c1', 1));
    await store().save(entry('c2', 2));
    await store().save({ ...entry('c1', 1), dismissed: true });
    reopen();
    const loaded = await store().load();
    expect(loaded.toSorted((a, b) => a.order - b.order)).toEqual([
      { ...entry('c1', 1), dismissed: true },
      entry('c2', 2),
    ]);
  });

  it('forgets what was removed', async () => {
    await store().save(entry('c1', 1));
    await store().remove([entry('c1', 1).id]);
    reopen();
    expect(await store().load()).toEqual([]);
  });

  it('[INV-7] leaves nothing of a command in clear on disk', async () => {
    await store().save(entry('c1', 1));
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      expect(bytes.includes('secretWord') || bytes.includes('ballot/cast'), name).toBe(false);
    }
  });

  it('says of an entry that is half-written that it cannot be read, and gives the others', async () => {
    await store().save(entry('c1', 1));
    await store().save(entry('c2', 2));
    const [, { sealed } = { sealed: new Uint8Array() }] = database.all('outbox');
    for (const length of [0, 5, Math.floor(sealed.length / 2), sealed.length - 1]) {
      troubles.length = 0;
      database.put('outbox', 'c2', sealed.subarray(0, length));
      expect(await store().load()).toEqual([entry('c1', 1)]);
      expect(troubles).toEqual([new UnreadableCommand('c2')]);
    }
  });

  it('says which entries do not open, gives the others and deletes none', async () => {
    await store().save(entry('c1', 1));
    await store(new Uint8Array(32)).save(entry('c2', 2));
    expect(await store().load()).toEqual([entry('c1', 1)]);
    expect(troubles).toEqual([new UnreadableCommand('c2')]);
    expect(await store(new Uint8Array(32)).load()).toEqual([entry('c2', 2)]);
  });
});
