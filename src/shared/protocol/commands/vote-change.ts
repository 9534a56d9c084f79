import { votePrepare } from './vote-prepare.ts';

/** Puts another text in the place of a prepared vote: everything is said anew. */
export const voteChange = votePrepare;
