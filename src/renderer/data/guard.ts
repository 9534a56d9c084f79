import type { GuardBridge, GuardState } from '../../shared/bridge/bridge.ts';
import { useBridge } from './data-context.ts';
import { useWatchable } from './use-watchable.ts';

/** Whether this terminal may show what it holds. */
export function useGuardState(): GuardState {
  return useWatchable(useBridge().guard.state);
}

/** The lock of this terminal. */
export function useGuard(): Pick<GuardBridge, 'lock' | 'unlock'> {
  return useBridge().guard;
}
