import { useState } from 'react';
import { ItemAttendance } from '../../features/attendance/ItemAttendance.tsx';
import { RollCall } from '../../features/attendance/RollCall.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import type { MeetingView } from '../frame/use-meeting.ts';
import styles from './ClerkWindow.module.css';

type RollView = 'now' | 'items';

/** The roll-call as it stands, and, from the first item on, who was in the room for each of them. */
export function ClerkRoll({ room }: { readonly room: MeetingView }) {
  const { attendance: words } = useMessages();
  const [view, setView] = useState<RollView>('now');
  const { meeting, items, delegates } = room;
  if (meeting === null) return null;
  const hasBegun = items.some(({ beganAt }) => beganAt !== null);
  return (
    <>
      {hasBegun && (
        <div className={styles.switch}>
          <Switcher<RollView>
            label={words.rollView}
            options={[
              { id: 'now', label: words.rollNow },
              { id: 'items', label: words.byItem },
            ]}
            selectedId={view}
            onSelect={setView}
          />
        </div>
      )}
      {hasBegun && view === 'items' ? (
        <ItemAttendance meeting={meeting} items={items} delegates={delegates} />
      ) : (
        <RollCall meeting={meeting} delegates={delegates} />
      )}
    </>
  );
}
