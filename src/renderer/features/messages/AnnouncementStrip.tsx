import { useState } from 'react';
import type { MeetingId } from '../../../shared/records/ids.ts';
import { useRecords } from '../../data/records.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

/** The latest announcement for whoever sits here, above the page and never over it, until it has been read. */
export function AnnouncementStrip({ meetingId }: { readonly meetingId: MeetingId }) {
  const { messaging: words } = useMessages();
  const format = useFormat();
  const [readUpTo, setReadUpTo] = useState(0);
  const latest = useRecords('announcement')
    .filter((one) => one.meetingId === meetingId && one.withdrawnAt === null)
    .toSorted((a, b) => b.at - a.at)[0];
  if (latest === undefined || latest.at <= readUpTo) return null;
  return (
    <Banner
      tone="info"
      title={latest.text}
      detail={words.announcementFrom(format.time(latest.at))}
      action={<Button label={words.read} size="seat" onPress={() => setReadUpTo(latest.at)} />}
    />
  );
}
