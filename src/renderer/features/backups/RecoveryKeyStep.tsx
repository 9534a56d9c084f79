import { useState } from 'react';
import { recoveryKeyMade, type RecoveryKeyMade } from '../../../shared/protocol/admin/room-setup.ts';
import { savePage } from '../../data/admin/save-page.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { PrintedKey } from '../../ui/layout/PrintedKey.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

interface RecoveryKeyStepProps {
  readonly hasKey: boolean;
  readonly onDone: () => void;
}

/** Makes the recovery key of a room that has none, and shows it until it has been put away. */
export function RecoveryKeyStep({ hasKey, onDone }: RecoveryKeyStepProps) {
  const { key: words } = useMessages().backups;
  const step = useAdminStep();
  const [made, setMade] = useState<RecoveryKeyMade | null>(null);
  const make = async (): Promise<void> => {
    const taken = await step.take('POST', '/v1/admin/backups/recovery-key');
    if (taken !== null) setMade(recoveryKeyMade.parse(taken.answer));
  };
  if (made !== null) {
    return (
      <PrintedKey
        title={words.title}
        detail={words.detail}
        text={made.recoveryKey}
        downloadLabel={words.download}
        onDownload={() => savePage(made.page, 'khoa-khoi-phuc.html')}
        doneLabel={words.kept}
        onDone={() => {
          setMade(null);
          onDone();
        }}
      />
    );
  }
  if (hasKey) return null;
  return (
    <Banner
      tone="waiting"
      title={words.none}
      detail={words.noneDetail}
      action={<Button label={words.make} isPending={step.isPending} onPress={() => void make()} />}
    />
  );
}
