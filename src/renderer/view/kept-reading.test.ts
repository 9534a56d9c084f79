import { describe, expect, it } from 'vitest';
import { documentVersionId, participantId } from '../../shared/records/ids.ts';
import { createReadingStore } from './create-reading-store.ts';
import { keepReading, readKept } from './kept-reading.ts';

const vinh = participantId.parse('vinh');
const minh = participantId.parse('minh');
const own = { versionId: documentVersionId.parse('v-report'), page: 3 };

class Memory {
  kept: unknown = null;
  readonly read = (): unknown => this.kept;
  readonly write = (kept: unknown): void => void (this.kept = JSON.parse(JSON.stringify(kept)));
}

describe('what is read when the window is loaded anew', () => {
  it('is the same paper at the same page, alone as before', () => {
    const memory = new Memory();
    const before = createReadingStore();
    before.getState().openAlone(own);
    keepReading(memory, vinh, before.getState());
    const after = createReadingStore(readKept(memory, vinh)).getState();
    expect(after).toMatchObject({ place: 'documents', isFollowing: false, own, found: null });
    expect(after.seen.size).toBe(0);
  });

  it('is nothing of another person, nor of a seat that nobody is signed in at', () => {
    const memory = new Memory();
    const before = createReadingStore();
    before.getState().openAlone(own);
    keepReading(memory, vinh, before.getState());
    expect(readKept(memory, minh)).toBeNull();
    expect(readKept(memory, null)).toBeNull();
    keepReading(memory, null, before.getState());
    expect(readKept(memory, null)).toBeNull();
  });

  it.each(['leave', 'keys', 'opinion', 'call', 'help', 'vote'] as const)('is no %s panel', (place) => {
    const memory = new Memory();
    const before = createReadingStore();
    before.getState().goTo(place, null);
    keepReading(memory, vinh, before.getState());
    expect(readKept(memory, vinh)?.place).toBe('documents');
  });

  it.each([
    null,
    'x',
    { participantId: 'vinh', own: { versionId: 'v 1', page: 3 } },
    { participantId: 'vinh', own: { versionId: 'v-report', page: 0 } },
    { participantId: 'vinh', own: 7, itemId: {}, place: 'nowhere', isFollowing: 'yes' },
  ])('is the beginning where %j was kept', (kept) => {
    const memory = new Memory();
    memory.kept = kept;
    expect(createReadingStore(readKept(memory, vinh)).getState()).toMatchObject({
      ...{ place: 'documents', isFollowing: true, own: null, itemId: null },
    });
  });
});
