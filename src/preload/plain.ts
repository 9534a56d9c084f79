import { contextBridge, ipcRenderer } from 'electron';
import { plainGlobal, type PlainRequestName } from '../shared/bridge/plain-channels.ts';

const ask =
  (name: PlainRequestName) =>
  (input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(name, input);

contextBridge.exposeInMainWorld(plainGlobal, {
  facts: ask('plain/facts'),
  act: ask('plain/act'),
  leave: ask('plain/leave'),
});
