import type { ReactNode } from 'react';
import type { Speech } from '../../../shared/records/speech.ts';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { useSpeechWords } from './use-speech-words.ts';

interface SpeechRowProps {
  readonly speech: Speech;
  /** Place in the queue, from 1; left out for whoever speaks. */
  readonly place?: number;
  readonly isOwn?: boolean;
  readonly trail?: ReactNode;
}

/** One who speaks or waits, as everybody may read it. */
export function SpeechRow({ speech, place, isOwn = false, trail }: SpeechRowProps) {
  const words = useSpeechWords();
  return (
    <ListRow
      {...(place === undefined ? {} : { lead: place })}
      title={words.who(speech)}
      detail={words.detail(speech)}
      tone={isOwn ? 'info' : 'plain'}
      {...(trail === undefined ? {} : { trail })}
    />
  );
}
