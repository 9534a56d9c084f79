import { useMemo } from 'react';
import type { Bridge } from '../../../shared/bridge/bridge.ts';
import { DataProvider } from '../../data/DataProvider.tsx';
import { useWatchable } from '../../data/use-watchable.ts';
import { useIdentity } from '../../data/room.ts';
import { RegisterPanel } from '../../features/sign-in/RegisterPanel.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { ChairWindow } from '../chair/ChairWindow.tsx';
import { ClerkWindow } from '../clerk/ClerkWindow.tsx';
import { ConsoleGate } from '../frame/ConsoleGate.tsx';
import { GuardGate } from '../frame/GuardGate.tsx';
import { Settings } from '../frame/Settings.tsx';
import { ScreenWindow } from '../screen/ScreenWindow.tsx';
import { SeatWindow } from '../seat/SeatWindow.tsx';
import { StartNotice } from './StartNotice.tsx';

/** A window of the room, over a bridge that is open. It shows nothing before it is known what has been recalled. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const surface = useMemo(() => <Surface />, []);
  const isChecking = useWatchable(bridge.guard.state).state === 'checking';
  if (isChecking) return <StartNotice state="checking" />;
  return <DataProvider bridge={bridge}>{surface}</DataProvider>;
}

function Surface() {
  const { general } = useMessages();
  const { registered, surface } = useIdentity();
  if (registered === null) return <Unregistered />;
  switch (surface) {
    case 'seat':
      return (
        <GuardGate>
          <SeatWindow />
        </GuardGate>
      );
    case 'chair':
      return (
        <ConsoleGate title={general.surface.chair}>
          <ChairWindow />
        </ConsoleGate>
      );
    case 'clerk':
      return (
        <ConsoleGate title={general.surface.clerk}>
          <ClerkWindow />
        </ConsoleGate>
      );
    case 'screen':
      return <ScreenWindow />;
  }
}

function Unregistered() {
  const { general } = useMessages();
  const { surface, seat } = useIdentity();
  const title = seat === null ? general.surface[surface] : `${general.surface[surface]} ${seat}`;
  return (
    <SurfaceLayout top={<TopBar title={general.productName} subtitle={title} end={<Settings />} />}>
      <RegisterPanel />
    </SurfaceLayout>
  );
}
