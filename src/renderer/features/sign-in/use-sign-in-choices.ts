import { useEffect, useState } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { SignInChoices } from '../../../shared/protocol/http.ts';
import { useBridge } from '../../data/data-context.ts';
import { useLinkStatus } from '../../data/room.ts';

/** A person to be chosen; how the PIN is checked is the host's matter. */
export type SignInChoice = Pick<
  SignInChoices['participants'][number],
  'participantId' | 'fullName' | 'office' | 'seat'
>;

/** The people who may sign in here, asked of the hub whenever the link comes; null until it has answered. */
export function useSignInChoices(isWanted: boolean): readonly SignInChoice[] | null {
  const { device } = useBridge();
  const isLive = useLinkStatus().state === 'live';
  const [choices, setChoices] = useState<readonly SignInChoice[] | null>(null);
  useEffect(() => {
    if (!isWanted || !isLive) return undefined;
    let isOver = false;
    device.signInChoices().then(
      (answer) => {
        if (!isOver && answer.ok) setChoices(answer.value.participants);
      },
      (reason: unknown) => {
        if (!(reason instanceof LinkDown)) console.error('sign-in choices:', reason);
      },
    );
    return () => {
      isOver = true;
    };
  }, [device, isLive, isWanted]);
  return choices;
}
