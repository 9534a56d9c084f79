import { useState } from 'react';
import { announcementChars, type Announcement } from '../../../shared/records/announcement.ts';
import { announcementId, type ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { newId } from '../../data/new-id.ts';
import { useRecords } from '../../data/records.ts';
import { delegateOf, delegateOptions, type Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import styles from './Messages.module.css';

interface AnnouncementDeskProps {
  readonly meeting: Meeting;
  readonly delegates: readonly Delegate[];
}

/** Announcements: one to write, to all or to one person, and those sent, which can be taken back. */
export function AnnouncementDesk({ meeting, delegates }: AnnouncementDeskProps) {
  const { messaging: words } = useMessages();
  const { ask, isPending } = useAsk();
  const [to, setTo] = useState<ParticipantId | 'all'>('all');
  const [text, setText] = useState('');
  const send = (): void => {
    if (text.trim() === '') return;
    ask('announcement/send', {
      announcementId: announcementId.parse(newId()),
      meetingId: meeting.id,
      text: text.trim(),
      to: to === 'all' ? 'all' : [to],
    });
    setText('');
  };
  return (
    <div className={styles.box}>
      <form
        className={styles.fields}
        aria-label={words.announcement}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <h3 className={styles.heading}>{words.announcement}</h3>
        <Select<ParticipantId | 'all'>
          label={words.announceTo}
          placeholder={words.announceTo}
          selectedId={to}
          onSelect={setTo}
          options={[{ id: 'all', label: words.toAll }, ...delegateOptions(delegates)]}
        />
        <TextField
          label={words.announceText}
          value={text}
          onChange={setText}
          lines={2}
          maxLength={announcementChars}
        />
        <Button
          label={words.announceSend}
          isDisabled={text.trim() === ''}
          isPending={isPending}
          onPress={send}
        />
      </form>
      <SentAnnouncements meeting={meeting} delegates={delegates} />
    </div>
  );
}

function SentAnnouncements({ meeting, delegates }: AnnouncementDeskProps) {
  const { messaging: words } = useMessages();
  const format = useFormat();
  const { ask } = useAsk();
  const sent = useRecords('announcement').filter(({ meetingId }) => meetingId === meeting.id);
  const byId = Map.groupBy(sent, ({ id }) => id);
  const addressee = ({ participantId }: Announcement): string =>
    participantId === null ? words.toAll : (delegateOf(delegates, participantId)?.person?.fullName ?? '');
  return (
    <Panel title={words.announced}>
      {byId.size === 0 && <ListRow title={words.noAnnouncements} tone="past" />}
      {[...byId.entries()]
        .toSorted(([, a], [, b]) => (b[0]?.at ?? 0) - (a[0]?.at ?? 0))
        .map(([id, records]) => {
          const first = records[0];
          if (first === undefined) return null;
          const facts = words.announcedTo(records.map(addressee).join(', '), format.time(first.at));
          const isOver = first.withdrawnAt !== null;
          return (
            <ListRow
              key={id}
              title={first.text}
              detail={isOver ? `${facts} · ${words.withdrawn}` : facts}
              tone={isOver ? 'past' : 'plain'}
              {...(isOver
                ? {}
                : {
                    trail: (
                      <Button
                        label={words.withdrawAnnouncement}
                        onPress={() => ask('announcement/withdraw', { announcementId: id })}
                      />
                    ),
                  })}
            />
          );
        })}
    </Panel>
  );
}
