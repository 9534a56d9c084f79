import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { DocumentVersion, OriginalFile } from '../../../shared/records/document-version.ts';
import { useBridge } from '../../data/data-context.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import styles from './ClerkDocuments.module.css';
import { saveOriginal } from './save-original.ts';

/** What intake has found out about a paper, for the secretary: whether it can be searched, what was left out, its original. */
export function PaperBadges({ version }: { readonly version: DocumentVersion }) {
  const { intake } = useMessages();
  const { searchable, removed, original } = version;
  return (
    <span className={styles.badges}>
      {searchable !== 'text' && (
        <Chip
          size="small"
          tone={searchable === 'none' ? 'waiting' : 'neutral'}
          label={intake.searchableBy[searchable]}
        />
      )}
      {removed.length > 0 && (
        <Chip
          size="small"
          tone="waiting"
          label={intake.removedFrom(removed.map((hazard) => intake.removed[hazard]).join(', '))}
        />
      )}
      {original !== null && <OriginalButton original={original} />}
    </span>
  );
}

/** Hands the secretary the file that was sent, unless this machine is shut in. */
function OriginalButton({ original }: { readonly original: OriginalFile }) {
  const { hub, host } = useBridge();
  const { intake } = useMessages();
  const [state, setState] = useState<'idle' | 'fetching' | 'away'>('idle');
  if (host.kiosk) return null;
  const fetchIt = async (): Promise<void> => {
    setState('fetching');
    setState((await saveOriginal(original, hub.readBlob)) ? 'idle' : 'away');
  };
  return (
    <>
      <Button
        label={intake.originalOf(endingOf(original.fileName))}
        icon={FileDown}
        variant="quiet"
        isPending={state === 'fetching'}
        onPress={() => void fetchIt()}
      />
      {state === 'away' && <Chip size="small" tone="waiting" label={intake.originalAway} />}
    </>
  );
}

/** The ending of a file's name, as people call a kind of file. */
function endingOf(fileName: string): string {
  return /\.\w+$/.exec(fileName)?.[0] ?? fileName;
}
