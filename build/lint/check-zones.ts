import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkSources } from './check-sources.ts';
import { zones } from './zones.ts';

/**
 * `node build/lint/check-zones.ts [--json]`: says every import that the zones refuse. With --json it prints
 * `{zones, complaints}` for the test runner. Exit code 1 when there is a complaint.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const complaints = checkSources(root);

if (values.json) {
  console.log(JSON.stringify({ zones: [...zones.map((zone) => zone.folder), 'everywhere'], complaints }));
} else {
  for (const { file, zone, what, reason } of complaints) {
    console.log(`${file} ${what}\n  zone ${zone}: ${reason}`);
  }
  console.log(`${zones.length} zones, ${complaints.length} complaints`);
}
process.exitCode = complaints.length === 0 ? 0 : 1;
