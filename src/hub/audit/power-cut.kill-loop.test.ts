import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/std/random.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { openCuttableDisk, whyNoCuttableDisk, type CuttableDisk } from './cuttable-disk.ts';
import { runKillLoop, type KillLoopReport } from './kill-loop.ts';
import { cutOutbox } from './outbox-cuts.ts';

const seed = Number(process.env['POWER_CUT_SEED'] ?? Math.floor(Math.random() * 1e9));
/** Cuts of the hub’s disk, and as many of the seat’s: a few minutes a day. A release is tried with 1,000. */
const cuts = Number(process.env['POWER_CUTS'] ?? 40);
const reason = whyNoCuttableDisk();
if (reason !== null) console.warn(`power cuts: not run, ${reason}`);

describe.skipIf(reason !== null)(`a disk whose power is cut (POWER_CUT_SEED=${seed})`, () => {
  let disk: CuttableDisk | null = null;
  afterEach(() => {
    disk?.remove();
    disk = null;
  });
  const newDisk = (mebibytes: number): CuttableDisk =>
    (disk = openCuttableDisk(temporaryFolder().path, mebibytes));
  const cutHub = async (times: number, fault?: string): Promise<KillLoopReport> => {
    const power = newDisk(64);
    return await runKillLoop({
      folder: power.path,
      kills: times,
      random: seededRandom(seed),
      ...(fault === undefined ? {} : { fault }),
      async breakOff(hub) {
        const moment = await power.cut();
        await hub.end('SIGKILL');
        power.powerUp();
        return moment;
      },
    });
  };

  it('keeps what was synced and nothing else: the disk itself is honest', async () => {
    const power = newDisk(16);
    writeFileSync(join(power.path, 'synced'), 'x', { flush: true });
    writeFileSync(join(power.path, 'only-written'), 'x');
    await power.cut();
    power.powerUp();
    expect(() => writeFileSync(join(power.path, 'synced'), 'x', { flag: 'wx' })).toThrow('EEXIST');
    expect(() => writeFileSync(join(power.path, 'only-written'), 'x', { flag: 'wx' })).not.toThrow();
  });

  it(`[INV-1] [INV-2] the hub in ${cuts} cuts: no answer is lost, none is given twice, none changes`, async () => {
    const { kills, answers, resends, resumed, losses } = await cutHub(cuts);
    console.warn(
      `power cuts of the hub: ${kills} cuts, ${answers} answers, ${resends} asked again, ${resumed} resumed, ${losses.length} lost`,
    );
    expect(losses.slice(0, 5)).toEqual([]);
    expect([kills, answers > cuts * 5, resends > answers]).toEqual([cuts, true, true]);
  }, 900_000);

  it('[INV-1] has teeth: with synchronous=NORMAL answers are lost', async () => {
    const { losses } = await cutHub(5, 'sync-normal');
    console.warn(`power cuts of a hub with synchronous=NORMAL: 5 cuts, ${losses.length} lost`);
    expect(losses.length).toBeGreaterThan(0);
  }, 120_000);

  it(`[INV-1] a seat’s outbox in ${cuts} cuts: nothing that it said it keeps is lost`, async () => {
    const report = await cutOutbox({ disk: newDisk(16), cuts, random: seededRandom(seed), mode: 'write' });
    console.warn(
      `power cuts of the outbox: ${report.cuts} cuts, ${report.kept} kept, ${report.lost.length} lost`,
    );
    expect(report.lost.slice(0, 5)).toEqual([]);
    expect(report.kept).toBeGreaterThan(cuts * 2);
  }, 300_000);

  it('[INV-1] has teeth: with synchronous=NORMAL an outbox loses', async () => {
    const random = seededRandom(seed);
    const report = await cutOutbox({ disk: newDisk(16), cuts: 5, random, mode: 'write-sync-normal' });
    console.warn(`power cuts of an outbox with synchronous=NORMAL: 5 cuts, ${report.lost.length} lost`);
    expect(report.lost.length).toBeGreaterThan(0);
  }, 60_000);
});
