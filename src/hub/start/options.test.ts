import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

describe('the command line of the hub', () => {
  it('needs a data folder alone', () => {
    expect(parseOptions(['--data', 'room'])).toEqual({
      ok: true,
      value: {
        data: 'room',
        host: '127.0.0.1',
        port: 4860,
        content: { from: 'nothing' },
        ui: null,
        newEpoch: false,
        microphoneHook: null,
      },
    });
  });

  it('takes everything else', () => {
    const line =
      '--data room --port 0 --host 0.0.0.0 --documents papers --ui built --new-epoch --microphone-hook http://mic.local/on';
    expect(parseOptions(line.split(' '))).toEqual({
      ok: true,
      value: {
        data: 'room',
        host: '0.0.0.0',
        port: 0,
        content: { from: 'folder', folder: 'papers' },
        ui: 'built',
        newEpoch: true,
        microphoneHook: new URL('http://mic.local/on'),
      },
    });
    expect(parseOptions(['--data', 'room', '--sample'])).toMatchObject({
      value: { content: { from: 'sample' } },
    });
  });

  it.each([
    ['', '--data <folder> is missing'],
    ['--data', '--data'],
    ['--data room --port many', 'is not a port'],
    ['--data room --microphone-hook ftp://mic.local', 'is no http address'],
    ['--data room --port 70000', 'is not a port'],
    ['--data room --sample --documents papers', 'use one of'],
    ['--data room --colour blue', '--colour'],
    ['--data room extra', 'extra'],
  ])('refuses "%s" with a sentence', (line, part) => {
    const parsed = parseOptions(line.split(' ').filter((word) => word !== ''));
    expect(parsed).toMatchObject({ ok: false, reason: { en: expect.stringContaining(part) } });
  });
});
