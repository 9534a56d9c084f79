import { FileText, LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { useRoster } from '../../data/room.ts';
import { isTakingBallots } from '../../data/select/votes.ts';
import { RoomMap } from '../../features/seating/RoomMap.tsx';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';
import { ConsoleReader } from '../frame/ConsoleReader.tsx';
import { useMeetingState } from '../frame/use-meeting-state.ts';
import type { MeetingView } from '../frame/use-meeting.ts';
import { ChairVote, TextMissing } from './ChairVote.tsx';
import styles from './ChairRoom.module.css';

interface ChairRoomProps {
  readonly room: MeetingView;
  /** The prepared vote that is put next; null where there is none, or while another runs. */
  readonly next: Vote | null;
}

/** The middle of the chair's console: the matter of the moment with its numbers, and the room as a map. */
export function ChairRoom({ room, next }: ChairRoomProps) {
  const { meeting, matter } = room;
  const { viewer } = useMessages();
  const [isReading, setReading] = useState(false);
  if (meeting === null) return null;
  const isTaking = matter !== null && isTakingBallots(matter);
  // While ballots come in, nothing stands before their numbers.
  const reads = isReading && !isTaking;
  const change = isTaking ? null : (
    <ToolButton
      label={reads ? viewer.roomView : viewer.readingView}
      icon={reads ? LayoutGrid : FileText}
      hasWord
      onPress={() => setReading(!reads)}
    />
  );
  if (reads) {
    return (
      <div className={styles.reading}>
        <ConsoleReader room={room} corner={change} canCopy={room.meeting?.body.copies?.words ?? true} />
      </div>
    );
  }
  return (
    <div className={styles.room}>
      <div className={styles.head}>
        <Matter room={room} />
        {change}
      </div>
      <RoomNumbers room={room} next={next} />
    </div>
  );
}

/** The numbers of the vote, and the room as a map. */
function RoomNumbers({ room, next }: ChairRoomProps) {
  const { meeting, running, matter, delegates } = room;
  const roster = useRoster();
  const progress = useRecord('vote-progress', matter?.id ?? null);
  if (meeting === null) return null;
  return (
    <>
      <TextMissing room={room} next={next} />
      {matter !== null && <ChairVote room={room} vote={matter} />}
      <RoomMap room={{ meeting, delegates, roster, vote: running, progress }} />
    </>
  );
}

function Matter({ room: { meeting, item, matter } }: { readonly room: MeetingView }) {
  const { chair, meeting: words, votes } = useMessages();
  const stateOf = useMeetingState();
  const format = useFormat();
  if (meeting === null) return null;
  if (matter !== null) {
    return (
      <div className={styles.matter}>
        <h2 className={styles.title}>{matter.title}</h2>
        <Chip tone={isTakingBallots(matter) ? 'accent' : 'info'} label={votes.states[matter.state]} />
      </div>
    );
  }
  if (item !== null && meeting.state === 'open') {
    return (
      <div className={styles.matter}>
        <h2 className={styles.title}>{words.itemTitle(item.order, item.title)}</h2>
        <Chip
          tone="info"
          label={
            meeting.breakSince === null ? chair.discussing : chair.breakSince(format.time(meeting.breakSince))
          }
        />
      </div>
    );
  }
  const planned = words.plannedAt(format.time(meeting.plannedAt), format.longDate(meeting.plannedAt));
  return (
    <div className={styles.matter}>
      <div>
        <h2 className={styles.title}>{meeting.title}</h2>
        <p className={styles.place}>
          {meeting.place} · {planned}
        </p>
      </div>
      <Chip
        tone={meeting.state === 'open' ? 'info' : 'neutral'}
        label={meeting.state === 'open' ? chair.noItem : stateOf(meeting)}
      />
    </div>
  );
}
