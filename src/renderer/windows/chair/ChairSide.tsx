import type { Vote } from '../../../shared/records/vote.ts';
import { useRoster } from '../../data/room.ts';
import { ConsentPanel } from '../../features/attendance/ConsentPanel.tsx';
import { ChairFloor } from '../../features/floor/ChairFloor.tsx';
import { CallsPanel } from '../../features/messages/CallsPanel.tsx';
import { OpinionList } from '../../features/messages/OpinionList.tsx';
import { disconnectedVoters } from '../../features/seating/seat-places.ts';
import { VotePanel } from '../../features/votes/VotePanel.tsx';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import type { MeetingView } from '../frame/use-meeting.ts';
import { ChairReplacements } from './ChairReplacements.tsx';

interface ChairSideProps {
  readonly room: MeetingView;
  /** The prepared vote that is put next; null where there is none. */
  readonly next: Vote | null;
  /** Wants another prepared vote of the current item to be put next. */
  readonly onNext: (vote: Vote) => void;
}

/**
 * The side of the chair's console, from what wants an answer now down to what is only looked up. Panels with nothing in
 * them stay away, so that the column fits a small display.
 */
export function ChairSide({ room, next, onNext }: ChairSideProps) {
  const { chair } = useMessages();
  const format = useFormat();
  const roster = useRoster();
  const { meeting } = room;
  const lost = disconnectedVoters(room.delegates, roster);
  return (
    <>
      <CallsPanel />
      <ConsentPanel delegates={room.delegates} />
      {meeting !== null && meeting.state !== 'closed' && (
        <ChairFloor meeting={meeting} item={room.item} items={room.items} delegates={room.delegates} />
      )}
      {meeting !== null && (
        <OpinionList
          meetingId={meeting.id}
          items={room.items}
          delegates={room.delegates}
          canMark={meeting.state !== 'closed'}
          isAwayWhenEmpty
        />
      )}
      <Panel title={chair.attention}>
        {lost.length === 0 && <ListRow title={chair.noTrouble} tone="past" />}
        {lost.map(({ participant, person }) => {
          const device = roster.find(({ seat }) => seat === participant.seat);
          return (
            <ListRow
              key={participant.id}
              title={`${participant.seat ?? ''} · ${person?.fullName ?? ''}`}
              detail={device ? chair.lostSince(format.time(device.since)) : chair.neverLinked}
            />
          );
        })}
      </Panel>
      {room.meeting !== null && <ChairReplacements meeting={room.meeting} />}
      {room.votes.length > 0 && (
        <VotePanel
          title={chair.allVotes}
          votes={room.votes}
          selectedId={next?.id ?? null}
          onSelect={onNext}
          canSelect={({ id, state, itemId }) =>
            state === 'prepared' && itemId === next?.itemId && id !== next.id
          }
        />
      )}
    </>
  );
}
