import { createRoot } from 'react-dom/client';
import './styles/app.css';
import { chooseBridge } from './bridge/choose-bridge.ts';
import { AppearanceRoot, type AppearanceMemory } from './windows/frame/appearance.tsx';
import { Start } from './windows/start/Start.tsx';

const appearanceKey = 'nghi-su/appearance';

/** How the window looks is the one thing that it keeps by itself; a browser that refuses loses nothing else. */
const memory: AppearanceMemory = {
  read() {
    try {
      return JSON.parse(localStorage.getItem(appearanceKey) ?? 'null');
    } catch {
      return null;
    }
  },
  write(appearance) {
    try {
      localStorage.setItem(appearanceKey, JSON.stringify(appearance));
    } catch (reason) {
      console.warn('appearance not kept:', reason);
    }
  },
};

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
// Without StrictMode: it would open the one bridge of the page twice.
createRoot(root).render(
  <AppearanceRoot memory={memory}>
    <Start openBridge={chooseBridge} hash={location.hash} />
  </AppearanceRoot>,
);
