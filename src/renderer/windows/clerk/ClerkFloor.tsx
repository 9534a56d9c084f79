import { OnBehalf } from '../../features/floor/OnBehalf.tsx';
import { QueuePanel } from '../../features/floor/QueuePanel.tsx';
import { TimesPanel } from '../../features/floor/TimesPanel.tsx';
import { useFloor } from '../../features/floor/use-floor.ts';
import { AnnouncementDesk } from '../../features/messages/AnnouncementDesk.tsx';
import { CopyInOpinion } from '../../features/messages/CopyInOpinion.tsx';
import { OpinionList } from '../../features/messages/OpinionList.tsx';
import type { MeetingView } from '../frame/use-meeting.ts';
import styles from './ClerkFloor.module.css';

/** The floor, the opinions and the announcements at the secretary's desk: to be read, and done for others. */
export function ClerkFloor({ room }: { readonly room: MeetingView }) {
  const { meeting, items, item, delegates } = room;
  const { speaker, queue, speeches } = useFloor(meeting?.id ?? null, item?.id ?? null);
  if (meeting === null) return null;
  const canSend = meeting.state === 'released' || meeting.state === 'open';
  return (
    <div className={styles.columns}>
      <div className={styles.list}>
        <QueuePanel speaker={speaker} queue={queue} />
        <TimesPanel speeches={speeches} />
      </div>
      <div className={styles.list}>
        <OpinionList meetingId={meeting.id} items={items} delegates={delegates} canMark={false} />
      </div>
      {canSend && (
        <div className={styles.forms}>
          <AnnouncementDesk meeting={meeting} delegates={delegates} />
          {item !== null && <OnBehalf meeting={meeting} item={item} delegates={delegates} />}
          <CopyInOpinion meeting={meeting} items={items} delegates={delegates} />
        </div>
      )}
    </div>
  );
}
