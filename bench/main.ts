import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agreement } from './agreement.bench.ts';
import { ballots } from './ballots.bench.ts';
import { coldStart } from './cold-start.bench.ts';
import { durableCommands } from './durable-commands.bench.ts';
import { firstPage } from './first-page.bench.ts';
import { ink } from './ink.bench.ts';
import type { Bench } from './measure/bench.ts';
import type { Figure } from './measure/figure.ts';
import { tableOf } from './measure/table.ts';
import { packDistribution } from './pack-distribution.bench.ts';
import { packSearch } from './pack-search.bench.ts';
import { pageCompare } from './page-compare.bench.ts';
import { pageMemory } from './page-memory.bench.ts';
import { pageTurns } from './page-turns.bench.ts';
import { pairing } from './pairing.bench.ts';
import { pokeBroadcast } from './poke-broadcast.bench.ts';
import { reconnectStorm } from './reconnect-storm.bench.ts';
import { replica } from './replica.bench.ts';
import { seatMemory } from './seat-memory.bench.ts';
import { vault } from './vault.bench.ts';

const benches: readonly Bench[] = [
  durableCommands,
  pokeBroadcast,
  ballots,
  agreement,
  packDistribution,
  packSearch,
  pageCompare,
  vault,
  firstPage,
  coldStart,
  ink,
  pageTurns,
  pageMemory,
  seatMemory,
  reconnectStorm,
  pairing,
  replica,
];
const results = fileURLToPath(new URL('../bench-results', import.meta.url));

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
});
const chosen = benches.filter(({ name }) => values.only?.includes(name) ?? true);
if (chosen.length < (values.only?.length ?? 0)) {
  console.error(`--only takes ${benches.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const begun = new Date();
const report: { name: string; seconds: number; figures: readonly Figure[]; said: string[] }[] = [];
mkdirSync(results, { recursive: true });
for (const bench of chosen) {
  // oxlint-disable-next-line no-await-in-loop
  report.push(await runOne(bench));
}
const file = join(results, `${begun.toISOString().slice(0, 19).replaceAll(':', '-')}.json`);
writeFileSync(
  file,
  `${JSON.stringify({ at: begun, quick: values.quick, machine: machine(), report }, null, 2)}\n`,
);
console.log(`\n${tableOf(report.flatMap(({ figures }) => figures))}\n\n${file}`);
process.exit();

async function runOne(bench: Bench): Promise<(typeof report)[number]> {
  // Beside the results, because the system's folder for temporary files may lie in memory.
  const folder = mkdtempSync(join(results, `${bench.name}-`));
  const said: string[] = [];
  const say = (line: string): void => {
    said.push(line);
    console.log(`  ${line}`);
  };
  const from = performance.now();
  console.log(`\n${bench.name}`);
  try {
    const figures = await bench.run({ folder, quick: values.quick, say });
    console.log(tableOf(figures));
    return { name: bench.name, seconds: Math.round((performance.now() - from) / 1000), figures, said };
  } catch (error) {
    say(`failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
    return { name: bench.name, seconds: Math.round((performance.now() - from) / 1000), figures: [], said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function machine(): Readonly<Record<string, unknown>> {
  const processors = cpus();
  return {
    processor: processors[0]?.model,
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${release()}`,
    node: process.version,
  };
}
