import { z } from 'zod';
import { answerMessage } from './answer.ts';
import { proveMessage } from './machine.ts';
import { pageMessage, type PageMessage } from './page.ts';
import { pointerMessage } from './point.ts';
import { pokeMessage, type PokeMessage } from './poke.ts';
import { pongMessage } from './pong.ts';
import { recollectedMessage } from './recollect.ts';
import { rejectedMessage } from './rejected.ts';
import { rosterMessage } from './roster.ts';
import { welcomeMessage } from './welcome.ts';

/** Everything the hub may send on the live channel. */
export const downMessage = z.discriminatedUnion('type', [
  welcomeMessage,
  answerMessage,
  pageMessage,
  pokeMessage,
  pongMessage,
  rosterMessage,
  pointerMessage,
  recollectedMessage,
  proveMessage,
  rejectedMessage,
]);

type Parsed = z.infer<typeof downMessage>;
export type DownMessage = Exclude<Parsed, { type: 'page' | 'poke' }> | PageMessage | PokeMessage;
