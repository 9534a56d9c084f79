import { FolderOpen } from 'lucide-react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { Button } from '../controls/Button.tsx';
import { Clock } from './Clock.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Progress } from './Progress.tsx';
import { Skeleton } from './Skeleton.tsx';

export default {
  title: 'EmptyState, Progress, Skeleton, Clock',
  group: 'state',
  stories: {
    'empty state': () => (
      <EmptyState
        icon={FolderOpen}
        title="Chưa có tài liệu"
        detail="Tài liệu của nội dung này sẽ hiện ở đây ngay khi thư ký phát hành."
        action={<Button label="Xem chương trình" onPress={() => {}} />}
      />
    ),
    progress: () => (
      <Shelf as="column">
        <Progress label="Đang tải tài liệu" share={7 / 11} valueText="7/11 tệp" />
        <Progress label="Đang chuyển sang PDF" valueText="Đang xử lý" />
        <Progress label="Đã tải xong" share={1} valueText="11/11 tệp" />
      </Shelf>
    ),
    skeleton: () => (
      <Shelf as="column">
        <Skeleton label="Đang mở tài liệu" lines={5} />
      </Shelf>
    ),
    clock: () => <Clock timeMs={Date.parse('2026-09-05T09:04:51+07:00')} />,
  },
} satisfies StorySet;
