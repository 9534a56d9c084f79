import { present } from '../../src/shared/std/must.ts';

/** One way of doing a thing; each call does it once more and gives what was measured, by name. */
export type Arm<Names extends string> = () => Promise<Readonly<Record<Names, number>>>;

/** What was measured of one arm: under each name one value per round, in the order of the rounds. */
export type Measured<Names extends string> = Readonly<Record<Names, readonly number[]>>;

/** After this no further round is begun. */
const mostMs = 20_000;

/**
 * Runs all arms once per round, so that whatever else the machine does falls on all of them. The order turns round
 * with every round, so that none is always the one that comes after another. The first `warmUp` rounds are dropped, of
 * every arm: one, or more where what is measured is over before its code is compiled.
 * On a busy machine there are fewer rounds than asked for: none is begun when the time is over, but two are made.
 */
export async function inRounds<Arms extends string, Names extends string>(
  arms: Readonly<Record<Arms, Arm<Names>>>,
  rounds: number,
  warmUp = 1,
): Promise<Readonly<Record<Arms, Measured<Names>>>> {
  const names = Object.keys(arms) as Arms[];
  const taken = new Map<Arms, Readonly<Record<Names, number>>[]>(names.map((name) => [name, []]));
  const begun = performance.now();
  const isOver = (round: number): boolean => round > warmUp + 1 && performance.now() - begun > mostMs;
  for (let round = 0; round < rounds + warmUp && !isOver(round); round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      // oxlint-disable-next-line no-await-in-loop
      const measured = await arms[name]();
      if (round >= warmUp) taken.get(name)?.push(measured);
    }
  }
  return Object.fromEntries(names.map((name) => [name, byName(present(taken.get(name), name))])) as Readonly<
    Record<Arms, Measured<Names>>
  >;
}

function byName<Names extends string>(rows: readonly Readonly<Record<Names, number>>[]): Measured<Names> {
  const names = Object.keys(present(rows[0], 'a round')) as Names[];
  const columns = names.map((name) => [name, rows.map((row) => row[name])] as const);
  return Object.fromEntries(columns) as unknown as Measured<Names>;
}
