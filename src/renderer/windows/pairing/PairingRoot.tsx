import { useEffect, useState } from 'react';
import type { PairingApi, PairingWindowScreen } from '../../../shared/bridge/pairing-ipc.ts';
import type { Watchable } from '../../../shared/std/signal.ts';
import { useWatchable } from '../../data/use-watchable.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { Settings } from '../frame/Settings.tsx';
import { StartNotice } from '../start/StartNotice.tsx';
import { watchPairing } from './open-pairing-api.ts';
import { UnpairedTerminal } from './UnpairedTerminal.tsx';

/** The window of a machine that is not paired, from its preload to what it shows. */
export function PairingRoot({ api }: { readonly api: PairingApi }) {
  const [screen, setScreen] = useState<Watchable<PairingWindowScreen> | null>(null);
  useEffect(() => {
    watchPairing(api).then(setScreen, (reason: unknown) => console.error('pairing:', reason));
  }, [api]);
  return screen === null ? <StartNotice state="opening" /> : <PairingWindow api={api} screen={screen} />;
}

interface PairingWindowProps {
  readonly api: PairingApi;
  readonly screen: Watchable<PairingWindowScreen>;
}

function PairingWindow({ api: { requests }, screen }: PairingWindowProps) {
  const { general, unpaired } = useMessages();
  const shown = useWatchable(screen);
  const tell = (asked: Promise<unknown>): void =>
    void asked.catch((reason: unknown) => console.error('pairing:', reason));
  return (
    <SurfaceLayout
      top={
        <TopBar
          title={general.productName}
          subtitle={unpaired.machine(shown.machineName)}
          end={<Settings />}
        />
      }
    >
      <UnpairedTerminal
        screen={shown}
        onPlace={(place) => tell(requests['pairing/choose-place'](place))}
        onBegin={(address) => tell(requests['pairing/begin']({ address }))}
        onTicket={(id) => tell(requests['pairing/begin-by-ticket']({ id }))}
        onChooseTicket={() => tell(requests['pairing/choose-ticket'](undefined))}
        onStop={() => tell(requests['pairing/stop'](undefined))}
      />
    </SurfaceLayout>
  );
}
