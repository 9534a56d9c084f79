import type { TerminalVersion } from '../../../shared/protocol/updates.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';

type Place = Pick<TerminalVersion, 'surface' | 'seat'>;

/** A terminal as a roll-out names it: `chair`, `seat:A07`. */
export function rollOutNameOf({ surface, seat }: Place): string {
  return seat === null ? surface : `${surface}:${seat}`;
}

/** A terminal in words: "Máy đại biểu A07". */
export function useTerminalName(): (place: Place) => string {
  const { surface: words } = useMessages().updates;
  return ({ surface, seat }) => (seat === null ? words[surface] : `${words[surface]} ${seat}`);
}

/** The same from the name in a roll-out; a seat is enough by its label. */
export function useRollOutName(): (name: string) => string {
  const words: Readonly<Record<string, string>> = useMessages().updates.surface;
  return (name) => {
    const [surface = '', seat] = name.split(':');
    return seat ?? words[surface] ?? name;
  };
}
