import { KeyRound } from 'lucide-react';
import { useIdentity } from '../../data/room.ts';
import { delegateOf } from '../../data/select/people.ts';
import { MyNotesPanel } from '../../features/private-notes/MyNotesPanel.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { PopoverButton } from '../../ui/controls/PopoverButton.tsx';
import { useMeeting } from './use-meeting.ts';

/** The PIN and the recovery key of whoever is signed in at a console, behind a button; nothing while nobody is. */
export function OwnKeys() {
  const { privateNotes: words } = useMessages();
  const { meeting, delegates } = useMeeting();
  const me = useIdentity().participantId;
  if (me === null || meeting === null) return null;
  const name = delegateOf(delegates, me)?.person?.fullName ?? '';
  return (
    <PopoverButton label={words.ownKeys} icon={KeyRound}>
      <MyNotesPanel meetingId={meeting.id} name={name} />
    </PopoverButton>
  );
}
