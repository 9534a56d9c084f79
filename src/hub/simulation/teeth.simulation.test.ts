import { describe, expect, it } from 'vitest';
import { plantedBugs, type PlantedBug } from './planted-bugs.ts';
import { runSeed, SimulationFailure } from './simulation.ts';

/** How the bug is caught: by the first seed that shows it as one of the rules it is to be known by, else by any. */
async function failureOf(bug: PlantedBug): Promise<SimulationFailure | null> {
  let other: SimulationFailure | null = null;
  for (let seed = 1; seed <= bug.withinSeeds; seed += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      await runSeed(seed, { sabotage: bug.plant() });
    } catch (failure) {
      if (!(failure instanceof SimulationFailure)) throw failure;
      if (bug.caughtAs.includes(failure.rule)) return failure;
      other = failure;
    }
  }
  return other;
}

describe('the simulation notices', () => {
  it.each(plantedBugs)('that $name', async (bug) => {
    const failure = await failureOf(bug);
    expect(failure?.message ?? `no seed up to ${bug.withinSeeds} shows it`).toMatch(
      /^seed \d+, step \d+: \[[A-Z]+-\d/,
    );
    expect(bug.caughtAs).toContain(failure?.rule);
  });
});
