import { pageRanges, type VersionChanges } from '../../../shared/domain/versions/version-changes.ts';
import type { Messages } from '../../i18n/messages.vi.ts';

/** "Bản thay thế – 2 trang thay đổi: 12, 13". */
export function changeSentence(changes: VersionChanges, words: Messages['versions']): string {
  return `${words.replacement} – ${changeList(changes, words)}`;
}

/** "2 trang thay đổi: 12, 13 · thêm 1 trang: 20". */
export function changeList({ changed, added, removed }: VersionChanges, words: Messages['versions']): string {
  const parts = [
    ...(changed.length > 0 ? [words.changedPages(`${changed.length}`, pageRanges(changed))] : []),
    ...(added.length > 0 ? [words.addedPages(`${added.length}`, pageRanges(added))] : []),
    ...(removed > 0 ? [words.removedPages(`${removed}`)] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : words.nothingChanged;
}
