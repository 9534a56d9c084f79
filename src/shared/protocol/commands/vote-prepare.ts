import { z } from 'zod';
import { agendaItemId, documentVersionId, voteId } from '../../records/ids.ts';
import { voteRule } from '../../records/meeting.ts';

/** Prepares an open vote on an agenda item, with its rule and the exact text. */
export const votePrepare = z.strictObject({
  voteId,
  itemId: agendaItemId,
  title: z.string().min(1).max(300),
  rule: voteRule,
  versionId: documentVersionId.nullable(),
});
