import type { Sealer } from '../keys/sealer.ts';
import { openMeetings, type OpenMeetingsStorage } from '../terminal/open-meetings.ts';
import { createSealedTable } from './sealed-table.ts';
import type { TerminalDatabase } from './terminal-database.ts';

const name = 'open-meetings';

/** Keeps which meetings are open in the database of a terminal. */
export function createOpenMeetingsStorage(database: TerminalDatabase, sealer: Sealer): OpenMeetingsStorage {
  const table = createSealedTable({ database, table: 'value', sealer, schema: openMeetings });
  return { load: () => table.get(name), keep: (meetings) => table.put(name, meetings) };
}
