import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useWatchable } from '../../../data/use-watchable.ts';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import { ToolButton } from '../../../ui/controls/ToolButton.tsx';
import type { DocumentFind, Finding } from './document-find.ts';
import type { ReadingAction } from './reading-action.ts';
import styles from './FindBar.module.css';

interface FindBarProps {
  readonly find: DocumentFind;
  /** The page being read, from which one looks on. */
  readonly from: number;
  /** Takes the keyboard. Words that were brought along were typed elsewhere, and the hand is still there. */
  readonly isTyping: boolean;
  readonly act: (action: ReadingAction) => void;
}

/** Where words are typed that are looked for in the document, with how many there are and the way from one to the next. */
export function FindBar({ find, from, isTyping, act }: FindBarProps) {
  const { viewer } = useMessages();
  const finding = useWatchable(find.finding);
  const field = useRef<HTMLInputElement>(null);
  const gone = useRef(0);
  useEffect(() => {
    if (isTyping) field.current?.focus();
  }, [isTyping]);
  const { search, typed, hits, current } = finding;
  const isFound = hits[current] !== undefined;
  useEffect(() => {
    // As soon as there is one, the first place is shown; after that only where the person asks.
    if (!isFound || gone.current === search) return;
    gone.current = search;
    act('find-here');
  }, [isFound, search, act]);
  return (
    <search className={styles.bar} aria-label={viewer.find}>
      <input
        ref={field}
        className={styles.field}
        type="search"
        aria-label={viewer.findWords}
        placeholder={viewer.findWords}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => void find.look(event.currentTarget.value, from)}
        onKeyDown={(event) => {
          // F3 and Escape mean here what they mean on the page; letters and arrows belong to the words.
          if (event.key !== 'F3' && event.key !== 'Escape') event.stopPropagation();
          if (event.key === 'Enter') act(event.shiftKey ? 'find-previous' : 'find-next');
        }}
      />
      <span className={styles.count} role="status" aria-busy={finding.isSearching}>
        <Count finding={finding} />
      </span>
      <ToolButton
        label={viewer.previousHit}
        icon={ChevronUp}
        isDisabled={hits.length === 0}
        onPress={() => act('find-previous')}
      />
      <ToolButton
        label={viewer.nextHit}
        icon={ChevronDown}
        isDisabled={hits.length === 0}
        onPress={() => act('find-next')}
      />
      <ToolButton label={viewer.closeFind} icon={X} onPress={() => act('close')} />
    </search>
  );
}

function Count({ finding }: { readonly finding: Finding }) {
  const { viewer } = useMessages();
  const { phrase, hits, current, isSearching } = finding;
  if (phrase === '') return null;
  if (hits.length > 0) return viewer.hitOf(current + 1, hits.length);
  return isSearching ? viewer.searching : viewer.noHit;
}
