import { useSyncExternalStore } from 'react';
import type { Watchable } from '../../shared/std/signal.ts';

/** The present value of `watchable`; renders again when it changes. */
export function useWatchable<Value>(watchable: Watchable<Value>): Value {
  return useSyncExternalStore(watchable.subscribe, watchable.get);
}
