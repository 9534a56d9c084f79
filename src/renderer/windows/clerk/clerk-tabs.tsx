import type { ReactNode } from 'react';
import { useIdentity } from '../../data/room.ts';
import { BodyPanel } from '../../features/bodies/BodyPanel.tsx';
import { LogExportPanel } from '../../features/export/LogExportPanel.tsx';
import { PackExportPanel } from '../../features/export/PackExportPanel.tsx';
import { PaperCopiesDesk } from '../../features/paper-copies/PaperCopiesDesk.tsx';
import { ResetPins } from '../../features/private-notes/ResetPins.tsx';
import { RoomCheck } from '../../features/room-check/RoomCheck.tsx';
import { RunningRecord } from '../../features/running-record/RunningRecord.tsx';
import { ClerkVotes } from '../../features/votes/ClerkVotes.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { TabItem } from '../../ui/controls/Tabs.tsx';
import { ConsoleReader } from '../frame/ConsoleReader.tsx';
import type { MeetingView } from '../frame/use-meeting.ts';
import { ClerkFloor } from './ClerkFloor.tsx';
import { ClerkRoll } from './ClerkRoll.tsx';
import { ClerkPapers } from './ClerkPapers.tsx';
import styles from './ClerkWindow.module.css';

/** The parts of the secretary's desk. */
export type ClerkView =
  | 'roll'
  | 'floor'
  | 'record'
  | 'votes'
  | 'copies'
  | 'documents'
  | 'reading'
  | 'rules'
  | 'pins'
  | 'check';

/** The tabs of the secretary's desk: what the meeting needs first, then its papers, then the room. */
export function useClerkTabs(room: MeetingView): readonly TabItem<ClerkView>[] {
  return [...useMeetingTabs(room), ...usePaperTabs(room), ...useRoomTabs(room)];
}

function tab(id: ClerkView, label: string, content: ReactNode, count?: string): TabItem<ClerkView> {
  return { id, label, content, ...(count === undefined ? {} : { count }) };
}

function useMeetingTabs(room: MeetingView): readonly TabItem<ClerkView>[] {
  const { meeting, items, votes, delegates } = room;
  const { clerk, floor, runningRecord } = useMessages();
  const me = useIdentity().participantId;
  if (meeting === null) return [];
  const voting = (
    <>
      <ClerkVotes meeting={meeting} items={items} votes={votes} delegates={delegates} me={me} />
      <LogExportPanel />
    </>
  );
  return [
    tab('roll', clerk.rollCall, <ClerkRoll room={room} />),
    tab('floor', floor.title, <ClerkFloor room={room} />),
    tab('record', runningRecord.title, <RunningRecord meeting={meeting} items={items} />),
    tab('votes', clerk.votes, voting, `${votes.length}`),
  ];
}

function usePaperTabs(room: MeetingView): readonly TabItem<ClerkView>[] {
  const { meeting, items, votes, delegates } = room;
  const { clerk, paperCopies, seat } = useMessages();
  const onPaper = items.filter(({ papers }) => papers === 'paper');
  if (meeting === null) return [];
  const copies = <PaperCopiesDesk meeting={meeting} items={onPaper} delegates={delegates} />;
  const papers = (
    <>
      <ClerkPapers meeting={meeting} items={items} votes={votes} />
      <PackExportPanel meeting={meeting} items={items} />
    </>
  );
  const reading = (
    <div className={styles.reading}>
      <ConsoleReader room={room} />
    </div>
  );
  return [
    ...(onPaper.length === 0 ? [] : [tab('copies', paperCopies.title, copies)]),
    tab('documents', clerk.documents, papers),
    tab('reading', seat.present, reading),
  ];
}

function useRoomTabs({ meeting, delegates }: MeetingView): readonly TabItem<ClerkView>[] {
  const { bodies, privateNotes, roomCheck } = useMessages();
  if (meeting === null) return [];
  return [
    tab('rules', bodies.tab, <BodyPanel key={meeting.id} meeting={meeting} />),
    tab('pins', privateNotes.resetTab, <ResetPins delegates={delegates} />),
    tab('check', roomCheck.title, <RoomCheck meeting={meeting} />),
  ];
}
