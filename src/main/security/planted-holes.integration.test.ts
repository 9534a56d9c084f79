import { execFile } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedHoles, type PlantedHole } from './planted-holes.ts';

/*
 * Each item of the security checklist is undone once, in a copy of the sources, and the test that watches over it has to
 * fail there: a check that cannot fail protects nothing. All copies are tested by one run.
 */
const root = join(import.meta.dirname, '..', '..', '..');
const copied = [
  'src/main',
  'src/preload',
  'src/shared',
  'electron-builder.yml',
  'package.json',
  'tsconfig.base.json',
];

interface Assertion {
  readonly title: string;
  readonly status: string;
}

let folder = '';
const results = new Map<string, readonly Assertion[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planted-holes-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  plantedHoles.forEach(plant);
  const report = join(folder, 'report.json');
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { include: ['hole-*/**/*.test.ts'], reporters: ['json'], outputFile: ${JSON.stringify(report)} } };`,
  );
  await run(plantedHoles.map((hole, index) => join(folder, nameOf(index), hole.test)));
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly assertionResults: readonly Assertion[];
    }[];
  };
  for (const { name, assertionResults } of testResults) results.set(name, assertionResults);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

function nameOf(index: number): string {
  return `hole-${String(index).padStart(2, '0')}`;
}

function plant(hole: PlantedHole, index: number): void {
  const copy = join(folder, nameOf(index));
  for (const path of copied) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    if (statSync(join(root, path)).isFile()) cpSync(join(root, path), join(copy, path));
    else linkAll(join(root, path), join(copy, path));
  }
  const file = join(copy, hole.file);
  const text = readFileSync(file, 'utf8');
  expect({ hole: hole.name, found: text.split(hole.find).length - 1 }).toEqual({ hole: hole.name, found: 1 });
  // The copy is a link to the source: a new file takes its place.
  rmSync(file);
  writeFileSync(
    file,
    text.replace(hole.find, () => hole.replace),
  );
}

/** Links where the disk allows it, which is many times as fast as copying. */
function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else if (/\.tsx?$/.test(entry.name)) linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    cpSync(source, target);
  }
}

/** Failing tests are what is wanted, so the exit code says nothing. */
function run(files: readonly string[]): Promise<void> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [vitest, 'run', '--root', folder, '--config', join(folder, 'vitest.config.mjs'), ...files],
      { cwd: folder, env: { ...process.env, VITEST: undefined, VITEST_POOL_ID: undefined } },
      () => resolve(),
    );
  });
}

describe('a planted hole', () => {
  it.each(plantedHoles.map((hole, index) => [hole.name, hole, index] as const))(
    '%s is noticed',
    (_name, hole, index) => {
      const assertions = results.get(join(folder, nameOf(index), hole.test));
      const failed = assertions?.filter(({ status }) => status === 'failed').map(({ title }) => title);
      expect(failed).toEqual(expect.arrayContaining([expect.stringMatching(hole.caughtBy)]));
      // Nothing else may have broken: the hole is small.
      expect(assertions?.filter(({ status }) => status === 'passed').length).toBeGreaterThan(0);
    },
  );
});
