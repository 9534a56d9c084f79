import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('every rule of SPEC.md is quoted by a test', () => {
  const spec = readFileSync(`${root}/src/shared/protocol/SPEC.md`, 'utf8');
  const rules = [...spec.matchAll(/^- \*\*([A-Z]+-\d+)/gm)].map(([, rule]) => rule);
  const tests = globSync('{src,e2e}/**/*.{test,spec}.{ts,tsx}', { cwd: root })
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');
  expect(rules.length).toBeGreaterThan(30);
  expect(rules.filter((rule) => !tests.includes(`[${rule}]`))).toEqual([]);
});
