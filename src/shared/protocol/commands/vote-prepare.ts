import { z } from 'zod';
import { agendaItemId, documentVersionId, participantId, voteId } from '../../records/ids.ts';
import { voteRule } from '../../records/meeting.ts';
import { voteForm, voteKind } from '../../records/vote-form.ts';

/** Prepares a vote on an agenda item, with its rule and the exact text. What is left out is as in an open vote. */
export const votePrepare = z.strictObject({
  voteId,
  itemId: agendaItemId,
  title: z.string().min(1).max(300),
  rule: voteRule,
  versionId: documentVersionId.nullable(),
  kind: voteKind.optional(),
  form: voteForm.optional(),
  /** Left out: as the body's rules say. */
  mayChange: z.boolean().optional(),
  countingBoard: z.array(participantId).max(50).optional(),
  /** Those who are known to answer on paper, in a mixed vote. */
  paperVoters: z.array(participantId).max(2000).optional(),
});
