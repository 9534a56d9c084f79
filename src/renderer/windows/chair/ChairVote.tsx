import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { useIdentity, useRoster } from '../../data/room.ts';
import { isTakingBallots } from '../../data/select/votes.ts';
import { missingVoters } from '../../features/seating/seat-places.ts';
import { CountPanel } from '../../features/votes/CountPanel.tsx';
import { LateBallots } from '../../features/votes/LateBallots.tsx';
import { NamesToggle } from '../../features/votes/NamesToggle.tsx';
import { TallyResult } from '../../features/votes/TallyResult.tsx';
import { VoteFigures } from '../../features/votes/VoteFigures.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import type { MeetingView } from '../frame/use-meeting.ts';

interface ChairVoteProps {
  readonly room: MeetingView;
  readonly vote: Vote;
}

/** The vote of the moment at the chair's console: its numbers, the count in the room, late ballots, the result. */
export function ChairVote({ room: { meeting, delegates }, vote }: ChairVoteProps) {
  const roster = useRoster();
  const progress = useRecord('vote-progress', vote.id);
  const tally = useRecord('tally', vote.id);
  const count = useRecord('count', vote.id);
  const me = useIdentity().participantId;
  if (meeting === null) return null;
  const isTaking = isTakingBallots(vote);
  // What waits for the chairperson's word stands before what is only to be read.
  const isUndecided =
    vote.state === 'locked' && (progress?.late ?? []).some(({ decision }) => decision === null);
  const late = <LateBallots key="late" vote={vote} delegates={delegates} mayDecide />;
  const isToConfirm = count !== null && count.figures !== null && count.confirmedBy === null;
  const counted = <CountPanel key="count" vote={vote} delegates={delegates} me={me} mayEnter={false} />;
  const lost = missingVoters(vote, { delegates, roster, progress }).filter(({ isLinked }) => !isLinked);
  return (
    <>
      {isToConfirm && counted}
      {isTaking && <VoteFigures vote={vote} meeting={meeting} disconnected={lost.length} />}
      {!isToConfirm && counted}
      {isUndecided && late}
      {!isTaking && tally !== null && <TallyResult tally={tally} isWide />}
      <NamesToggle vote={vote} />
      {!isUndecided && late}
    </>
  );
}

interface TextMissingProps {
  readonly room: MeetingView;
  /** The vote that is put next; null where none is prepared. */
  readonly next: Vote | null;
}

/** Before the opening: which terminals of voters present do not hold the text that is to be voted on. */
export function TextMissing({ room: { delegates }, next }: TextMissingProps) {
  const { counting } = useMessages();
  const roster = useRoster();
  const versionId = next?.versionId ?? null;
  if (versionId === null) return null;
  const voters = new Set(
    delegates
      .filter(({ participant, attendance }) => participant.hasVote && attendance?.state === 'present')
      .map(({ participant }) => participant.id),
  );
  const lacking = roster.filter(
    ({ participantId, missing, awaited }) =>
      participantId !== null &&
      voters.has(participantId) &&
      (missing.includes(versionId) || awaited.includes(versionId)),
  );
  if (lacking.length === 0) return null;
  const places = lacking.map(({ seat }) => seat ?? '').toSorted();
  return <Banner tone="waiting" title={counting.noText(lacking.length)} detail={places.join(', ')} />;
}
