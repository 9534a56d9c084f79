import { useEffect, useState } from 'react';
import type { Bridge } from '../../../shared/bridge/bridge.ts';
import type { ChooseBridgeOptions } from '../../bridge/choose-bridge.ts';
import { NoSurface } from '../../bridge/choose-bridge.ts';
import { App } from './App.tsx';
import { StartNotice } from './StartNotice.tsx';
import { SurfaceList } from './SurfaceList.tsx';

type Phase =
  | { readonly name: 'opening' | 'waiting' | 'failed' }
  | { readonly name: 'list' }
  | { readonly name: 'open'; readonly bridge: Bridge };

interface StartProps {
  readonly openBridge: (options: ChooseBridgeOptions) => Promise<Bridge>;
  /** Fragment of the address as the page was loaded. */
  readonly hash: string;
}

/** From the address to a window: opens the bridge, or lists the surfaces where the address names none. */
export function Start({ openBridge, hash }: StartProps) {
  const [phase, setPhase] = useState<Phase>({ name: 'opening' });
  useEffect(() => {
    openBridge({
      onWaiting: () => setPhase({ name: 'waiting' }),
      onTrouble: (reason) => console.warn('bridge:', reason),
    }).then(
      (bridge) => setPhase({ name: 'open', bridge }),
      (reason: unknown) => {
        if (reason instanceof NoSurface) return setPhase({ name: 'list' });
        console.error('start:', reason);
        return setPhase({ name: 'failed' });
      },
    );
  }, [openBridge]);
  switch (phase.name) {
    case 'open':
      return <App bridge={phase.bridge} />;
    case 'list':
      return <SurfaceList hash={hash} />;
    case 'opening':
    case 'waiting':
    case 'failed':
      return <StartNotice state={phase.name} />;
  }
}
