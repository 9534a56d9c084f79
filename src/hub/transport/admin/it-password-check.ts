import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import type { ItPassword } from '../../store/it-password.ts';
import { createOneAtATime } from '../one-at-a-time.ts';
import { sameText } from '../same-text.ts';
import { tryInThread } from './password-thread.ts';

/** Tries passwords for signing in as IT. */
export interface ItPasswordCheck {
  /** Why a password does not open; null when it does. */
  try(password: string): Promise<Extract<RefusalCode, `admin/${string}` | 'hub/busy'> | null>;
}

/** More tries than this are not kept waiting: each takes a third of a second and 64 MiB. */
const mostWaiting = 8;

/**
 * Tries passwords against the one that is kept, one at a time.
 * @param trial opens a room for which none has been set yet, until the hub stops; null where there is none
 */
export function createItPasswordCheck(
  kept: Pick<ItPassword, 'encoded'>,
  trial: string | null = null,
): ItPasswordCheck {
  const oneAtATime = createOneAtATime();
  let waiting = 0;
  return {
    async try(password) {
      const encoded = kept.encoded();
      if (encoded === null && trial === null) return 'admin/no-password';
      if (waiting >= mostWaiting) return 'hub/busy';
      waiting += 1;
      try {
        const isRight = await oneAtATime(async () =>
          encoded === null ? sameText(password, trial ?? '') : await tryInThread(password, encoded),
        );
        return isRight ? null : 'admin/wrong-password';
      } finally {
        waiting -= 1;
      }
    },
  };
}
