import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/app.css';
import { readAddress } from './bridge/browser/address.ts';
import { chooseBridge } from './bridge/choose-bridge.ts';
import { enginePool } from './features/documents/pdf/engine-pool.ts';
import { ReadingMemoryProvider } from './view/kept-reading.ts';
import { createLastPlaces, LastPlacesProvider } from './view/last-places.ts';
import { AppearanceRoot } from './windows/frame/appearance.tsx';
import { pairingApi } from './windows/pairing/open-pairing-api.ts';
import { startingLook } from './styles/starting-look.ts';
import { Start } from './windows/start/Start.tsx';
import { StartNotice } from './windows/start/StartNotice.tsx';

/** A small thing that the window keeps by itself; a browser that refuses loses nothing else. */
function keptAs(key: string) {
  return {
    read(): unknown {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    write(value: unknown): void {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch (reason) {
        console.warn(`${key} not kept:`, reason);
      }
    },
  };
}

/** Loaded when it is asked for: no terminal needs it. */
const AdminRoot = lazy(async () => ({
  default: (await import('./windows/admin/AdminRoot.tsx')).AdminRoot,
}));
const PairingRoot = lazy(async () => ({
  default: (await import('./windows/pairing/PairingRoot.tsx')).PairingRoot,
}));
const unpaired = pairingApi();
const isAdmin = location.pathname.replace(/\/$/, '') === '/admin';

/** Electron's main tells in the address what the settings of the machine say. */
const appearanceKept = keptAs('nghi-su/appearance');
const appearance = {
  ...appearanceKept,
  read: () => startingLook(location.search, appearanceKept.read()),
};

const lastPlaces = createLastPlaces(keptAs('nghi-su/last-places'));

// Papers are what a seat is for: pdf.js starts beside the rest, in its own process.
if (unpaired === null && readAddress(location)?.surface === 'seat') enginePool.keepOne();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
// Without StrictMode: it would open the one bridge of the page twice.
createRoot(root).render(
  <AppearanceRoot memory={appearance}>
    {isAdmin || unpaired !== null ? (
      <Suspense fallback={<StartNotice state="opening" />}>
        {unpaired === null ? <AdminRoot /> : <PairingRoot api={unpaired} />}
      </Suspense>
    ) : (
      <LastPlacesProvider value={lastPlaces}>
        <ReadingMemoryProvider value={keptAs(`nghi-su/reading${location.pathname}`)}>
          <Start openBridge={chooseBridge} hash={location.hash} />
        </ReadingMemoryProvider>
      </LastPlacesProvider>
    )}
  </AppearanceRoot>,
);
