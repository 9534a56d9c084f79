import { describe, expect, it } from 'vitest';
import { personId } from '../records/ids.ts';
import { cardText, createCardReader, type CardReader } from './card-reader.ts';

const minh = { personId: personId.parse('a01'), pin: '260518' };

/** Types a text and Enter; what reached the focus, and the card that was read. */
function type(reader: CardReader, text: string, gapMs = 5, from = 0) {
  const keys = [...text, 'Enter'];
  const heard = keys.map((key, at) => ({ key, ...reader.hear(key, from + at * gapMs) }));
  return {
    passed: heard.flatMap(({ key, isOfCard }) => (isOfCard ? [] : [key])).join(''),
    card: heard.at(-1)?.card ?? null,
  };
}

describe('a card at the sign-in screen', () => {
  const reader = () => createCardReader({ startsAtOnce: true });

  it('[AT-11] is read whole, and no letter of it reaches what has the focus', () => {
    expect(type(reader(), cardText(minh))).toEqual({ passed: '', card: minh });
  });

  it('is not what a person types: digits of a PIN pass', () => {
    expect(type(reader(), '260518')).toEqual({ passed: '260518Enter', card: null });
  });

  it.each(['NS1;a01', 'NS1;a01;12', 'NS1;a01;260518;x', 'NS1;;260518', 'NS2;a01;260518'])(
    'of another make is none: %s',
    (text) => expect(type(reader(), text).card).toBeNull(),
  );

  it('is read after another text, and not when the keys come slowly', () => {
    const one = reader();
    type(one, 'NNS1');
    expect(type(one, cardText(minh), 5, 5_000).card).toEqual(minh);
    expect(type(reader(), cardText(minh), 2_000).card).toBeNull();
  });
});

it('[AT-31] at a seat in use neither the person nor the PIN of a card is typed into a note', () => {
  const { passed, card } = type(createCardReader({ startsAtOnce: false }), cardText(minh));
  expect(card).toEqual(minh);
  expect(passed).toBe('NS1');
});
