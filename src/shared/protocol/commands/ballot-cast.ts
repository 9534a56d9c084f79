import { z } from 'zod';
import { documentVersionId, participantId, voteId } from '../../records/ids.ts';
import { voteChoice } from '../../records/vote.ts';

/** A delegate's answer in an open vote; a later one replaces it until the lock. */
export const ballotCast = z.strictObject({
  voteId,
  /** Who answers; must be the person signed in at the terminal. */
  participantId,
  choice: voteChoice,
  /** The text that was on the screen; must be the one the vote names. */
  versionId: documentVersionId.nullable(),
});
