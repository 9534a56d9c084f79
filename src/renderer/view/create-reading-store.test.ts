import { describe, expect, it } from 'vitest';
import { agendaItemId, documentVersionId } from '../../shared/records/ids.ts';
import { createReadingStore } from './create-reading-store.ts';

const report = documentVersionId.parse('v-report');
const draft = documentVersionId.parse('v-draft');

describe('what a search has led to', () => {
  it('is opened at its page, away from the room, with the words that were typed', () => {
    const store = createReadingStore();
    store.getState().openFound({ versionId: report, page: 7, words: 'nghi quyet' });
    expect(store.getState()).toMatchObject({
      isFollowing: false,
      own: { versionId: report, page: 7 },
      found: { versionId: report, page: 7, words: 'nghi quyet' },
    });
  });

  it('is a wish of its own each time, also for the same place', () => {
    const store = createReadingStore();
    const place = { versionId: report, page: 7, words: 'nghi quyet' };
    store.getState().openFound(place);
    const { found } = store.getState();
    store.getState().openFound(place);
    expect(store.getState().found).toEqual(found);
    expect(store.getState().found).not.toBe(found);
  });

  it('is over as soon as the delegate goes on: to a page, to another paper, back to the room', () => {
    const store = createReadingStore();
    const ways = [
      () => store.getState().openAlone({ versionId: draft, page: 1 }),
      () => store.getState().turnUnled({ versionId: report, page: 8 }),
      () => store.getState().rejoin(),
    ];
    for (const goOn of ways) {
      store.getState().openFound({ versionId: report, page: 7, words: 'nghi quyet' });
      goOn();
      expect(store.getState().found).toBeNull();
    }
  });

  it('stays while another list is looked at', () => {
    const store = createReadingStore();
    store.getState().openFound({ versionId: report, page: 7, words: 'nghi quyet' });
    store.getState().goTo('agenda', null);
    store.getState().listPapersOf(agendaItemId.parse('nd1'), null);
    expect(store.getState().found).not.toBeNull();
  });
});
