import { useState } from 'react';
import { keptRelease } from '../../../shared/protocol/updates.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { StepProblem } from './StepProblem.tsx';
import styles from './Updates.module.css';

/** Takes a release in, from a folder or a stick at the hub's own machine. */
export function ImportRelease({ onDone }: { readonly onDone: () => void }) {
  const { import: words } = useMessages().updates;
  const [folder, setFolder] = useState('');
  const [taken, setTaken] = useState<string | null>(null);
  const step = useAdminStep();
  const take = async (): Promise<void> => {
    setTaken(null);
    const done = await step.take('POST', '/v1/admin/updates/import', { folder: folder.trim() });
    if (done === null) return;
    setTaken(keptRelease.parse(done.answer).version);
    setFolder('');
    onDone();
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.detail}>{words.about}</p>
      <div className={styles.take}>
        <TextField label={words.folder} value={folder} onChange={setFolder} maxLength={1024} />
        <Button
          label={words.take}
          onPress={() => void take()}
          isDisabled={folder.trim() === ''}
          isPending={step.isPending}
          pendingLabel={words.taking}
        />
      </div>
      <StepProblem problem={step.problem} />
      {taken !== null && <p role="status">{words.taken(taken)}</p>}
    </section>
  );
}
