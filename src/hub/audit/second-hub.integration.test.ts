import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { health } from '../../shared/protocol/http.ts';
import { temporaryFolder, type TemporaryFolder } from '../store/temporary-folder.ts';
import { attachOverTls } from './live-over-tls.ts';
import { startOpenHub, type OpenHub } from './open-room.ts';
import { beginPairing, finishPairing, seatWish, type PairedMachine } from './paired-machine.ts';

let folder: TemporaryFolder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

async function pairedAt(hub: OpenHub): Promise<PairedMachine> {
  await hub.openWindow([{ line: 1, name: 'x', surface: 'screen', seat: null, mac: null }]);
  const ticket = hub.network.pairing?.desk.ticket();
  if (ticket === null || ticket === undefined) throw new Error('no ticket');
  const wish = { ...seatWish(null), surface: 'screen' as const };
  return finishPairing(await beginPairing(hub.pairingPort(), wish, { ticket }));
}

it('[INV-10] of two hubs of one room, the same authority, the one of the lower epoch accepts nothing more', async () => {
  const data = join(folder.path, 'data');
  const first = await startOpenHub(data);
  const machine = await pairedAt(first);
  await first.stop();
  cpSync(data, join(folder.path, 'copy'), { recursive: true });
  const old = await startOpenHub(data);
  const copy = await startOpenHub(join(folder.path, 'copy'), { raisesEpoch: true });
  expect([old.room.epoch, copy.room.epoch]).toEqual([1, 2]);
  expect(copy.store.roomId).toBe(old.store.roomId);

  // The certificate opens both, for both are the room: only the epoch tells them apart.
  const line = await attachOverTls(copy.terminalPort, machine);
  await expect(attachOverTls(old.terminalPort, machine, machine.device.deviceToken, 2)).rejects.toThrow(
    'hub/stale-epoch',
  );
  const told = health.parse(await (await fetch(`${old.url}/health`)).json());
  expect(told.status).toBe('stale');
  line.close();
  await Promise.all([old.stop(), copy.stop()]);
});
