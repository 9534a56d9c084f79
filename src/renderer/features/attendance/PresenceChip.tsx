import { isPresenceEnough } from '../../../shared/domain/majority.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { presenceWords } from './presence-words.ts';

interface PresenceChipProps {
  readonly meeting: Meeting;
  readonly hasGuests?: boolean;
}

/** How many members are here, and whether that is enough to meet. */
export function PresenceChip({ meeting, hasGuests = false }: PresenceChipProps) {
  const { meeting: words } = useMessages();
  const isEnough = isPresenceEnough(meeting.body, meeting.membersPresent);
  return (
    <>
      <Chip tone={isEnough ? 'info' : 'waiting'} label={presenceWords(meeting, words)} />
      {hasGuests && (
        <Chip tone="neutral" hasDot={false} label={words.invited(meeting.invitedPresent, meeting.invited)} />
      )}
    </>
  );
}
