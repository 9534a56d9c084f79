import { describe, expect, it } from 'vitest';
import { sentencesOfFault } from './print-policy.ts';
import { mostFileBytes, readSettingsFile } from './read-settings-file.ts';

const source = { name: 'policy-file', where: '/etc/nghisu/policy.json' } as const;
const user = { name: 'user-file', where: '/home/lan/user-settings.json' } as const;

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const read = (text: string | Uint8Array, from: typeof source | typeof user = source) =>
  readSettingsFile(from, typeof text === 'string' ? Buffer.from(text) : text, decode);

/** What is wrong, as people read it. */
const said = (text: string | Uint8Array, from?: typeof user): readonly string[] =>
  read(text, from)
    .faults.map(sentencesOfFault)
    .map(({ vi, en }) => `${vi} / ${en}`);

describe('a settings file', () => {
  it('gives every setting that it names, with its place', () => {
    const { entries, faults } = read(
      '{\n  "$schema": "nghisu-settings.schema.json",\n  "terminal.kiosk": true,\n  "room.addresses": ["10.0.0.5", "hub.tinh.local"]\n}\n',
    );
    expect(faults).toEqual([]);
    expect(Object.fromEntries(entries)).toEqual({
      'terminal.kiosk': {
        value: true,
        place: { source: 'policy-file', where: source.where, line: 3, column: 21 },
      },
      'room.addresses': {
        value: ['10.0.0.5', 'hub.tinh.local'],
        place: { source: 'policy-file', where: source.where, line: 4, column: 21 },
      },
    });
  });

  it('may begin with the mark that editors of Windows write', () => {
    expect(read('\uFEFF{"language": "en"}')).toMatchObject({ faults: [] });
    expect(read('\uFEFF{"language": "xx"}').faults).toMatchObject([{ place: { line: 1, column: 14 } }]);
  });

  it('is refused with everything that is wrong at once, each with file, line and column', () => {
    const text =
      '{\n  "terminal.kiosk": "yes",\n  "kiosk": true,\n  "largeText": true,\n  "largeText": false\n}';
    const { entries } = read(text);
    expect([...entries.keys()]).toEqual(['largeText']);
    expect(said(text)).toEqual([
      '/etc/nghisu/policy.json:2:21: Giá trị của cài đặt không dùng được. "terminal.kiosk" phải là true hoặc false, không phải "yes". / /etc/nghisu/policy.json:2:21: The value of a setting cannot be used. "terminal.kiosk" must be true or false, not "yes".',
      '/etc/nghisu/policy.json:3:3: Không có cài đặt nào tên như vậy. Không có cài đặt "kiosk"; có phải là "terminal.kiosk"? / /etc/nghisu/policy.json:3:3: There is no setting of that name. There is no setting "kiosk"; is "terminal.kiosk" meant?',
      '/etc/nghisu/policy.json:5:3: Một cài đặt được ghi hai lần. "largeText" đã có ở dòng 4; chỉ giữ một. / /etc/nghisu/policy.json:5:3: A setting is named twice. "largeText" already stands in line 4; keep one of them.',
    ]);
  });

  it.each([
    ['cut in the middle', '{\n  "terminal.kiosk": tr', 'policy/not-json', 2, 21],
    ['empty', '', 'policy/not-json', 1, 1],
    ['a list', '[]', 'policy/not-json', 1, 1],
    ['a number as text', '{"hub.port": "4860"}', 'policy/wrong-value', 1, 14],
    ['a number out of bounds', '{"hub.port": 70000}', 'policy/wrong-value', 1, 14],
    ['a broken number', '{"hub.port": 48.6}', 'policy/wrong-value', 1, 14],
    ['null', '{"hub.data": null}', 'policy/wrong-value', 1, 14],
    ['a path that depends on the start', '{"hub.data": "data"}', 'policy/wrong-value', 1, 14],
    [
      'the second item of a list',
      '{"room.addresses": ["10.0.0.5",\n "http://10.0.0.6:99999"]}',
      'policy/wrong-value',
      2,
      2,
    ],
    ['an item twice', '{"room.addresses": ["10.0.0.5", "10.0.0.5"]}', 'policy/wrong-value', 1, 20],
    [
      'a weak hash',
      '{"terminal.unlockHash": "$argon2id$v=19$m=1024,t=1,p=1$c2FsdA$aGFzaA"}',
      'policy/wrong-value',
      1,
      25,
    ],
    ['nested', '{"terminal": {"kiosk": true}}', 'policy/unknown-key', 1, 2],
    ['an upper-case letter too many', '{"Terminal.Kiosk": true}', 'policy/unknown-key', 1, 2],
    ['a name of the language', '{"__proto__": true, "constructor": 1}', 'policy/unknown-key', 1, 2],
  ])('%s is refused where it stands', (_what, text, ...[code, line, column]) => {
    expect(read(text).faults[0]).toMatchObject({ code, place: { line, column } });
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFF{"language": "vi"}', 'utf16le'), 'policy/not-text', 'UTF-16'],
    ['UTF-16 without', Buffer.from('{"language": "vi"}', 'utf16le'), 'policy/not-text', 'UTF-16'],
    [
      'UTF-16 the other way round',
      Buffer.from('{"language": "vi"}', 'utf16le').swap16(),
      'policy/not-text',
      'UTF-16',
    ],
    [
      'another code page',
      Buffer.from('{"hub.data": "/t\xe0i li\xeau"}', 'latin1'),
      'policy/not-text',
      'UTF-8',
    ],
    ['1 MB', Buffer.alloc(1024 * 1024, ' '), 'policy/too-large', String(mostFileBytes)],
  ])('%s is refused as a whole', (_what, bytes, code, sentence) => {
    const { entries, faults } = read(bytes);
    expect(entries.size).toBe(0);
    expect(faults).toMatchObject([{ code, sentence: { vi: expect.stringContaining(sentence) } }]);
  });

  it('of a person names only what is personal', () => {
    expect(said('{"language": "en", "terminal.kiosk": false}', user)).toEqual([
      expect.stringMatching(/^\/home\/lan\/user-settings\.json:1:20: .*thuộc về máy/),
    ]);
  });

  it('never repeats a secret in a sentence', () => {
    expect(said('{"terminal.unlockHash": "MatKhau2026"}').join('')).not.toContain('MatKhau2026');
  });
});
