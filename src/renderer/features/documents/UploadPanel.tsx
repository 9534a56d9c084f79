import { Upload as UploadIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { DocumentCategory } from '../../../shared/records/document.ts';
import type { AgendaItemId, MeetingId } from '../../../shared/records/ids.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Progress } from '../../ui/state/Progress.tsx';
import styles from './ClerkDocuments.module.css';
import { useUploads, type Upload } from './use-uploads.ts';

interface UploadPanelProps {
  readonly meetingId: MeetingId;
  readonly items: readonly AgendaItem[];
  readonly itemId: AgendaItemId | null;
  readonly onItem: (id: AgendaItemId) => void;
}

const categories: readonly DocumentCategory[] = ['main', 'reference', 'attachment'];

/** Adds PDF files to an item, by button or by drop; every file says what became of it. */
export function UploadPanel({ meetingId, items, itemId, onItem }: UploadPanelProps) {
  const { clerk, meeting: words } = useMessages();
  const [category, setCategory] = useState<DocumentCategory>('main');
  const [isOver, setIsOver] = useState(false);
  const { uploads, send, clear } = useUploads();
  const chooser = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => {
    if (itemId === null || files === null || files.length === 0) return;
    void send([...files], { meetingId, itemId, category });
  };
  return (
    <div className={styles.upload}>
      <Select
        label={clerk.toItem}
        options={items.map(({ id, order, title }) => ({ id, label: words.itemTitle(order, title) }))}
        selectedId={itemId}
        onSelect={onItem}
        placeholder={clerk.choose}
      />
      <Select
        label={clerk.category}
        options={categories.map((id) => ({ id, label: clerk.categories[id] }))}
        selectedId={category}
        onSelect={setCategory}
        placeholder={clerk.choose}
      />
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <p>{clerk.dropHere}</p>
        <input
          ref={chooser}
          className={styles.chooser}
          type="file"
          accept="application/pdf,.pdf"
          multiple
          tabIndex={-1}
          aria-label={clerk.upload}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <Button
          label={clerk.upload}
          icon={UploadIcon}
          variant="filled"
          onPress={() => chooser.current?.click()}
        />
      </div>
      {uploads.length > 0 && (
        <div role="status">
          <Panel
            title={clerk.uploads}
            aside={<Button label={clerk.clearUploads} variant="quiet" onPress={clear} />}
          >
            {uploads.map((upload) => (
              <ListRow key={upload.id} title={upload.name} badge={<UploadState upload={upload} />} />
            ))}
          </Panel>
        </div>
      )}
    </div>
  );
}

function UploadState({ upload: { state, name } }: { readonly upload: Upload }) {
  const { clerk, general } = useMessages();
  const format = useFormat();
  const language = useLanguage();
  switch (state.kind) {
    case 'waiting':
      return <Chip size="small" tone="neutral" label={general.waiting.sending} />;
    case 'sending':
      return (
        <Progress
          label={name}
          share={state.share}
          valueText={state.share < 1 ? clerk.uploading(format.percent(state.share)) : clerk.checking}
        />
      );
    case 'done':
      return <Chip size="small" tone="good" label={clerk.uploadDone(state.pages)} />;
    case 'refused':
      return <Chip size="small" tone="accent" label={sentenceOf(state.code, language)} />;
    case 'away':
      return <Chip size="small" tone="waiting" label={clerk.uploadAway} />;
  }
}
