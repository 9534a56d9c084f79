import { useState } from 'react';
import { PresenceChip } from '../../features/attendance/PresenceChip.tsx';
import { RollCall } from '../../features/attendance/RollCall.tsx';
import { PaperCopiesDesk } from '../../features/paper-copies/PaperCopiesDesk.tsx';
import { RunningRecord } from '../../features/running-record/RunningRecord.tsx';
import { RoomCheck } from '../../features/room-check/RoomCheck.tsx';
import { PackExportPanel } from '../../features/export/PackExportPanel.tsx';
import { ConsoleReader } from '../frame/ConsoleReader.tsx';
import { RecalledBanner } from '../../features/guard/RecalledBanner.tsx';
import { HubBanner } from '../../features/status/HubBanner.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Tabs } from '../../ui/controls/Tabs.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { ConsoleTop } from '../frame/ConsoleTop.tsx';
import { useMeetingState } from '../frame/use-meeting-state.ts';
import { useMeeting } from '../frame/use-meeting.ts';
import { ClerkVotes } from '../../features/votes/ClerkVotes.tsx';
import { ResetPins } from '../../features/private-notes/ResetPins.tsx';
import { ReleaseBar } from '../../features/conduct/ReleaseBar.tsx';
import { ClerkPapers } from './ClerkPapers.tsx';
import styles from './ClerkWindow.module.css';

type ClerkView = 'roll' | 'record' | 'copies' | 'pins' | 'documents' | 'reading' | 'votes' | 'check';

/** The secretary's console: dense, and everything by keyboard. */
export function ClerkWindow() {
  const room = useMeeting();
  const { meeting, items, votes, delegates } = room;
  const { general, clerk, paperCopies, runningRecord, privateNotes, roomCheck, seat } = useMessages();
  const [view, setView] = useState<ClerkView>('roll');
  const stateOf = useMeetingState();
  const paperItems = items.filter(({ papers }) => papers === 'paper');
  if (meeting === null) return null;
  return (
    <SurfaceLayout
      top={
        <ConsoleTop
          title={general.surface.clerk}
          subtitle={`${meeting.title} · ${stateOf(meeting)}`}
          chips={<PresenceChip meeting={meeting} hasGuests />}
        />
      }
      {...(meeting.state === 'draft' ? { bottom: <ReleaseBar meeting={meeting} items={items} /> } : {})}
    >
      <div className={styles.desk}>
        <HubBanner />
        {meeting.recalledAt !== null && <RecalledBanner at={meeting.recalledAt} />}
        <Tabs<ClerkView>
          label={clerk.views}
          selectedId={view}
          onSelect={setView}
          tabs={[
            {
              id: 'roll',
              label: clerk.rollCall,
              content: <RollCall meeting={meeting} delegates={delegates} />,
            },
            {
              id: 'record',
              label: runningRecord.title,
              content: <RunningRecord meeting={meeting} items={items} />,
            },
            ...(paperItems.length === 0
              ? []
              : [
                  {
                    id: 'copies' as const,
                    label: paperCopies.title,
                    content: <PaperCopiesDesk meeting={meeting} items={paperItems} delegates={delegates} />,
                  },
                ]),
            {
              id: 'documents',
              label: clerk.documents,
              content: (
                <>
                  <ClerkPapers meeting={meeting} items={items} votes={votes} />
                  <PackExportPanel meeting={meeting} items={items} />
                </>
              ),
            },
            {
              id: 'reading',
              label: seat.present,
              content: (
                <div className={styles.reading}>
                  <ConsoleReader room={room} />
                </div>
              ),
            },
            {
              id: 'votes',
              label: clerk.votes,
              count: `${votes.length}`,
              content: <ClerkVotes meeting={meeting} items={items} votes={votes} delegates={delegates} />,
            },
            {
              id: 'pins',
              label: privateNotes.resetTab,
              content: <ResetPins delegates={delegates} />,
            },
            { id: 'check', label: roomCheck.title, content: <RoomCheck meeting={meeting} /> },
          ]}
        />
      </div>
    </SurfaceLayout>
  );
}
