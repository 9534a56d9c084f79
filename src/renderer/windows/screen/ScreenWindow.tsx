import type { ReactNode } from 'react';
import { useRecord } from '../../data/records.ts';
import { useLinkStatus } from '../../data/room.ts';
import { presenceWords } from '../../features/attendance/presence-words.ts';
import { ScreenVote } from '../../features/votes/ScreenVote.tsx';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { itemAfter } from '../../../shared/domain/next-step.ts';
import { ScreenLayout } from '../../ui/layout/ScreenLayout.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import { Settings } from '../frame/Settings.tsx';
import { useMeeting } from '../frame/use-meeting.ts';
import { useRoomTime } from '../frame/use-room-time.ts';
import { ScreenState } from './ScreenState.tsx';
import styles from './ScreenWindow.module.css';

/** The room screen: public facts alone, few and huge. Without its source the last picture stays, with a small mark. */
export function ScreenWindow() {
  const { general, meeting: words, screen } = useMessages();
  const { meeting, items, item, matter } = useMeeting();
  const tally = useRecord('tally', matter?.id ?? null);
  const notice = useNotice();
  const frame = (facts: { eyebrow: string; title: string; footer?: string }, children: ReactNode) => (
    <ScreenLayout {...facts} clock={<Corner />} {...(notice === null ? {} : { notice })}>
      {children}
    </ScreenLayout>
  );
  if (meeting === null) return frame({ eyebrow: general.productName, title: screen.waitingTitle }, null);
  const presence = words.present(meeting.membersPresent, meeting.body.inOffice);
  if (meeting.state !== 'open') {
    return frame({ eyebrow: meeting.body.name, title: meeting.title }, <ScreenState meeting={meeting} />);
  }
  const following = itemAfter(items, meeting.currentItemId);
  const next = following === null ? '' : ` · ${words.next(following.order, following.title)}`;
  const footer = `${presence}${next}`;
  if (matter !== null) {
    const eyebrow = item === null ? meeting.title : `${meeting.title} · ${words.item(item.order)}`;
    return frame(
      { eyebrow, title: matter.title, footer },
      <ScreenVote vote={matter} meeting={meeting} tally={tally} />,
    );
  }
  if (item === null) {
    return frame(
      { eyebrow: meeting.body.name, title: meeting.title, footer: next.slice(3) },
      <ScreenState meeting={meeting} />,
    );
  }
  return frame(
    {
      eyebrow: meeting.title,
      title: words.item(item.order),
      footer: `${presenceWords(meeting, words)}${next}`,
    },
    <p className={styles.item}>{item.title}</p>,
  );
}

/** The clock, and the settings for whoever stands at the screen with a pointer or keyboard. */
function Corner() {
  const nowMs = useRoomTime();
  return (
    <div className={styles.corner}>
      <Clock timeMs={nowMs} />
      <div className={styles.settings}>
        <Settings />
      </div>
    </div>
  );
}

function useNotice(): string | null {
  const { screen } = useMessages();
  const format = useFormat();
  const link = useLinkStatus();
  switch (link.state) {
    case 'live':
      return null;
    case 'offline':
    case 'rejected':
      return screen.lost(format.time(link.since));
    case 'connecting':
    case 'unregistered':
      return screen.connecting;
  }
}
