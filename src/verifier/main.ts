#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Refusal } from './canonical.ts';
import { readExport } from './read-export.ts';
import { recount } from './recount.ts';

/** `nghisu-verify <file> [--key <hex>]… [--json]`: 0 when all is right, 1 when not, 2 when asked wrongly. */
function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined) {
    console.error('nghisu-verify <log.ndjson> [--key <public key>]… [--json]');
    return 2;
  }
  try {
    const log = readExport(readFileSync(file), values.key);
    const votes = recount(log.entries);
    if (values.json) console.log(JSON.stringify({ ...log, entries: log.entries.length, votes }));
    else {
      console.log(`room ${log.roomId}, ${log.entries.length} entries, key ${log.key}`);
      for (const key of log.olderKeys) console.log(`older results are signed with the key ${key}`);
      for (const { title, seq, result } of votes) {
        const { approve, reject, abstain, base, needed, verdict } = result;
        console.log(
          `${title}: ${approve} – ${reject} – ${abstain} of ${base}, needs ${needed}: ${verdict} (entry ${seq})`,
        );
      }
      console.log(`The log is whole, and ${votes.length} announced results are what the ballots give.`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`REFUSED: ${error.message}`);
    return 1;
  }
}

process.exitCode = main();
