import { describe, expect, it } from 'vitest';
import { plantedBugs, type PlantedBug } from './planted-bugs.ts';
import { runSeed, SimulationFailure } from './simulation.ts';

/** The first failure that the bug leads to; null when no seed shows it. */
async function firstFailure(bug: PlantedBug): Promise<SimulationFailure | null> {
  for (let seed = 1; seed <= bug.withinSeeds; seed += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      await runSeed(seed, { sabotage: bug.plant() });
    } catch (failure) {
      if (failure instanceof SimulationFailure) return failure;
      throw failure;
    }
  }
  return null;
}

describe('the simulation notices', () => {
  it.each(plantedBugs)('that $name', async (bug) => {
    const failure = await firstFailure(bug);
    expect(failure?.message ?? `no seed up to ${bug.withinSeeds} shows it`).toMatch(
      /^seed \d+, step \d+: \[[A-Z]+-\d/,
    );
    expect(bug.caughtAs).toContain(failure?.rule);
  });
});
