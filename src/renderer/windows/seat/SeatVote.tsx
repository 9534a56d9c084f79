import { Vote as VoteIcon } from 'lucide-react';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { useRecordMap } from '../../data/records.ts';
import { useVault } from '../../data/room.ts';
import { BallotPanel, type VotedText } from '../../features/votes/BallotPanel.tsx';
import { CountPanel } from '../../features/votes/CountPanel.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import type { SeatView } from './use-seat.ts';

interface SeatVoteProps {
  readonly seat: SeatView;
  readonly me: ParticipantId;
}

/** The vote of the moment at the side of the page, or that there is none. */
export function SeatVote({ seat, me }: SeatVoteProps) {
  const { votes: words } = useMessages();
  const text = useVotedText(seat, seat.matter);
  const { matter: vote, meeting, reading, delegates } = seat;
  if (vote === null || meeting === null) {
    return <EmptyState icon={VoteIcon} title={words.none} detail={words.noneDetail} />;
  }
  const openText = (): void => {
    if (vote.versionId !== null) reading.openAlone({ versionId: vote.versionId, page: 1 });
  };
  return (
    <>
      <BallotPanel key={vote.id} vote={vote} meeting={meeting} me={me} text={text} onOpenText={openText} />
      {vote.countingBoard.includes(me) && (
        <CountPanel vote={vote} delegates={delegates} me={me} isAtSeat mayEnter />
      )}
    </>
  );
}

/** A text counts as read once it has been on this screen, whole and checked. */
function useVotedText({ reading, page }: SeatView, vote: Vote | null): VotedText {
  const versions = useRecordMap('document-version');
  const versionId = vote?.versionId ?? null;
  const bytes = versionId === null ? undefined : versions.get(versionId)?.view.sha256;
  const isHere = useVault((progress) =>
    progress.some(({ sha256, state }) => sha256 === bytes && state === 'held'),
  );
  if (versionId === null) return 'none';
  if (reading.seen.has(versionId)) return 'read';
  if (!isHere) return 'on-its-way';
  return page?.versionId === versionId ? 'read' : 'unopened';
}
