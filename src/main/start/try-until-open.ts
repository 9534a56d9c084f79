import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { diskTroubleOf } from '../disk/disk-trouble.ts';
import { RoomRefused } from '../hub-host/host-room.ts';
import { KeyLocked } from '../keys/machine-key.ts';
import { faultFields } from '../logs/app-log.ts';
import type { Hindrance } from '../plain/notices.ts';
import { PolicyRefused } from '../policy/read-app-policy.ts';
import { BadLaunch } from './launch-options.ts';
import type { Ground } from './shell.ts';

/** The person does not want to try again. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/**
 * Does a step of the start. What goes wrong is said in a plain window, and the step is tried again when the person says
 * so. Rejects with {@link GivenUp} when the person ends the program instead.
 */
export async function tryUntilOpen<Value>(ground: Ground, step: () => Promise<Value>): Promise<Value> {
  let shown: Hindrance | null = null;
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const value = await step();
      shown?.close();
      return value;
    } catch (reason) {
      const code = codeOf(reason);
      ground.log.error('app/not-started', { ...faultFields(reason), code });
      console.error(reason instanceof Error ? `${reason.name}: ${reason.message}` : reason);
      const before: Hindrance | null = shown;
      shown = ground.notices.hinder(code, detailOf(reason));
      before?.close();
      // oxlint-disable-next-line no-await-in-loop
      if ((await shown.chosen) === 'quit') throw new GivenUp(code, { cause: reason });
    }
  }
}

function codeOf(reason: unknown): RefusalCode {
  if (reason instanceof KeyLocked) return 'shell/keys-locked';
  if (reason instanceof BadLaunch) return 'shell/bad-launch';
  if (reason instanceof PolicyRefused) return 'policy/refused';
  if (reason instanceof RoomRefused) return 'shell/room-not-started';
  return diskTroubleOf(reason) ?? 'shell/not-started';
}

/** What helps IT: a path or an argument, never a text of people. */
function detailOf(reason: unknown): string | null {
  if (reason instanceof BadLaunch || reason instanceof PolicyRefused || reason instanceof RoomRefused)
    return reason.message;
  if (!(reason instanceof Error)) return null;
  const { code, path } = reason as { readonly code?: unknown; readonly path?: unknown };
  return [code, path].filter((part) => typeof part === 'string').join(' ') || reason.name;
}
