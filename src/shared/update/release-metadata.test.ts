import { describe, expect, it } from 'vitest';
import { parseReleaseMetadata } from './release-metadata.ts';

const sha512 = `${'A'.repeat(86)}==`;
const good = `version: 1.2.0
files:
  - url: NghiSu-1.2.0-linux-x86_64.AppImage
    sha512: ${sha512}
    size: 1234
    blockMapSize: 12
  - url: NghiSu-1.2.0-linux-amd64.deb
    sha512: ${sha512}
    size: 99
path: NghiSu-1.2.0-linux-x86_64.AppImage
sha512: ${sha512}
releaseNotes: |-
  Sửa lỗi: bút vẽ.

  - nhanh hơn
releaseDate: '2026-11-23T08:00:00.000Z'
`;

describe('the metadata of a release', () => {
  it('is read as electron-builder writes it', () => {
    expect(parseReleaseMetadata(good)).toEqual({
      version: '1.2.0',
      files: [
        { name: 'NghiSu-1.2.0-linux-x86_64.AppImage', bytes: 1234, sha512 },
        { name: 'NghiSu-1.2.0-linux-amd64.deb', bytes: 99, sha512 },
      ],
      releasedAt: '2026-11-23T08:00:00.000Z',
      notes: 'Sửa lỗi: bút vẽ.\n\n- nhanh hơn',
    });
    expect(parseReleaseMetadata(good.replaceAll('\n', '\r\n'))?.version).toBe('1.2.0');
  });

  it('may have notes of one line', () => {
    const short = good.replace(/releaseNotes: [^]*?(?=releaseDate)/, "releaseNotes: 'Sửa lỗi: bút'\n");
    expect(parseReleaseMetadata(short)?.notes).toBe('Sửa lỗi: bút');
  });

  it.each([
    ['another product', good.replaceAll('NghiSu-', 'Other-')],
    ['files of another version', good.replace('version: 1.2.0', 'version: 1.3.0')],
    ['no version', good.replace('version: 1.2.0\n', '')],
    ['a version twice', `version: 1.2.0\n${good}`],
    ['a path out of the folder', good.replace('linux-amd64.deb', '../x.deb')],
    [
      'an address elsewhere',
      good.replace('url: NghiSu-1.2.0-linux-amd64.deb', 'url: https://x/NghiSu-1.2.0-.deb'),
    ],
    ['a short digest', good.replace(sha512, 'AAAA')],
    ['no size', good.replace('    size: 99\n', '')],
    ['an alias', good.replace('version: 1.2.0', 'version: *a')],
    ['a tag', good.replace('version: 1.2.0', 'version: !!str 1.2.0')],
    ['a flow', '{"version": "1.2.0"}'],
    ['a file twice', good.replace('linux-amd64.deb', 'linux-x86_64.AppImage')],
    ['nothing', ''],
    ['cut in the middle', good.slice(0, 120)],
  ])('is not believed with %s', (_what, text) => {
    expect(parseReleaseMetadata(text)).toBeNull();
  });
});
