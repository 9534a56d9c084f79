import { describe, expect, it } from 'vitest';
import { BadLaunch, readLaunchOptions } from './launch-options.ts';

describe('the command line of the terminal program', () => {
  it('takes the addresses that the hub prints', () => {
    const args = [
      '/app',
      '--no-sandbox',
      '--address=http://10.0.0.5:4860/seat/a07#room=4K7Q',
      '--address=http://hub:1/screen',
    ];
    expect(readLaunchOptions(args)).toEqual({
      kiosk: false,
      openings: [
        {
          place: { surface: 'seat', seat: 'A07' },
          hub: 'http://10.0.0.5:4860',
          roomCode: '4K7Q',
          display: null,
        },
        { place: { surface: 'screen', seat: null }, hub: 'http://hub:1', roomCode: null, display: null },
      ],
    });
  });

  it('takes a hub with surfaces', () => {
    const args = [
      '--hub=http://hub:4860/',
      '--surfaces=chair,seat:A01',
      '--room=4K7Q',
      '--kiosk',
      '--lang=vi-VN',
    ];
    expect(readLaunchOptions(args)).toEqual({
      kiosk: true,
      openings: [
        { place: { surface: 'chair', seat: null }, hub: 'http://hub:4860', roomCode: '4K7Q', display: null },
        { place: { surface: 'seat', seat: 'A01' }, hub: 'http://hub:4860', roomCode: '4K7Q', display: null },
      ],
    });
  });

  it('takes the display of a surface by number or by name', () => {
    const args = ['--hub=http://hub', '--surfaces=chair@1,screen@HDMI-1,seat:a07@2'];
    expect(readLaunchOptions(args).openings.map(({ display }) => display)).toEqual([1, 'HDMI-1', 2]);
  });

  it('takes a room that is hosted here, and what is for its hub', () => {
    const args = ['--host-room', '--surfaces=chair@1,screen@2', '--kiosk', '--', '--port', '0', '--sample'];
    expect(readLaunchOptions(args)).toEqual({
      ...{ openings: [], kiosk: true },
      room: {
        surfaces: [
          { place: { surface: 'chair', seat: null }, display: 1 },
          { place: { surface: 'screen', seat: null }, display: 2 },
        ],
        args: ['--port', '0', '--sample'],
      },
    });
    expect(readLaunchOptions(['--host-room']).room).toEqual({ surfaces: [], args: [] });
  });

  it('takes surfaces without a hub as those that the machine is paired as', () => {
    expect(readLaunchOptions(['--surfaces=chair@1,screen@2'])).toEqual({
      ...{ openings: [], kiosk: false },
      pairing: {
        ticketFile: null,
        surfaces: [
          { place: { surface: 'chair', seat: null }, display: 1 },
          { place: { surface: 'screen', seat: null }, display: 2 },
        ],
      },
    });
  });

  it('names nothing when it names no terminal', () => {
    expect(readLaunchOptions(['/app', '--user-data-dir=/x']).openings).toEqual([]);
  });

  it('names IT’s window for a hub on this machine, and no terminal beside it', () => {
    expect(readLaunchOptions(['--admin'])).toEqual({
      ...{ openings: [], kiosk: false, admin: 'http://127.0.0.1:4860' },
    });
    expect(readLaunchOptions(['--admin=http://localhost:5000/admin', '--kiosk']).admin).toBe(
      'http://localhost:5000',
    );
  });

  it.each([
    '--admin=http://192.168.10.2:4860',
    '--admin=http://127.evil.example',
    '--admin=file:///etc/passwd',
    '--address=http://hub/admin',
    '--address=http://hub/seat',
    '--address=http://hub/seat/A07/x',
    '--address=http://hub/chair/A07',
    '--address=file:///etc/passwd',
    '--address=javascript:alert(1)',
    '--hub=http://hub',
    '--surfaces=table',
  ])('refuses %s', (argument) => {
    expect(() => readLaunchOptions([argument])).toThrow(BadLaunch);
  });
});
