import { FileCheck } from 'lucide-react';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useBridge } from '../../data/data-context.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { Progress } from '../../ui/state/Progress.tsx';
import styles from './ExportPanel.module.css';
import { safeFileName } from './safe-file-name.ts';
import { useLogExport, type LogExportState } from './use-log-export.ts';

/** The secretary takes the signed log out, for whoever recounts the votes (VOTE-18). */
export function LogExportPanel() {
  const { exporting } = useMessages();
  const words = exporting.log;
  const { host } = useBridge();
  const { state, start } = useLogExport();
  return (
    <div className={styles.card}>
      <Panel title={words.title}>
        <li className={styles.body}>
          <p className={styles.detail}>{words.detail}</p>
          {host.kiosk ? (
            <p className={styles.detail}>{exporting.noSaving}</p>
          ) : (
            <div className={styles.buttons}>
              <Button
                label={words.start}
                icon={FileCheck}
                isDisabled={state.phase === 'working'}
                onPress={() => start((seq) => safeFileName(words.fileName(seq), '.ndjson'))}
              />
            </div>
          )}
          <LogState state={state} />
        </li>
      </Panel>
    </div>
  );
}

function LogState({ state }: { readonly state: LogExportState }) {
  const words = useMessages().exporting.log;
  const language = useLanguage();
  switch (state.phase) {
    case 'idle':
      return null;
    case 'working':
      return <Progress label={words.working} valueText={words.waiting} />;
    case 'done':
      return (
        <>
          <p role="status">{words.done(state.fileName)}</p>
          <p className={styles.detail}>{words.verify(state.fileName)}</p>
        </>
      );
    case 'away':
      return <p role="alert">{words.away}</p>;
    case 'failed':
      return <p role="alert">{words.failed}</p>;
    case 'refused':
      return <p role="alert">{`${words.refused}. ${sentenceOf(state.code, language)}`}</p>;
  }
}
