import { Activity, type ReactNode } from 'react';
import { useGuardState } from '../../data/guard.ts';
import { LockScreen } from '../../features/guard/LockScreen.tsx';
import { useCardLock } from '../../features/guard/use-card-lock.ts';
import { idleLockMsOf, useIdleLock } from '../../features/guard/use-idle-lock.ts';

/** A seat that locks itself. Behind the lock everything stays as it was, drawn nowhere. */
export function GuardGate({ children }: { readonly children: ReactNode }) {
  const isLocked = useGuardState().state === 'locked';
  useIdleLock(idleLockMsOf(location.search));
  useCardLock();
  return (
    <>
      <Activity mode={isLocked ? 'hidden' : 'visible'}>{children}</Activity>
      {isLocked && <LockScreen />}
    </>
  );
}
