import { isPresenceEnough, presenceNeeded } from '../../../shared/domain/majority.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Messages } from '../../i18n/messages.vi.ts';

/** "Có mặt 13/15 – đủ điều kiện họp"; without the last part where the body sets no least presence. */
export function presenceWords(meeting: Meeting, words: Messages['meeting'], joint = ' – '): string {
  const { body, membersPresent } = meeting;
  const count = words.present(membersPresent, body.inOffice);
  if (body.presence === null) return count;
  const isEnough = isPresenceEnough(body, membersPresent);
  return `${count}${joint}${isEnough ? words.enough : words.notEnough(presenceNeeded(body.presence, body.inOffice))}`;
}
