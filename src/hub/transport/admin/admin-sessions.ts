import { createHash } from 'node:crypto';
import { adminIdleMs } from '../../../shared/protocol/admin/session.ts';

/** Somebody signed in as IT. */
export interface AdminSession {
  /** Counts the sessions since the hub started; what the log calls it. */
  readonly number: number;
  readonly address: string;
  readonly begunAt: number;
}

/** The sessions of IT. They are in memory alone: with the hub they end. */
export interface AdminSessions {
  /** Begins a session under a token that nobody else knows. */
  begin(token: string, address: string): AdminSession;
  /** The session of a token, which its person uses now; null when there is none or it has ended. */
  use(token: string): AdminSession | null;
  /** The same for a request that no person made: the session does not last longer for it. */
  look(token: string): AdminSession | null;
  end(token: string): void;
  /** Ends all but the session of this token. */
  endOthers(token: string): void;
}

/** More sessions than this are not kept; the one that has been idle longest ends. */
const mostSessions = 32;

/** Sessions that end after {@link adminIdleMs} in which nobody used them. */
export function createAdminSessions(now: () => number): AdminSessions {
  const sessions = new Map<string, { readonly session: AdminSession; usedAt: number }>();
  let count = 0;

  const find = (token: string) => {
    const found = sessions.get(keyOf(token));
    if (found === undefined) return null;
    const idleMs = now() - found.usedAt;
    // A clock that was put back does not prolong a session.
    if (idleMs >= 0 && idleMs < adminIdleMs) return found;
    sessions.delete(keyOf(token));
    return null;
  };

  const makeRoom = (): void => {
    if (sessions.size < mostSessions) return;
    const [longest] = [...sessions].toSorted(([, one], [, other]) => one.usedAt - other.usedAt);
    if (longest !== undefined) sessions.delete(longest[0]);
  };

  return {
    begin(token, address) {
      makeRoom();
      count += 1;
      const session: AdminSession = { number: count, address, begunAt: now() };
      sessions.set(keyOf(token), { session, usedAt: now() });
      return session;
    },
    use(token) {
      const found = find(token);
      if (found !== null) found.usedAt = now();
      return found?.session ?? null;
    },
    look: (token) => find(token)?.session ?? null,
    end: (token) => void sessions.delete(keyOf(token)),
    endOthers(token) {
      const own = keyOf(token);
      for (const key of sessions.keys()) if (key !== own) sessions.delete(key);
    },
  };
}

/** Looked up by its hash, so that the time of a lookup says nothing about a token. */
function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
