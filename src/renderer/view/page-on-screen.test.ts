import { describe, expect, it } from 'vitest';
import { documentVersionId } from '../../shared/records/ids.ts';
import { createReadingStore } from './create-reading-store.ts';
import { pageOnScreen } from './page-on-screen.ts';

const draft = documentVersionId.parse('draft');
const report = documentVersionId.parse('report');
const nothing = { shown: null, votedText: null, firstPaper: null, lastPage: () => 1 };

describe('pageOnScreen', () => {
  it('[AT-14] goes with the presenter while following', () => {
    const shown = { versionId: report, page: 7 };
    expect(pageOnScreen({ isFollowing: true, own: null }, { ...nothing, shown })).toEqual(shown);
  });

  it('[AT-14] stays where the delegate is when reading alone, whatever the room does', () => {
    const own = { versionId: draft, page: 12 };
    const room = { ...nothing, shown: { versionId: report, page: 7 }, votedText: report, firstPaper: report };
    expect(pageOnScreen({ isFollowing: false, own }, room)).toEqual(own);
  });

  it('opens the first paper of the current item, at the page turned to there', () => {
    const room = { ...nothing, firstPaper: draft };
    expect(pageOnScreen({ isFollowing: true, own: null }, room)).toEqual({ versionId: draft, page: 1 });
    expect(pageOnScreen({ isFollowing: true, own: { versionId: draft, page: 4 } }, room)?.page).toBe(4);
    expect(pageOnScreen({ isFollowing: true, own: { versionId: report, page: 4 } }, room)?.page).toBe(1);
    const left = { ...room, lastPage: () => 9 };
    expect(pageOnScreen({ isFollowing: true, own: null }, left)).toEqual({ versionId: draft, page: 9 });
  });

  it('[INV-5] opens the text voted on, before what a presenter shows', () => {
    const room = { ...nothing, shown: { versionId: report, page: 7 }, votedText: draft, firstPaper: report };
    expect(pageOnScreen({ isFollowing: true, own: null }, room)?.versionId).toBe(draft);
  });
});

describe('createReadingStore', () => {
  it('[AT-14] leaves the room by opening a page alone and comes back in one step', () => {
    const store = createReadingStore();
    store.getState().openAlone({ versionId: draft, page: 2 });
    expect(store.getState().isFollowing).toBe(false);
    store.getState().rejoin();
    expect(store.getState()).toMatchObject({ isFollowing: true, own: null, itemId: null });
  });
});
