import { contextBridge, ipcRenderer } from 'electron';
import { adminChannel, adminGlobal } from '../shared/bridge/admin-channels.ts';

contextBridge.exposeInMainWorld(adminGlobal, {
  ask: (request: unknown): Promise<unknown> => ipcRenderer.invoke(adminChannel, request),
});
