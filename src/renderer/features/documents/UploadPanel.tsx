import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { DocumentCategory } from '../../../shared/records/document.ts';
import type { AgendaItemId, MeetingId } from '../../../shared/records/ids.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './ClerkDocuments.module.css';
import { DropZone } from './DropZone.tsx';
import { UploadList } from './UploadList.tsx';
import { useTakenFiles } from './use-taken-files.ts';
import { useUploads } from './use-uploads.ts';

interface UploadPanelProps {
  readonly meetingId: MeetingId;
  readonly items: readonly AgendaItem[];
  readonly itemId: AgendaItemId | null;
  readonly onItem: (id: AgendaItemId) => void;
}

const categories: readonly DocumentCategory[] = ['main', 'reference', 'attachment'];

/** Adds files to an item, by button or by drop; every file says what became of it. */
export function UploadPanel({ meetingId, items, itemId, onItem }: UploadPanelProps) {
  const { clerk, meeting: words } = useMessages();
  const [category, setCategory] = useState<DocumentCategory>('main');
  const { uploads, send, cancel, clear } = useUploads();
  const { accept, detail } = useTakenFiles();
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
      <DropZone
        accept={accept}
        detail={detail}
        onFiles={(files) => {
          if (itemId !== null) void send(files, { meetingId, itemId, category });
        }}
      />
      {uploads.length > 0 && <UploadList uploads={uploads} cancel={cancel} clear={clear} />}
    </div>
  );
}
