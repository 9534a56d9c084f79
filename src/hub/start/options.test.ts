import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettingsFile } from '../../shared/policy/read-settings-file.ts';
import type { ReadSource } from '../../shared/policy/policy-source.ts';
import { parseOptions, readHubPolicy } from './options.ts';

const plain = {
  host: '127.0.0.1',
  port: 4860,
  doors: {
    lan: null,
    terminalPort: 4870,
    pairingPort: 4871,
    browserPort: 4872,
    browsers: false,
    plainOnLan: false,
    discovery: true,
  },
  content: { from: 'nothing' },
  ui: null,
  newEpoch: false,
  microphoneHook: null,
  backup: { folder: null, times: [], keep: 14 },
  metrics: false,
  metricsBySeat: false,
  usesTools: true,
  logLevel: 'info',
};

const file = (name: 'policy-file' | 'machine-file', text: string): ReadSource =>
  readSettingsFile({ name, where: `/etc/nghisu/${name}.json` }, Buffer.from(text), (bytes) =>
    Buffer.from(bytes).toString('utf8'),
  );

describe('the command line of the hub', () => {
  it('needs a data folder alone', () => {
    expect(parseOptions(['--data', 'room'])).toEqual({
      ok: true,
      value: { ...plain, data: resolve('room') },
    });
  });

  it('takes everything else', () => {
    const line =
      '--data /srv/room --port 0 --host 0.0.0.0 --documents papers --ui built --new-epoch --microphone-hook http://mic.local/on --terminal-port 5000 --pairing-port 0 --browser-port 5002 --browsers --plain-on-lan --no-discovery --lan 192.168.10.2';
    expect(parseOptions(line.split(' '))).toEqual({
      ok: true,
      value: {
        ...plain,
        data: resolve('/srv/room'),
        host: '0.0.0.0',
        port: 0,
        doors: {
          lan: '192.168.10.2',
          terminalPort: 5000,
          pairingPort: 0,
          browserPort: 5002,
          browsers: true,
          plainOnLan: true,
          discovery: false,
        },
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
    ['--data=', '--data <folder> is missing'],
    ['--data room --port many', '--port: '],
    ['--data room --microphone-hook ftp://mic.local', '--microphone-hook: '],
    ['--data room --port 70000', '0 to 65535'],
    ['--data room --port 4870', 'cannot both be port 4870'],
    ['--data room --host everywhere', '--host: '],
    ['--data room --sample --documents papers', 'use one of'],
    ['--data room --colour blue', '--colour'],
    ['--data room extra', 'extra'],
  ])('refuses "%s" with a sentence', (line, part) => {
    const parsed = parseOptions(line.split(' ').filter((word) => word !== ''));
    expect(parsed).toMatchObject({ ok: false, reason: { en: expect.stringContaining(part) } });
  });
});

describe('the settings of the machine', () => {
  it('stand below the command line, and policy above it', () => {
    const sources = [
      file('machine-file', '{"hub.data": "/srv/room", "hub.port": 5000, "hub.browsers": true}'),
      file('policy-file', '{"hub.browsers": false, "log.level": "warn"}'),
    ];
    expect(parseOptions(['--port', '6000', '--browsers'], sources)).toEqual({
      ok: true,
      value: {
        ...plain,
        data: '/srv/room',
        port: 6000,
        doors: { ...plain.doors, browsers: false },
        logLevel: 'warn',
      },
    });
  });

  it('with a fault keep the hub from starting, and are named with their place', () => {
    const sources = [file('policy-file', '{\n  "hub.port": "4860"\n}')];
    expect(parseOptions(['--data', 'room'], sources)).toMatchObject({
      ok: false,
      reason: { vi: expect.stringContaining('/etc/nghisu/policy-file.json:2:15: ') },
    });
    expect(readHubPolicy([], sources)).toMatchObject({ value: { faults: [{ code: 'policy/wrong-value' }] } });
  });
});
