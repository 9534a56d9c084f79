import { describe, expect, it } from 'vitest';
import { compareReleaseVersions, isNewerRelease, parseReleaseVersion } from './release-version.ts';

describe('the order of releases', () => {
  const inOrder = [
    '0.9.0',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0',
    '1.0.10',
    '1.2.0',
    '10.0.0',
  ];

  it('is that of SemVer', () => {
    const parsed = inOrder.map((text) => parseReleaseVersion(text)).filter((version) => version !== null);
    expect(parsed).toHaveLength(inOrder.length);
    for (const [at, version] of parsed.entries()) {
      for (const [other, second] of parsed.entries()) {
        expect(Math.sign(compareReleaseVersions(version, second))).toBe(Math.sign(at - other));
      }
    }
  });

  it.each([
    '',
    '1',
    '1.2',
    '1.2.3.4',
    'v1.2.3',
    '01.2.3',
    '1.2.3+build',
    '1.2.3-',
    '1.2.3-a..b',
    '9999999999.0.0',
    '1.2.3\n',
  ])('%j is no version', (text) => {
    expect(parseReleaseVersion(text)).toBeNull();
    expect(isNewerRelease(text, '0.0.1')).toBe(false);
  });
});
