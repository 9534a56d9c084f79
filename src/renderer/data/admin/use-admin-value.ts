import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { AdminLink } from '../../../shared/bridge/admin-link.ts';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import { useAdminLink } from './AdminProvider.tsx';

/** What the hub says at a path, as the page last heard it. */
export interface AdminValue<Value> {
  /** Null before the first answer; afterwards the last one, also while the hub is away. */
  readonly value: Value | null;
  /** This machine's clock when it was heard. */
  readonly heardAt: number | null;
  /** The hub did not answer the last time. */
  readonly isAway: boolean;
  readonly refusal: RefusalCode | null;
}

const nothing = { value: null, heardAt: null, isAway: false, refusal: null };

/**
 * Follows what the hub says at `path`: asks now, then every `everyMs` after an answer, and at once when `turn` changes.
 * @param schema the same object every time
 */
export function useAdminValue<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  everyMs: number,
  turn = 0,
): AdminValue<z.infer<Schema>> {
  const link = useAdminLink();
  const [value, setValue] = useState<AdminValue<z.infer<Schema>>>(nothing);
  useEffect(() => {
    const follower = follow(link, path, everyMs, (told) => setValue((before) => told(before, schema)));
    return () => follower.stop();
  }, [link, path, schema, everyMs, turn]);
  return value;
}

type Told = <Schema extends z.ZodType>(
  before: AdminValue<z.infer<Schema>>,
  schema: Schema,
) => AdminValue<z.infer<Schema>>;

function follow(link: AdminLink, path: string, everyMs: number, tell: (told: Told) => void) {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const told = await heardAt(link, path);
    if (isStopped) return;
    tell(told);
    timer = setTimeout(() => void look(), everyMs);
  };
  void look();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function heardAt(link: AdminLink, path: string): Promise<Told> {
  try {
    const outcome = await link.watch(path);
    const heard = Date.now();
    if (!outcome.ok) return (before) => ({ ...before, isAway: false, refusal: outcome.reason.code });
    return (_before, schema) => ({
      value: schema.parse(outcome.value),
      heardAt: heard,
      isAway: false,
      refusal: null,
    });
  } catch (reason) {
    if (!(reason instanceof LinkDown)) console.error('admin:', reason);
    return (before) => ({ ...before, isAway: true });
  }
}
