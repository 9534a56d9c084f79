import { contextBridge, ipcRenderer } from 'electron';
import { ipcEventNames, ipcGlobal, ipcTiers, type IpcTier } from '../../shared/bridge/ipc-channels.ts';

/** Exposes to the page the requests of one trust tier, and the events; see `IpcApi`. */
export function exposeApi(tier: IpcTier): void {
  const requests = Object.fromEntries(
    ipcTiers[tier].map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]),
  );
  const names: readonly string[] = ipcEventNames;
  contextBridge.exposeInMainWorld(ipcGlobal, {
    requests,
    on(name: string, listener: (event: unknown) => void) {
      if (!names.includes(name)) throw new Error('there is no such event');
      const heard = (_event: unknown, value: unknown): void => listener(value);
      ipcRenderer.on(name, heard);
      return () => void ipcRenderer.off(name, heard);
    },
  });
}
