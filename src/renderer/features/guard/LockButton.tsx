import { Lock } from 'lucide-react';
import { useGuard, useGuardState } from '../../data/guard.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';

/** One touch that hides everything; there once somebody has signed in, whose PIN would open it again. */
export function LockButton() {
  const { guard: words } = useMessages();
  const { canLock } = useGuardState();
  const guard = useGuard();
  if (!canLock) return null;
  const lock = (): void => {
    guard.lock().catch((reason: unknown) => console.error('lock:', reason));
  };
  return <Button label={words.lock} icon={Lock} size="seat" variant="quiet" onPress={lock} />;
}
