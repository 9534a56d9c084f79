import { FolderArchive } from 'lucide-react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useBridge } from '../../data/data-context.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { Progress } from '../../ui/state/Progress.tsx';
import styles from './ExportPanel.module.css';
import { listOfDocuments, packFiles, type PackFile } from './pack-files.ts';
import { safeFileName } from './safe-file-name.ts';
import { usePackExport, type PackExport } from './use-pack-export.ts';

interface PackExportPanelProps {
  readonly meeting: Meeting;
  /** In the order of the agenda. */
  readonly items: readonly AgendaItem[];
}

/** The secretary takes the whole pack out: one zip, checked, with a list of documents. */
export function PackExportPanel({ meeting, items }: PackExportPanelProps) {
  const { exporting, meeting: meetingWords } = useMessages();
  const words = exporting.pack;
  const format = useFormat();
  const { host } = useBridge();
  const exports = usePackExport();
  const wording = { item: words.item, original: words.original, categories: meetingWords.categories };
  const files = packFiles(items, useRecords('document'), useRecordMap('document-version'), wording);
  const bytes = files.reduce((sum, { blob }) => sum + blob.bytes, 0);
  const start = (): void =>
    exports.start(
      files,
      { path: safeFileName(words.list, '.csv'), bytes: listOfDocuments(words.columns, files) },
      safeFileName(words.fileName(meeting.title), '.zip'),
    );
  return (
    <div className={styles.card}>
      <Panel title={words.title}>
        <li className={styles.body}>
          <p className={styles.detail}>
            {files.length === 0 ? words.nothing : words.detail(files.length, format.bytes(bytes))}
          </p>
          {host.kiosk ? (
            <p className={styles.detail}>{exporting.noSaving}</p>
          ) : (
            <div className={styles.buttons}>
              <Button
                label={words.start}
                icon={FolderArchive}
                isDisabled={files.length === 0 || exports.state.phase === 'working'}
                onPress={start}
              />
              {exports.state.phase === 'working' && (
                <Button label={exporting.stop} variant="quiet" onPress={exports.stop} />
              )}
            </div>
          )}
          <PackState exports={exports} files={files} bytes={bytes} />
        </li>
      </Panel>
    </div>
  );
}

interface PackStateProps {
  readonly exports: PackExport;
  readonly files: readonly PackFile[];
  readonly bytes: number;
}

function PackState({ exports, files, bytes }: PackStateProps) {
  const { exporting } = useMessages();
  const words = exporting.pack;
  const format = useFormat();
  const { state } = exports;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'working':
      return (
        <Progress
          label={words.working}
          share={bytes === 0 ? 0 : state.bytes / bytes}
          valueText={words.progress(state.files, files.length, format.bytes(state.bytes))}
        />
      );
    case 'done':
      return <p role="status">{words.done(state.fileName)}</p>;
    case 'damaged':
      return <p role="alert">{words.damaged(state.path)}</p>;
    case 'failed':
      return <p role="alert">{words.failed}</p>;
    case 'too-large':
      return <p role="alert">{words.tooLarge}</p>;
    case 'stopped':
      return <p role="status">{words.stopped}</p>;
  }
}
