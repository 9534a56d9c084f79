import type { ComponentProps } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useRecord } from '../../data/records.ts';
import { useLinkStatus } from '../../data/room.ts';
import { presenceWords } from '../../features/attendance/presence-words.ts';
import { ScreenFloor } from '../../features/floor/ScreenFloor.tsx';
import { useFloor } from '../../features/floor/use-floor.ts';
import { ScreenVote } from '../../features/votes/ScreenVote.tsx';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { ScreenLayout } from '../../ui/layout/ScreenLayout.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import { Settings } from '../frame/Settings.tsx';
import { useMeeting } from '../frame/use-meeting.ts';
import { useRoomTime } from '../frame/use-room-time.ts';
import { nextOnScreen, publicPicture, type PublicPicture } from './public-picture.ts';
import { ScreenState } from './ScreenState.tsx';
import styles from './ScreenWindow.module.css';

/** The room screen: public facts alone, few and huge. Without its source the last picture stays, with a small mark. */
export function ScreenWindow() {
  const { meeting, items, item, running, matter } = useMeeting();
  const { speaker, queue } = useFloor(meeting?.id ?? null, item?.id ?? null);
  const picture = publicPicture({ meeting, item, running, matter, speaker });
  const notice = useNotice();
  const frame = useFrame(picture, items);
  return (
    <ScreenLayout {...frame} clock={<Corner />} {...(notice === null ? {} : { notice })}>
      <Picture picture={picture} queue={queue} />
    </ScreenLayout>
  );
}

/** What stands around a picture: where the room is, and what comes next. */
function useFrame(
  picture: PublicPicture,
  items: readonly AgendaItem[],
): Pick<ComponentProps<typeof ScreenLayout>, 'eyebrow' | 'title' | 'footer'> {
  const { general, meeting: words, screen } = useMessages();
  if (picture.kind === 'nothing') return { eyebrow: general.productName, title: screen.waitingTitle };
  const { meeting } = picture;
  const whole = { eyebrow: meeting.body.name, title: meeting.title };
  const next = (after: AgendaItem | null): string[] => {
    const following = nextOnScreen(items, after);
    return following === null ? [] : [words.next(following.order, following.title)];
  };
  switch (picture.kind) {
    case 'before':
    case 'closed':
      return whole;
    case 'opened':
      return { ...whole, footer: next(null).join('') };
    case 'break':
    case 'withheld':
      return { ...whole, footer: presenceWords(meeting, words) };
    case 'vote': {
      const { item, vote } = picture;
      const present = words.present(meeting.membersPresent, meeting.body.inOffice);
      return {
        eyebrow: `${meeting.title} · ${words.item(item.order)}`,
        title: vote.title,
        footer: [present, ...next(item)].join(' · '),
      };
    }
    case 'speaker': {
      const { item } = picture;
      return {
        eyebrow: `${meeting.title} · ${words.item(item.order)}`,
        title: item.title,
        footer: [presenceWords(meeting, words), ...next(item)].join(' · '),
      };
    }
    case 'item': {
      const { item } = picture;
      return {
        eyebrow: meeting.title,
        title: words.item(item.order),
        footer: [presenceWords(meeting, words), ...next(item)].join(' · '),
      };
    }
  }
}

interface PictureProps {
  readonly picture: PublicPicture;
  readonly queue: readonly Speech[];
}

function Picture({ picture, queue }: PictureProps) {
  const { chair, screen } = useMessages();
  const format = useFormat();
  const tally = useRecord('tally', picture.kind === 'vote' ? picture.vote.id : null);
  switch (picture.kind) {
    case 'nothing':
      return null;
    case 'before':
    case 'opened':
    case 'closed':
      return <ScreenState meeting={picture.meeting} />;
    case 'break':
      return (
        <div className={styles.facts}>
          <p className={styles.item}>{screen.breakTitle}</p>
          <p className={styles.fact}>{chair.breakSince(format.time(picture.since))}</p>
        </div>
      );
    case 'withheld':
      return <p className={styles.item}>{screen.inSession}</p>;
    case 'vote':
      return <ScreenVote vote={picture.vote} meeting={picture.meeting} tally={tally} />;
    case 'speaker':
      return <ScreenFloor speaker={picture.speaker} queue={queue} />;
    case 'item':
      return (
        <>
          <p className={styles.item}>{picture.item.title}</p>
          <ScreenFloor speaker={null} queue={queue} />
        </>
      );
  }
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
  const ownTime = useOwnTime();
  const link = useLinkStatus();
  switch (link.state) {
    case 'live':
      return null;
    case 'offline':
    case 'rejected':
      return screen.lost(format.time(ownTime(link.since)));
    case 'connecting':
    case 'unregistered':
      return screen.connecting;
  }
}
