import { useState } from 'react';
import { PresenceChip } from '../../features/attendance/PresenceChip.tsx';
import { ReleaseBar } from '../../features/conduct/ReleaseBar.tsx';
import { RecalledBanner } from '../../features/guard/RecalledBanner.tsx';
import { CallsPanel } from '../../features/messages/CallsPanel.tsx';
import { StrandedPanel } from '../../features/room-check/StrandedPanel.tsx';
import { HubBanner } from '../../features/status/HubBanner.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Tabs } from '../../ui/controls/Tabs.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { ConsoleTop } from '../frame/ConsoleTop.tsx';
import { useMeetingState } from '../frame/use-meeting-state.ts';
import { useMeeting } from '../frame/use-meeting.ts';
import { useClerkTabs, type ClerkView } from './clerk-tabs.tsx';
import styles from './ClerkWindow.module.css';

/** The secretary's console: dense, and everything by keyboard. */
export function ClerkWindow() {
  const room = useMeeting();
  const { meeting, items } = room;
  const { general, clerk } = useMessages();
  const tabs = useClerkTabs(room);
  const [view, setView] = useState<ClerkView>('roll');
  const stateOf = useMeetingState();
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
        <div className={styles.calls}>
          <CallsPanel />
          <StrandedPanel />
        </div>
        <Tabs<ClerkView> label={clerk.views} selectedId={view} onSelect={setView} tabs={tabs} />
      </div>
    </SurfaceLayout>
  );
}
