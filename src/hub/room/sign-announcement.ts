import type { LogHead, Signature } from '../../shared/records/tally.ts';
import type { VoteId } from '../../shared/records/ids.ts';
import { canonicalJson } from '../../shared/std/canonical-json.ts';
import type { Happening } from './log-entry.ts';

/** The text that the room signs when it announces a result: the vote, and the log up to there. */
export function announcementText(voteId: VoteId, { seq, hash }: LogHead): string {
  return canonicalJson(['nghisu/announcement/1', voteId, seq, hash]);
}

/** Signs what happens, where it is an announcement; everything else stays as it is. */
export function signedIfAnnounced(happening: Happening, sign: (text: string) => Signature): Happening {
  if (happening.type !== 'vote/announced' || happening.payload.head === undefined) return happening;
  const { payload } = happening;
  const signature = sign(announcementText(payload.voteId, happening.payload.head));
  return { type: 'vote/announced', payload: { ...payload, signature } };
}
