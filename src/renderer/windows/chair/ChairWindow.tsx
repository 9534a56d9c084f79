import { useState, type ReactNode } from 'react';
import { voteToPut } from '../../../shared/domain/next-step.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord, useRecords } from '../../data/records.ts';
import { useRoster } from '../../data/room.ts';
import type { Delegate } from '../../data/select/people.ts';
import { AgendaPanel } from '../../features/agenda/AgendaPanel.tsx';
import { PresenceChip } from '../../features/attendance/PresenceChip.tsx';
import { ConductBar, type NamedVoter } from '../../features/conduct/ConductBar.tsx';
import { disconnectedVoters, missingVoters } from '../../features/seating/seat-places.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { RecalledBanner } from '../../features/guard/RecalledBanner.tsx';
import { HubBanner } from '../../features/status/HubBanner.tsx';
import { ConsoleTop } from '../frame/ConsoleTop.tsx';
import { useMeetingState } from '../frame/use-meeting-state.ts';
import { useMeeting, type MeetingView } from '../frame/use-meeting.ts';
import { useRoomTime } from '../frame/use-room-time.ts';
import { ChairRoom } from './ChairRoom.tsx';
import { ChairSide } from './ChairSide.tsx';

/** The chairperson's console, once somebody is signed in at it. */
export function ChairWindow() {
  const room = useMeeting();
  const { chair, floor, general, meeting: words } = useMessages();
  const nowMs = useRoomTime();
  const [wanted, setWanted] = useState<AgendaItem | null>(null);
  const [wantedVote, setWantedVote] = useState<Vote['id'] | null>(null);
  const { meeting, items, votes } = room;
  if (meeting === null) return null;
  const mayJump = meeting.state === 'open' && (room.running === null || room.running.state === 'locked');
  const isBetween = meeting.state === 'open' && room.running === null;
  const next = isBetween ? voteToPut({ meeting, votes, wantedVote }) : null;
  const jump = (item: AgendaItem): void => setWanted(item.state === 'current' ? null : item);
  return (
    <SurfaceLayout
      top={<ChairTop room={room} />}
      startLabel={words.agenda}
      start={
        <AgendaPanel
          meeting={meeting}
          items={items}
          votes={votes}
          nowMs={nowMs}
          {...(mayJump ? { onSelect: jump } : {})}
        />
      }
      endLabel={chair.attention}
      end={<ChairSide room={room} next={next} onNext={({ id }) => setWantedVote(id)} />}
      keep="end"
      sides={{ label: general.surface.chair, start: words.agenda, end: floor.title }}
      bottom={
        <ChairConduct
          room={room}
          wanted={wanted}
          onWantedDone={() => setWanted(null)}
          wantedVote={wantedVote}
        />
      }
    >
      <HubBanner />
      {meeting.recalledAt !== null && <RecalledBanner at={meeting.recalledAt} />}
      <ChairRoom room={room} next={next} />
    </SurfaceLayout>
  );
}

function ChairTop({ room }: { readonly room: MeetingView }) {
  const { general } = useMessages();
  const stateOf = useMeetingState();
  const { meeting, delegates } = room;
  const lost = disconnectedVoters(delegates, useRoster()).length;
  if (meeting === null) return null;
  return (
    <ConsoleTop
      title={general.surface.chair}
      subtitle={`${meeting.title} · ${stateOf(meeting)}`}
      chips={
        <>
          {lost > 0 && <Chip tone="waiting" label={general.link.disconnectedTerminals(lost)} />}
          <PresenceChip meeting={meeting} />
        </>
      }
    />
  );
}

function ChairConduct(props: {
  readonly room: MeetingView;
  readonly wanted: AgendaItem | null;
  readonly onWantedDone: () => void;
  readonly wantedVote: Vote['id'] | null;
}): ReactNode {
  const { meeting, items, votes, running, delegates } = props.room;
  const roster = useRoster();
  const progress = useRecord('vote-progress', running?.id ?? null);
  const copies = useRecords('paper-copies');
  if (meeting === null) return null;
  const disconnected = disconnectedVoters(delegates, roster).map((delegate) => named(delegate, false));
  const missing =
    running === null
      ? []
      : missingVoters(running, { delegates, roster, progress }).map(({ delegate, isLinked }) =>
          named(delegate, isLinked),
        );
  return (
    <ConductBar
      meeting={meeting}
      items={items}
      votes={votes}
      copies={copies}
      disconnected={disconnected}
      missing={missing}
      lateUndecided={progress?.late.filter(({ decision }) => decision === null).length ?? 0}
      wantedItem={props.wanted}
      onWantedDone={props.onWantedDone}
      wantedVote={props.wantedVote}
    />
  );
}

function named({ participant, person }: Delegate, isLinked: boolean): NamedVoter {
  return { seat: participant.seat ?? '', name: person?.fullName ?? '', isLinked };
}
