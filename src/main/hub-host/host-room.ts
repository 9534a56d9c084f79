import { join } from 'node:path';
import { app } from 'electron';
import type { Stop } from '../../shared/std/signal.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { openLineFile } from '../logs/app-log.ts';
import type { Ground } from '../start/shell.ts';
import { hubFiles } from './hub-files.ts';
import { HubHost, type HostedHub, type ReadyHub } from './hub-host.ts';
import { forkHub } from './hub-process.ts';

/** The hub refuses to start; the message is its sentence. */
export class RoomRefused extends Error {
  override readonly name = 'RoomRefused';
}

/**
 * Hosts the room on this machine, for as long as the program runs: the hub is a process of its own, keeps its data below
 * `folder` unless the arguments say otherwise, and writes its log beside that of the program. Resolves when the hub takes
 * terminals for the first time; rejects with {@link RoomRefused} when it refuses to start.
 */
export function hostRoom(ground: Ground, folder: string, args: readonly string[]): Promise<ReadyHub> {
  const { built, log, notices } = ground;
  const files = hubFiles({
    isPackaged: app.isPackaged,
    resources: process.resourcesPath,
    app: app.getAppPath(),
    platform: process.platform,
  });
  const data = args.includes('--data') ? [] : ['--data', join(folder, 'room')];
  const host = new HubHost({
    start: (events) =>
      forkHub(
        { program: join(built, 'main', 'hub-entry.js'), ...files, args: ['run', ...data, ...args] },
        events,
      ),
    timers: nodeTimers,
    log,
    lines: openLineFile(app.getPath('logs'), 'hub'),
  });
  endWithProgram(host);
  tellPeople(host, notices);
  return firstReadiness(host);
}

/** The program ends when the hub has written down what it holds. */
function endWithProgram(host: HubHost): void {
  let isGone = false;
  app.on('will-quit', (event) => {
    if (isGone) return;
    event.preventDefault();
    void host.stop().finally(() => {
      isGone = true;
      app.quit();
    });
  });
}

function tellPeople(host: HubHost, notices: Ground['notices']): void {
  let stop: Stop = () => undefined;
  host.state.subscribe((state) => {
    if (state.is === 'ready') stop();
    // The first restart takes a second: terminals wait by themselves.
    if (state.is === 'restarting' && state.restarts > 1) stop = notices.tell('shell/room-stopped', 'room');
  });
}

function firstReadiness(host: HubHost): Promise<ReadyHub> {
  return new Promise((resolve, reject) => {
    const look = (state: HostedHub): void => {
      if (state.is === 'ready') resolve(state.hub);
      if (state.is === 'refused') reject(new RoomRefused(state.sentence));
    };
    host.state.subscribe(look);
    look(host.state.get());
  });
}
