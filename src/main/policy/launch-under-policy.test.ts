import { describe, expect, it } from 'vitest';
import { readCommandLineSource } from '../../shared/policy/command-line-source.ts';
import { effectivePolicy } from '../../shared/policy/effective-policy.ts';
import type { SourceName } from '../../shared/policy/policy-source.ts';
import { readSettingsFile } from '../../shared/policy/read-settings-file.ts';
import { readLaunchOptions, type LaunchOptions } from '../start/launch-options.ts';
import { launchUnder, settingsOfLaunch } from './launch-under-policy.ts';

/** What is opened with a command line and settings. */
function launch(line: string, settings: object, name: SourceName = 'policy-file'): LaunchOptions {
  const options = readLaunchOptions(line.split(' ').filter((word) => word !== ''));
  const source = readSettingsFile(
    { name, where: 'settings.json' },
    Buffer.from(JSON.stringify(settings)),
    (bytes) => Buffer.from(bytes).toString('utf8'),
  );
  const policy = effectivePolicy([source, readCommandLineSource(settingsOfLaunch(options))]);
  expect(policy.faults).toEqual([]);
  return launchUnder(options, policy);
}

const named = ({ openings }: LaunchOptions) =>
  openings.map(({ place, hub, display }) => [place.seat ?? place.surface, hub, display]);

describe('a start of the terminal program', () => {
  it('is what the command line says where nothing is set', () => {
    const line = '--hub=http://hub:4860 --surfaces=chair,seat:a07,screen@2 --room=CODE --kiosk';
    expect(launch(line, {})).toEqual(readLaunchOptions(line.split(' ')));
    expect(launch('', {})).toEqual({ openings: [], kiosk: false });
    expect(launch('--pairing', {})).toMatchObject({ pairing: { ticketFile: null, surfaces: [] } });
  });

  it('is a kiosk when policy says so, and none when policy says so', () => {
    expect(launch('', { 'terminal.kiosk': true }).kiosk).toBe(true);
    expect(launch('--kiosk', { 'terminal.kiosk': false }).kiosk).toBe(false);
    expect(launch('--kiosk', { 'terminal.kiosk': false }, 'machine-file').kiosk).toBe(true);
  });

  it('opens the terminals of the policy, whatever the command line wants', () => {
    const settings = { 'room.addresses': ['http://10.0.0.5:4860/'], 'terminal.surfaces': ['seat:A07@1'] };
    expect(named(launch('--hub=http://hub:4860 --surfaces=chair', settings))).toEqual([
      ['A07', 'http://10.0.0.5:4860', 1],
    ]);
    expect(named(launch('--hub=http://hub:4860 --surfaces=chair', settings, 'machine-file'))).toEqual([
      ['chair', 'http://hub:4860', null],
    ]);
  });

  it('takes each of the two from where it is set', () => {
    expect(
      named(launch('--hub=http://hub:4860 --surfaces=chair --room=CODE', { 'terminal.surfaces': ['clerk'] })),
    ).toEqual([['clerk', 'http://hub:4860', null]]);
  });

  it('opens surfaces of the command line at the hub of the settings, and pairs them where there is none', () => {
    const trial = { 'room.addresses': ['http://10.0.0.5:4860'] };
    expect(named(launch('--surfaces=chair@2', trial))).toEqual([['chair', 'http://10.0.0.5:4860', 2]]);
    expect(launch('--surfaces=chair@2', {}).pairing).toEqual({
      ticketFile: null,
      surfaces: [{ place: { surface: 'chair', seat: null }, display: 2 }],
    });
  });

  it('pairs the machine as the terminals of the settings where no address is one for a trial', () => {
    const settings = {
      'terminal.surfaces': ['seat:A07', 'screen@HDMI-1'],
      'room.pairingTicket': '/media/ticket.json',
      'room.addresses': ['10.0.0.5'],
    };
    expect(launch('', settings, 'machine-file')).toEqual({
      openings: [],
      kiosk: false,
      pairing: {
        ticketFile: '/media/ticket.json',
        surfaces: [
          { place: { surface: 'seat', seat: 'A07' }, display: null },
          { place: { surface: 'screen', seat: null }, display: 'HDMI-1' },
        ],
      },
    });
  });

  it('leaves a room that is hosted here to its command line', () => {
    const settings = { 'terminal.surfaces': ['seat:A07'], 'terminal.kiosk': true };
    expect(launch('--host-room --surfaces=chair', settings)).toMatchObject({
      kiosk: true,
      openings: [],
      room: { surfaces: [{ place: { surface: 'chair' } }] },
    });
  });
});
