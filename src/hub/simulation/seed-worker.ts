import { parentPort } from 'node:worker_threads';
import { present } from '../../shared/std/must.ts';
import type { SeedOutcome } from './run-seeds.ts';
import { runSeed } from './simulation.ts';

const port = present(parentPort, 'a parent thread');

async function outcomeOf(seed: number): Promise<SeedOutcome> {
  try {
    return { report: await runSeed(seed) };
  } catch (failure) {
    return { seed, failure: failure instanceof Error ? failure.message : String(failure) };
  }
}

port.on('message', (seed: number) => {
  void outcomeOf(seed).then((outcome) => port.postMessage(outcome));
});
