import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { nextOnScreen, publicPicture, type PublicFacts } from './public-picture.ts';

const open = { state: 'open', breakSince: null, currentItemId: 'i1' } as Meeting;
const item = { id: 'i1', order: 1, papers: 'electronic' } as AgendaItem;
const secret = { id: 'i2', order: 2, papers: 'paper' } as AgendaItem;
const third = { id: 'i3', order: 3, papers: 'electronic' } as AgendaItem;
const speaker = { id: 's1' } as Speech;
const running = { id: 'v1', state: 'open' } as Vote;
const announced = { id: 'v0', state: 'announced' } as Vote;

const facts = (change: Partial<PublicFacts>): PublicFacts => ({
  meeting: open,
  item,
  running: null,
  matter: null,
  speaker: null,
  ...change,
});
const kind = (change: Partial<PublicFacts>) => publicPicture(facts(change)).kind;

describe('[INV-11] the public picture', () => {
  it('follows the meeting from before it to its end', () => {
    expect(kind({ meeting: null })).toBe('nothing');
    expect(kind({ meeting: { ...open, state: 'released' } })).toBe('before');
    expect(kind({ meeting: { ...open, currentItemId: null }, item: null })).toBe('opened');
    expect(kind({})).toBe('item');
    expect(kind({ meeting: { ...open, state: 'closed' } })).toBe('closed');
  });

  it('[COPY-3] withholds an item of paper copies, known to it or not, whoever speaks and whatever is voted', () => {
    const busy = { speaker, running, matter: running };
    expect(kind({ item: null, ...busy })).toBe('withheld');
    expect(kind({ item: secret, ...busy })).toBe('withheld');
  });

  it('[ITEM-1] is the break while there is one, an item of paper copies included', () => {
    expect(kind({ meeting: { ...open, breakSince: 5 }, item: null })).toBe('break');
  });

  it('shows a vote before a speech while it runs, and its result until somebody speaks again', () => {
    expect(kind({ speaker, running, matter: running })).toBe('vote');
    expect(kind({ matter: announced })).toBe('vote');
    expect(kind({ matter: announced, speaker })).toBe('speaker');
  });

  it('names the next item only where it knows that it is the next', () => {
    expect(nextOnScreen([item, third], null)?.id).toBe('i1');
    expect(nextOnScreen([item, third], item)).toBeNull();
    expect(nextOnScreen([item, secret, third], item)).toBeNull();
    expect(nextOnScreen([item, third], secret)?.id).toBe('i3');
  });
});
