import { pinText } from '../records/pin-text.ts';
import { personId, type PersonId } from '../records/ids.ts';

/** A card that the room has issued, as a reader types it: `NS1;<personId>;<pin>` and Enter. */
export interface Card {
  readonly personId: PersonId;
  readonly pin: string;
}

/** What stands at the beginning of each card. */
const prefix = 'NS1;';
/** Readers type a key every few milliseconds; what stands still for longer is no card, in milliseconds. */
const longestPauseMs = 1_000;
const longestCard = 128;

/** What a key was. */
export interface Heard {
  /** The key belongs to a card: it must not reach whatever has the focus. */
  readonly isOfCard: boolean;
  /** The card that this key ended. */
  readonly card: Card | null;
}

/** Listens to keys, one after another. `startsAtOnce`: nothing else is typed here, so the prefix is kept back as well. */
export interface CardReader {
  hear(key: string, atMs: number): Heard;
}

/** The text on a card. */
export function cardText({ personId: person, pin }: Card): string {
  return `${prefix}${person};${pin}`;
}

/** Makes a reader. A person who types the same letters is not a card until the prefix is whole. */
export function createCardReader({ startsAtOnce }: { readonly startsAtOnce: boolean }): CardReader {
  let text = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    hear(key, atMs) {
      if (key === 'Shift') return { isOfCard: false, card: null };
      if (atMs - lastAt > longestPauseMs || text.length > longestCard) text = '';
      lastAt = atMs;
      if (key === 'Enter') {
        const card = parseCard(text);
        const isOfCard = text.startsWith(prefix);
        text = '';
        return { isOfCard, card };
      }
      text = key.length === 1 ? continued(text, key) : '';
      return { isOfCard: text.length >= (startsAtOnce ? 1 : prefix.length), card: null };
    },
  };
}

/** As long as the prefix is not whole, a wrong letter begins anew. */
function continued(text: string, key: string): string {
  const next = text + key;
  if (next.startsWith(prefix) || prefix.startsWith(next)) return next;
  return prefix.startsWith(key) ? key : '';
}

function parseCard(text: string): Card | null {
  const [mark, person, pin, ...rest] = text.split(';');
  if (`${mark};` !== prefix || rest.length > 0) return null;
  const of = personId.safeParse(person);
  const by = pinText.safeParse(pin);
  return of.success && by.success ? { personId: of.data, pin: by.data } : null;
}
