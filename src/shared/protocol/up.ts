import { z } from 'zod';
import { commandMessage } from './command.ts';
import { helloMessage } from './hello.ts';
import { machineMessage, proofMessage } from './machine.ts';
import { pingMessage } from './ping.ts';
import { pointMessage } from './point.ts';
import { pullMessage } from './pull.ts';
import { recollectMessage } from './recollect.ts';
import { reportMessage } from './report.ts';

/** Everything a client may send on the live channel. */
export const upMessage = z.discriminatedUnion('type', [
  helloMessage,
  commandMessage,
  pullMessage,
  pingMessage,
  reportMessage,
  pointMessage,
  recollectMessage,
  machineMessage,
  proofMessage,
]);
export type UpMessage = z.infer<typeof upMessage>;
