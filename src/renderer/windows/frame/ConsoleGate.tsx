import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRecordSet } from '../../data/records.ts';
import { useIdentity, useLinkStatus } from '../../data/room.ts';
import { RegisterPanel } from '../../features/sign-in/RegisterPanel.tsx';
import { ConsoleSignIn } from '../../features/sign-in/ConsoleSignIn.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ConsoleTop } from './ConsoleTop.tsx';

interface ConsoleGateProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Lets a person through to a console: the terminal registered, the person signed in, a meeting there. */
export function ConsoleGate({ title, children }: ConsoleGateProps) {
  const { meeting: words } = useMessages();
  const { participantId } = useIdentity();
  const { code } = useLinkStatus();
  const meetings = useRecordSet('meeting');
  const frame = (content: ReactNode) => (
    <SurfaceLayout top={<ConsoleTop title={title} />}>{content}</SurfaceLayout>
  );
  if (code === 'access/unknown-device') return frame(<RegisterPanel />);
  if (participantId === null) return frame(<ConsoleSignIn />);
  if (meetings.list.length === 0) {
    return frame(meetings.read && <EmptyState icon={CalendarClock} title={words.none} />);
  }
  return children;
}
