/**
 * A terminal's outbox as a process of its own, for the audit that cuts the power of its disk:
 * `node power-cut-writer.ts write|write-sync-normal|read <file>`. It prints `has <id>` for every command that it finds and
 * that opens, and `begins`. Writing then prints `keeps <id> <moment>` when the outbox says that a command is durable, the
 * moment by `process.hrtime`, and goes on until it is ended. Never part of
 * the product.
 */
import { DatabaseSync } from 'node:sqlite';
import { outboxEntry } from '../../shared/link/outbox-entry.ts';
import { must } from '../../shared/std/must.ts';
import { openTerminalDatabase } from '../disk/terminal-database.ts';
import { createSealer, keyBytes } from '../keys/sealer.ts';
import { createOutboxStore } from './outbox-store.ts';

const [mode, file] = process.argv.slice(2);
must(mode !== undefined && file !== undefined, 'a mode and a file');
if (mode === 'write-sync-normal') {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql);
    // The last thing that opening the database of a terminal does is to make its tables.
    if (sql.includes('CREATE TABLE')) exec.call(this, 'PRAGMA synchronous = NORMAL');
  };
}

const store = createOutboxStore({
  database: openTerminalDatabase(file),
  sealer: createSealer(new Uint8Array(keyBytes).fill(7)),
  onTrouble: (reason) => {
    throw reason;
  },
});
const kept = await store.load();
for (const { id } of kept) process.stdout.write(`has ${id}\n`);
process.stdout.write('begins\n');
if (mode !== 'read') await writeOn(kept.length);

async function writeOn(from: number): Promise<void> {
  for (let order = from + 1; ; order += 1) {
    const entry = outboxEntry.parse({
      id: `cut-${order}`,
      order,
      command: 'ballot/cast',
      payload: { voteId: 'v1', participantId: 'p-A01', choice: 'approve', versionId: 'ver-1' },
      madeAt: order,
      participantId: 'p-A01',
      personId: null,
      answer: null,
      confirmedEpoch: 0,
      confirmedHistory: 0,
      dismissed: false,
    });
    await store.save(entry);
    process.stdout.write(`keeps ${entry.id} ${process.hrtime.bigint()}\n`);
    // What is written to a pipe has left before the next command is begun.
    await new Promise(setImmediate);
  }
}
