import { useState } from 'react';
import type { AdminMethod } from '../../../shared/bridge/admin-link.ts';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { HttpRefusal } from '../../../shared/protocol/http.ts';
import { useAdminLink } from './AdminProvider.tsx';

/** A step of IT: what the hub answered, or why it did not. */
export interface AdminStep {
  readonly isPending: boolean;
  /** The refusal of the last step; `away` when the hub did not answer. Null when it was done, or none was made. */
  readonly problem: HttpRefusal | 'away' | null;
  /** Resolves with the hub's answer (not parsed), or null when it was refused or the hub is away. */
  readonly take: (
    method: AdminMethod,
    path: string,
    body?: unknown,
  ) => Promise<{ readonly answer: unknown } | null>;
  readonly forget: () => void;
}

/** Steps of IT, one at a time. */
export function useAdminStep(): AdminStep {
  const link = useAdminLink();
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<AdminStep['problem']>(null);
  return {
    isPending,
    problem,
    forget: () => setProblem(null),
    async take(method, path, body) {
      setIsPending(true);
      setProblem(null);
      try {
        const outcome = await link.ask(method, path, body);
        if (outcome.ok) return { answer: outcome.value };
        setProblem(outcome.reason);
        return null;
      } catch (reason) {
        if (!(reason instanceof LinkDown)) throw reason;
        setProblem('away');
        return null;
      } finally {
        setIsPending(false);
      }
    },
  };
}
