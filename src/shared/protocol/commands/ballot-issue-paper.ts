import { z } from 'zod';
import { participantId, voteId } from '../../records/ids.ts';

/** Gives a paper ballot to a voter in a mixed vote; from then on the terminal takes no answer of this person. */
export const ballotIssuePaper = z.strictObject({ voteId, participantId });
