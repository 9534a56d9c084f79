import { useState } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { HttpRefusal } from '../../../shared/protocol/http.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import { useBridge } from '../../data/data-context.ts';

/** `away`: the hub could not be asked. */
export type SignInTrouble = HttpRefusal | 'away' | null;

export interface PinSignIn {
  readonly pin: string;
  readonly setPin: (pin: string) => void;
  readonly trouble: SignInTrouble;
  readonly isPending: boolean;
  /** Asks the hub; on a refusal the PIN is emptied and `trouble` says why. */
  readonly signIn: (participantId: ParticipantId, pin: string) => Promise<void>;
  readonly reset: () => void;
}

/** The person belongs to another seat, or is at it already. */
export function isElsewhere(trouble: SignInTrouble): boolean {
  return (
    trouble !== null &&
    trouble !== 'away' &&
    (trouble.code === 'access/wrong-seat' || trouble.code === 'access/signed-in-elsewhere')
  );
}

/** One attempt after another to sign a person in at this terminal. */
export function usePinSignIn(): PinSignIn {
  const { device } = useBridge();
  const [pin, setPin] = useState('');
  const [trouble, setTrouble] = useState<SignInTrouble>(null);
  const [isPending, setIsPending] = useState(false);
  const reset = (): void => {
    setPin('');
    setTrouble(null);
  };
  const signIn = async (participantId: ParticipantId, entered: string): Promise<void> => {
    setIsPending(true);
    try {
      const outcome = await device.signIn(participantId, entered);
      setTrouble(outcome.ok ? null : outcome.reason);
    } catch (reason) {
      if (!(reason instanceof LinkDown)) throw reason;
      setTrouble('away');
    } finally {
      setPin('');
      setIsPending(false);
    }
  };
  return { pin, setPin, trouble, isPending, signIn, reset };
}
