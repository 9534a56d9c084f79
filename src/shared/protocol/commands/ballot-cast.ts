import { z } from 'zod';
import { documentVersionId, participantId, voteId } from '../../records/ids.ts';
import { voteAnswer } from '../../records/vote.ts';

/** A delegate's answer in a vote; where the vote lets it be changed, a later one replaces it until the lock. */
export const ballotCast = z.strictObject({
  voteId,
  /** Who answers; must be the person signed in at the terminal. */
  participantId,
  choice: voteAnswer,
  /** The text that was on the screen; must be the one the vote names. */
  versionId: documentVersionId.nullable(),
});
