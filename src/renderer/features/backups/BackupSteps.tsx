import { useState } from 'react';
import type { BackupsOverview } from '../../../shared/protocol/admin/backups.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './Backups.module.css';

interface BackupStepsProps {
  readonly overview: BackupsOverview;
  readonly onDone: () => void;
}

/** Making a backup by hand, and reading the last one. */
export function BackupSteps({ overview, onDone }: BackupStepsProps) {
  const { admin, backups: words } = useMessages();
  const language = useLanguage();
  const step = useAdminStep();
  const [folder, setFolder] = useState('');
  const [isAnew, setIsAnew] = useState(false);
  const { running, last, problem, folder: settled } = overview;
  const isBusy = running !== null || step.isPending;
  const take = async (path: string, body: unknown): Promise<void> => {
    if ((await step.take('POST', path, body)) !== null) onDone();
  };
  const make = (anew: boolean): Promise<void> =>
    take('/v1/admin/backups', { folder: folder.trim() === '' ? null : folder.trim(), anew });
  if (isAnew) {
    return (
      <BeginAnew
        onCancel={() => setIsAnew(false)}
        onConfirm={() => {
          setIsAnew(false);
          void make(true);
        }}
      />
    );
  }
  return (
    <>
      <TextField
        label={words.folder}
        {...(settled === null ? {} : { hint: words.folderHint })}
        value={folder}
        onChange={setFolder}
        maxLength={1024}
      />
      <div className={styles.buttons}>
        <Button
          label={words.make}
          variant="filled"
          isDisabled={isBusy || (settled === null && folder.trim() === '')}
          onPress={() => void make(false)}
        />
        <Button
          label={words.check}
          isDisabled={isBusy || last === null}
          onPress={() => void take('/v1/admin/backups/check', {})}
        />
        {problem?.code === 'backup/folder-unmounted' && (
          <Button label={`${words.anew}…`} isDisabled={isBusy} onPress={() => setIsAnew(true)} />
        )}
      </div>
      {step.problem !== null && (
        <Banner
          tone="refused"
          title={words.refused}
          detail={step.problem === 'away' ? admin.away : sentenceOf(step.problem.code, language)}
        />
      )}
    </>
  );
}

interface BeginAnewProps {
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function BeginAnew(props: BeginAnewProps) {
  const { backups: words } = useMessages();
  return (
    <ConfirmPanel title={words.anewQuestion} confirmLabel={words.anew} cancelLabel={words.cancel} {...props}>
      {words.anewDetail}
    </ConfirmPanel>
  );
}
