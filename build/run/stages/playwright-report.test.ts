import { describe, expect, it } from 'vitest';
import { readPlaywrightReport } from './playwright-report.mjs';

function spec(title: string, status: string, annotations: { type: string; description?: string }[] = []) {
  return { title, tests: [{ status, annotations }] };
}

describe('the report of Playwright', () => {
  it('counts tests in suites of any depth', () => {
    const report = {
      suites: [
        {
          title: 'vote.spec.ts',
          specs: [spec('a', 'expected')],
          suites: [{ title: 'cut', specs: [spec('b', 'unexpected')] }],
        },
      ],
    };
    expect(readPlaywrightReport(report)).toMatchObject({ passed: 1, failed: ['vote.spec.ts › cut › b'] });
  });

  it('gives the reason of a skip, and says so when there is none', () => {
    const skip = [{ type: 'skip', description: 'no Electron binary' }];
    const report = {
      suites: [{ title: 's', specs: [spec('a', 'skipped', skip), spec('b', 'skipped', [{ type: 'skip' }])] }],
    };
    expect(readPlaywrightReport(report).skipped).toEqual([
      { title: 's › a', reason: 'no Electron binary' },
      { title: 's › b', reason: 'no reason given, or a test before it in its file failed' },
    ]);
  });

  it('says which test passed only when it was tried again', () => {
    const outcome = readPlaywrightReport({ suites: [{ title: 's', specs: [spec('a', 'flaky')] }] });
    expect(outcome).toMatchObject({ passed: 1, notes: [expect.stringContaining('s › a')] });
  });

  it('fails on an error outside of any test, and on no report at all', () => {
    expect(readPlaywrightReport({ errors: [{ message: 'no such file\nat line 1' }] }).failed).toEqual([
      'no such file',
    ]);
    expect(readPlaywrightReport(undefined).failed).toHaveLength(1);
  });
});
