import {
  answersBeforeCommit,
  closesByClock,
  comparesHelloOnly,
  comparesNothing,
  saysNoEnd,
  countsLate,
  countsTwice,
  forgetsIds,
  forgetsIdsAtRestart,
  forgetsRefusals,
  hidesShorterLog,
  ignoresFence,
  losesTail,
  skipsRecord,
  tellsResultEarly,
  votesForOthers,
} from './hub-bugs.ts';
import { plantedMeetingBugs } from './planted-meeting-bugs.ts';
import type { Sabotage } from './sabotage.ts';
import {
  asksNothing,
  believesAll,
  dropsOnReconnect,
  forgetsEpoch,
  forgetsHistory,
  forgetsRestore,
  ignoresPrev,
  resendsUnderNewId,
  savesCheckpointFirst,
  showsAnswerBeforeSaved,
  showsBeforeSaved,
} from './terminal-bugs.ts';

/** A mistake that somebody could make, planted to see whether the simulation notices. */
export interface PlantedBug {
  readonly name: string;
  /** A fresh instance of the mistake for one run. */
  plant(): Sabotage;
  /** The invariants by which it may show itself. */
  readonly caughtAs: readonly string[];
  /** It must be caught by one of so many seeds, counted from 1. */
  readonly withinSeeds: number;
}

/** The mistakes, each of which the simulation must catch. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'the hub answers before the commit',
    caughtAs: ['INV-1'],
    withinSeeds: 5,
    plant: answersBeforeCommit,
  },
  {
    name: 'the hub loses the end of its log at a restart',
    caughtAs: ['INV-1', 'INV-9'],
    withinSeeds: 20,
    plant: losesTail,
  },
  { name: 'command ids are not unique', caughtAs: ['INV-2'], withinSeeds: 20, plant: forgetsIds },
  {
    name: 'command ids are remembered in memory alone',
    caughtAs: ['INV-2'],
    withinSeeds: 60,
    plant: forgetsIdsAtRestart,
  },
  { name: 'refusals are not remembered', caughtAs: ['INV-2'], withinSeeds: 60, plant: forgetsRefusals },
  { name: 'a vote is closed by the clock', caughtAs: ['INV-3'], withinSeeds: 60, plant: closesByClock },
  { name: 'late ballots are counted', caughtAs: ['INV-3'], withinSeeds: 40, plant: countsLate },
  { name: 'a changed ballot is counted twice', caughtAs: ['INV-3'], withinSeeds: 40, plant: countsTwice },
  {
    name: 'anybody may vote in anybody’s name',
    caughtAs: ['INV-2', 'INV-3'],
    withinSeeds: 40,
    plant: votesForOthers,
  },
  {
    name: 'the result is public before it is announced',
    caughtAs: ['INV-11'],
    withinSeeds: 20,
    plant: tellsResultEarly,
  },
  {
    name: 'the outbox drops what was in flight when the link broke',
    caughtAs: ['INV-4'],
    withinSeeds: 40,
    plant: dropsOnReconnect,
  },
  {
    name: 'the outbox shows a command before it is saved',
    caughtAs: ['INV-1'],
    withinSeeds: 100,
    plant: showsBeforeSaved,
  },
  {
    name: 'the outbox shows an answer before it is saved',
    caughtAs: ['INV-4'],
    withinSeeds: 100,
    plant: showsAnswerBeforeSaved,
  },
  {
    name: 'the outbox sends again under a new id',
    caughtAs: ['INV-2'],
    withinSeeds: 20,
    plant: resendsUnderNewId,
  },
  {
    name: 'the outbox does not send accepted commands to a restored hub',
    caughtAs: ['INV-1', 'INV-4'],
    withinSeeds: 40,
    plant: forgetsRestore,
  },
  {
    name: 'the outbox does not ask a restored hub after what people who left had sent',
    caughtAs: ['SEAT-4'],
    withinSeeds: 200,
    plant: asksNothing,
  },
  {
    name: 'the outbox believes that a restored hub has lost nothing',
    caughtAs: ['SEAT-4'],
    withinSeeds: 200,
    plant: believesAll,
  },
  {
    name: 'a replica takes a poke without looking where it begins',
    caughtAs: ['INV-9', 'FLOOR-2', 'FLOOR-3'],
    withinSeeds: 60,
    plant: ignoresPrev,
  },
  {
    name: 'a page hides that the log ends before it',
    caughtAs: ['INV-1'],
    withinSeeds: 60,
    plant: hidesShorterLog,
  },
  { name: 'a page leaves out a record', caughtAs: ['INV-9'], withinSeeds: 10, plant: skipsRecord },
  {
    name: 'a replica saves its checkpoint before the records',
    caughtAs: ['INV-9', 'FLOOR-2', 'FLOOR-3'],
    withinSeeds: 200,
    plant: savesCheckpointFirst,
  },
  {
    name: 'a terminal forgets the highest epoch it has seen',
    caughtAs: ['INV-10'],
    withinSeeds: 200,
    plant: forgetsEpoch,
  },
  {
    name: 'a hub is not fenced by a higher epoch',
    caughtAs: ['INV-9', 'INV-10'],
    withinSeeds: 200,
    plant: ignoresFence,
  },
  {
    name: 'a restored hub keeps its epoch',
    caughtAs: ['INV-10', 'INV-9'],
    withinSeeds: 60,
    plant: () => ({ keepsEpoch: true }),
  },
  {
    name: 'a hub does not compare its log with what terminals were told',
    caughtAs: ['INV-10', 'INV-1'],
    withinSeeds: 40,
    plant: comparesNothing,
  },
  {
    name: 'a hub does not compare where a pull begins',
    caughtAs: ['INV-10', 'INV-9'],
    withinSeeds: 200,
    plant: comparesHelloOnly,
  },
  {
    name: 'a page does not say where the log ended',
    caughtAs: ['INV-9', 'INV-10'],
    withinSeeds: 100,
    plant: saysNoEnd,
  },
  {
    name: 'the outbox sends nothing again to a hub with another history',
    caughtAs: ['INV-1', 'INV-4', 'SEAT-4'],
    withinSeeds: 100,
    plant: forgetsHistory,
  },
  ...plantedMeetingBugs,
];
