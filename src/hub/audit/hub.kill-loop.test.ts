import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/std/random.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { runKillLoop } from './kill-loop.ts';

const seed = Number(process.env['KILL_LOOP_SEED'] ?? Math.floor(Math.random() * 1e9));

describe(`a hub that is killed at random moments (KILL_LOOP_SEED=${seed})`, () => {
  it('[INV-1] [INV-2] 100 kills: no answer is lost, none is given twice, none changes', async () => {
    const folder = temporaryFolder();
    const report = await runKillLoop({ folder: folder.path, kills: 100, random: seededRandom(seed) });
    folder.remove();
    const { kills, answers, resends, resumed, losses } = report;
    console.warn(
      `kill loop: ${kills} kills, ${answers} answers, ${resends} asked again, ${resumed} resumed, ${losses.length} lost`,
    );
    expect(losses.slice(0, 5)).toEqual([]);
    expect(kills).toBe(100);
    expect(answers).toBeGreaterThan(1000);
    expect(resends).toBeGreaterThan(answers);
  }, 600_000);

  it('[INV-1] has teeth: it notices a hub that answers before the commit', async () => {
    const folder = temporaryFolder();
    const random = seededRandom(seed);
    const report = await runKillLoop({
      folder: folder.path,
      kills: 5,
      random,
      fault: 'answer-before-commit',
    });
    folder.remove();
    expect(report.losses.length).toBeGreaterThan(0);
  }, 120_000);
});
