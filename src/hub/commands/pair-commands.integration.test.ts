import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairingTicket } from '../../shared/protocol/pairing.ts';
import { itPassword, startOpenHub, type OpenHub } from '../audit/open-room.ts';
import { beginPairing, finishPairing, seatWish } from '../audit/paired-machine.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { commandTable } from './command-table.ts';
import { dispatch } from './dispatch.ts';

const folder = temporaryFolder();
const file = (name: string): string => join(folder.path, name);
let hub: OpenHub;
beforeAll(async () => {
  hub = await startOpenHub(join(folder.path, 'data'));
  writeFileSync(file('password'), `${itPassword}\n`);
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

async function command(...args: string[]): Promise<{ code: number; said: string; told: string }> {
  const said: string[] = [];
  const told: string[] = [];
  const code = await dispatch(
    [...args, '--hub', hub.url, '--password-file', file('password')],
    commandTable,
    {
      say: (line) => void said.push(line),
      tell: (line) => void told.push(line),
      isInteractive: false,
      ask: () => Promise.resolve(null),
      askSecret: () => Promise.resolve(null),
    },
  );
  return { code, said: said.join('\n'), told: told.join('\n') };
}

describe('pairing by commands', () => {
  it('opens the window, shows the code, accepts by number, and revokes by seat', async () => {
    expect((await command('pair', '--minutes', '10')).said).toContain('Đang mở ghép máy, còn 10 phút');
    const begun = await beginPairing(hub.pairingPort(), seatWish('A01'));
    const shown = (await command('pair')).said;
    expect(shown).toContain(`${begun.code.slice(0, 3)} ${begun.code.slice(3)}`);
    expect(await command('pair', '--accept', '1')).toMatchObject({ code: 0 });
    const { device } = await finishPairing(begun);
    expect((await command('revoke')).said).toContain(
      `A01  MAY-A01  ${device.deviceId}  chứng thư / certificate`,
    );
    expect(await command('revoke', 'a01')).toMatchObject({ code: 0 });
    expect(hub.store.credentials.memberOf(device.deviceId)).toBeNull();
    expect(await command('revoke', 'a01')).toMatchObject({
      code: 2,
      told: expect.stringContaining('Không có máy này'),
    });
    expect((await command('pair', '--close')).said).toContain('Ghép máy đang đóng');
  });

  it('[PAIR-5] writes the ticket of a list, and names the lines of a wrong one', async () => {
    writeFileSync(file('seats.csv'), '\uFEFFTên,Vị trí,Vai trò,MAC\r\nMáy B1,B01,Đại biểu,\r\n');
    const opened = await command(
      'pair',
      '--minutes',
      '5',
      '--seats',
      file('seats.csv'),
      '--ticket',
      file('ticket.json'),
    );
    expect(opened).toMatchObject({ code: 0, said: expect.stringContaining('0/1') });
    const ticket = pairingTicket.parse(JSON.parse(readFileSync(file('ticket.json'), 'utf8')));
    const paired = await finishPairing(await beginPairing(hub.pairingPort(), seatWish('B01'), { ticket }));
    expect(paired.device.seat).toBe('B01');
    writeFileSync(file('seats.csv'), Buffer.from('T\xean,V\xed\nM\xe1y,B01\n', 'latin1'));
    const wrong = await command('pair', '--minutes', '5', '--seats', file('seats.csv'));
    expect(wrong).toMatchObject({
      code: 2,
      told: expect.stringContaining('Dòng 1: tệp không phải văn bản UTF-8'),
    });
  });

  it.each([['--minutes', '0'], ['--minutes', 'ten'], ['--accept', 'x'], ['--seats']])(
    'refuses %s %s with a sentence',
    async (...args) => {
      const { code, told } = await command('pair', ...args.filter((one) => one !== undefined));
      expect([code, told.length > 0]).toEqual([2, true]);
    },
  );
});
