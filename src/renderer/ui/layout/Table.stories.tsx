import { useState } from 'react';
import type { StorySet } from '../../gallery/story.ts';
import { Chip } from '../state/Chip.tsx';
import { EmptyState } from '../state/EmptyState.tsx';
import { FolderOpen } from 'lucide-react';
import { Table, type TableColumn, type TableSort } from './Table.tsx';

interface Paper {
  readonly id: string;
  readonly title: string;
  readonly pages: number;
  readonly isReleased: boolean;
}

const papers: readonly Paper[] = [
  { id: '1', title: 'Báo cáo tổng hợp ý kiến', pages: 38, isReleased: true },
  { id: '2', title: 'Dự thảo Nghị quyết', pages: 60, isReleased: true },
  { id: '3', title: 'Tờ trình của Ban Tổ chức', pages: 14, isReleased: false },
];

const columns: ReadonlyArray<TableColumn<Paper>> = [
  {
    id: 'title',
    label: 'Tài liệu',
    cell: (paper) => paper.title,
    names: (paper) => paper.title,
    isSortable: true,
  },
  { id: 'pages', label: 'Số trang', cell: (paper) => paper.pages, align: 'end', isSortable: true },
  {
    id: 'state',
    label: 'Trạng thái',
    cell: (paper) => (
      <Chip
        size="small"
        tone={paper.isReleased ? 'good' : 'waiting'}
        label={paper.isReleased ? 'Đã phát hành' : 'Trình duyệt'}
      />
    ),
  },
];

function Papers({ items }: { readonly items: readonly Paper[] }) {
  const [selectedId, setSelectedId] = useState<string | null>('2');
  const [sort, setSort] = useState<TableSort>({ columnId: 'title', isDescending: false });
  const direction = sort.isDescending ? -1 : 1;
  const sorted = items.toSorted((one, other) =>
    sort.columnId === 'pages'
      ? direction * (one.pages - other.pages)
      : direction * one.title.localeCompare(other.title, 'vi'),
  );
  return (
    <Table
      label="Tài liệu của cuộc họp"
      columns={columns}
      items={sorted}
      idOf={(paper) => paper.id}
      selectedId={selectedId}
      onSelect={setSelectedId}
      sort={sort}
      onSort={setSort}
      empty={<EmptyState icon={FolderOpen} title="Chưa có tài liệu" />}
    />
  );
}

export default {
  title: 'Table',
  group: 'layout',
  stories: {
    'sorted, one selected': () => <Papers items={papers} />,
    empty: () => <Papers items={[]} />,
  },
} satisfies StorySet;
