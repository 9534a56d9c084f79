import { contextBridge, ipcRenderer } from 'electron';
import { pairingEvent, pairingGlobal, pairingRequestNames } from '../shared/bridge/pairing-channels.ts';

contextBridge.exposeInMainWorld(pairingGlobal, {
  requests: Object.fromEntries(
    pairingRequestNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]),
  ),
  onScreen(listener: (screen: unknown) => void) {
    const heard = (_event: unknown, screen: unknown): void => listener(screen);
    ipcRenderer.on(pairingEvent, heard);
    return () => void ipcRenderer.off(pairingEvent, heard);
  },
});
