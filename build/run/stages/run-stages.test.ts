import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Children } from '../children.mjs';
import { runStages } from './run-stages.mjs';
import type { Stage } from './stage.mjs';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

function stage(
  name: string,
  passed: number,
  failed: string[] = [],
  skipped: { title: string; reason: string }[] = [],
) {
  return { name, limitMinutes: 1, run: async () => ({ passed, failed, skipped }) } satisfies Stage;
}

describe('stages', () => {
  it('ends with the line of counts over all stages', async () => {
    const skipped = [{ title: 'Electron end-to-end', reason: 'no Electron binary on this machine' }];
    const isWell = await runStages([stage('unit', 3), stage('e2e', 2, [], skipped)], new Children());
    expect(isWell).toBe(true);
    expect(lines.at(-1)?.trim()).toBe('5 passed, 0 failed, 1 skipped');
    expect(lines.join('\n')).toContain('Electron end-to-end: no Electron binary on this machine');
  });

  it('runs on after a failure, and is not well', async () => {
    expect(await runStages([stage('unit', 1, ['a']), stage('e2e', 2)], new Children())).toBe(false);
    expect(lines.at(-1)?.trim()).toBe('3 passed, 1 failed, 0 skipped');
  });

  it('is not well when nothing passed', async () => {
    expect(await runStages([stage('unit', 0)], new Children())).toBe(false);
  });

  it('counts a stage that breaks as failed', async () => {
    const broken = { ...stage('unit', 0), run: () => Promise.reject(new Error('no such tool')) };
    expect(await runStages([broken, stage('e2e', 1)], new Children())).toBe(false);
    expect(lines.join('\n')).toContain('unit (no such tool)');
  });

  it('gives a stage the outcomes of those before it', async () => {
    const seen: string[] = [];
    const later: Stage = {
      ...stage('e2e', 1),
      run: async ({ earlier, limitMs }) => {
        seen.push(...earlier.keys(), String(limitMs));
        return { passed: 1, failed: [], skipped: [] };
      },
    };
    await runStages([stage('build', 0, ['broken']), later], new Children());
    expect(seen).toEqual(['build', '60000']);
  });
});
