import type { MachineFacts } from '../../../shared/protocol/machine.ts';
import type { GatherMachine } from '../../../shared/terminal/report-machine.ts';

/** Chromium alone tells of the battery. */
interface BatteryTeller {
  getBattery?: () => Promise<{ readonly level: number; readonly charging: boolean }>;
}

/** What went wrong last on this page. */
export interface PageErrors {
  last(): MachineFacts['lastError'];
}

/** Listens to the faults of the page from now on; of a fault its name alone is kept. */
export function watchPageErrors(page: Pick<Window, 'addEventListener'>, now: () => number): PageErrors {
  let last: MachineFacts['lastError'] = null;
  const note = (kind: string, reason: unknown): void => {
    const name = reason instanceof Error ? reason.name : typeof reason;
    last = { at: now(), event: `${kind} ${name}`.slice(0, 80) };
  };
  page.addEventListener('error', ({ error }) => note('page/fault', error));
  page.addEventListener('unhandledrejection', ({ reason }) => note('page/rejection', reason));
  return { last: () => last };
}

/**
 * What a browser tells of its machine: what it still lets this page keep, perhaps the battery, and nothing of the memory
 * and the disk themselves.
 */
export function gatherInBrowser(version: string, errors: PageErrors): GatherMachine {
  return async () => ({
    host: 'browser',
    version,
    system: null,
    disk: await roomLeft(),
    memory: null,
    battery: await battery(),
    lastError: errors.last(),
  });
}

async function roomLeft(): Promise<MachineFacts['disk']> {
  // Not there on a page that was loaded without encryption.
  const storage = navigator.storage as StorageManager | undefined;
  const { quota, usage } = (await storage?.estimate().catch(() => undefined)) ?? {};
  if (quota === undefined || usage === undefined) return null;
  return { freeBytes: Math.max(0, Math.floor(quota - usage)), totalBytes: Math.floor(quota) };
}

async function battery(): Promise<MachineFacts['battery']> {
  try {
    const told = await (navigator as BatteryTeller).getBattery?.();
    if (told === undefined) return null;
    return { percent: Math.round(told.level * 100), isPluggedIn: told.charging };
  } catch {
    return null;
  }
}
