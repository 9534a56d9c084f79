import { commandScript, inRoot } from '../repository.mjs';
import { howItEnded, runTool } from './stage.mjs';

/** Rules, formatting and import zones; every zone counts by itself. @type {import('./stage.mjs').Stage} */
export const lint = {
  name: 'lint',
  limitMinutes: 3,
  async run(work) {
    const zones = await checkZones(work);
    const rules = await runTool(work, [commandScript('oxlint'), '--type-aware']);
    const format = await runTool(work, [commandScript('oxfmt'), '--check']);
    const failed = [...zones.failed];
    if (rules.code !== 0) failed.push(`lint rules (${howItEnded(rules)})`);
    if (format.code !== 0) failed.push('formatting: run `npm run format`');
    return {
      passed: zones.passed + Number(rules.code === 0) + Number(format.code === 0),
      failed,
      skipped: [],
    };
  },
};

/** @param {import('./stage.mjs').StageWork} work */
async function checkZones(work) {
  const ended = await runTool(work, [inRoot('build', 'lint', 'check-zones.ts'), '--json'], { capture: true });
  const report = parse(ended.output);
  if (report === undefined) {
    console.log(ended.output);
    return { passed: 0, failed: [`import zones (${howItEnded(ended)})`] };
  }
  for (const { file, what, zone, reason } of report.complaints) {
    console.log(`${file} ${what}\n  zone ${zone}: ${reason}`);
  }
  const broken = new Set(report.complaints.map((complaint) => complaint.zone));
  const failed = [...broken].map((zone) => `import zone ${zone}`);
  return { passed: report.zones.filter((zone) => !broken.has(zone)).length, failed };
}

/**
 * @param {string} output
 * @returns {{ zones: string[], complaints: { file: string, zone: string, what: string, reason: string }[] } | undefined}
 */
function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
