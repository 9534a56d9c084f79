import type { Meeting } from '../../../shared/records/meeting.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';

/** What a meeting is at, in words, wherever it stands by its title; a recall outweighs everything else. */
export function useMeetingState(): (meeting: Meeting) => string {
  const { guard, meeting: words } = useMessages();
  const format = useFormat();
  return ({ state, openedAt, recalledAt }) => {
    if (recalledAt !== null) return guard.recalledAt(format.time(recalledAt), format.date(recalledAt));
    if (state === 'open') return openedAt === null ? words.current : words.openedAt(format.time(openedAt));
    return { draft: words.draft, released: words.released, closed: words.closed }[state];
  };
}
