import { parseArgs } from 'node:util';
import { runSeeds } from './run-seeds.ts';

/** `npm run fuzz -- --seeds <n> --from <seed>`: more seeds of the simulation than the tests run. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
  },
});

function countOf(name: 'seeds' | 'from'): number {
  const count = Number(values[name]);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  console.error(`--${name} takes a whole number from 1`);
  return process.exit(2);
}

const from = countOf('from');
const report = await runSeeds({
  from,
  count: countOf('seeds'),
  onProgress(done) {
    if (done % 500 === 0) console.error(`${done} seeds`);
  },
});
const { violations, ...figures } = report;
for (const violation of violations) console.log(`${violation}\n`);
console.log(
  Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure}`)
    .join(', '),
);
console.log(`violations ${violations.length}`);
process.exitCode = violations.length === 0 ? 0 : 1;
