import { setTimeout as delay } from 'node:timers/promises';
import { all } from '../room/room-state.ts';
import type { Room } from '../room/room.ts';
import type { Logger } from '../transport/logger.ts';
import { MicrophoneHook, type SeatedSpeaker } from './microphone-hook.ts';
import { postNews } from './post-news.ts';

/** Joins a room with the microphone system at an address; it is told at once where things stand. */
export function openMicrophoneHook(
  url: URL,
  room: Pick<Room, 'state'>,
  { logger, now }: { readonly logger: Logger; now(): number },
): MicrophoneHook {
  const hook = new MicrophoneHook({
    speaker: () => seatedSpeaker(room),
    tell: (news) => postNews(url, news),
    now,
    // A hub that ends does not wait for a microphone.
    rest: (ms) => delay(ms, undefined, { ref: false }),
    onFailure: () => logger.warn('hook/failed', { host: url.host }),
  });
  hook.look();
  return hook;
}

function seatedSpeaker(room: Pick<Room, 'state'>): SeatedSpeaker | null {
  for (const { state, seat, id } of all(room.state(), 'speech')) {
    if (state === 'speaking' && seat !== null) return { requestId: id, seat };
  }
  return null;
}
