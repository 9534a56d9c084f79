import { FileText, Info, List, Vote } from 'lucide-react';
import { useState } from 'react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { Chip } from '../state/Chip.tsx';
import { Clock } from '../state/Clock.tsx';
import { ConfirmPanel } from './ConfirmPanel.tsx';
import { NavRail } from './NavRail.tsx';
import { NextStepBar } from './NextStepBar.tsx';
import { TopBar } from './TopBar.tsx';

const press = () => {};

function Rail() {
  const [selectedId, setSelectedId] = useState('documents');
  return (
    <Shelf as="stage">
      <NavRail
        label="Các phần"
        selectedId={selectedId}
        onSelect={setSelectedId}
        items={[
          { id: 'agenda', label: 'Chương trình', icon: List },
          { id: 'documents', label: 'Tài liệu', icon: FileText },
          { id: 'vote', label: 'Biểu quyết', icon: Vote, badge: 'mở' },
        ]}
        footer={[{ id: 'help', label: 'Trợ giúp', icon: Info }]}
      />
    </Shelf>
  );
}

export default {
  title: 'TopBar, NavRail, NextStepBar, ConfirmPanel',
  group: 'layout',
  stories: {
    'top bar': () => (
      <TopBar
        title="Hội nghị Ban Thường vụ"
        subtitle="Nội dung 2 · Dự thảo Nghị quyết về chuyển đổi số"
        chips={
          <>
            <Chip tone="waiting" label="Mất kết nối · làm việc ngoại tuyến" />
            <Chip tone="info" label="Tài liệu đủ 11/11 · lúc 08:58" />
          </>
        }
        clock={<Clock timeMs={Date.parse('2026-09-05T09:04:00+07:00')} />}
      />
    ),
    'the next step': () => (
      <NextStepBar
        label="Bước tiếp theo"
        hint="Có máy mất kết nối: giữ phiên để không bỏ sót phiếu"
        next={{ label: 'Giữ phiên biểu quyết', onPress: press }}
        others={[{ label: 'Khóa biểu quyết…', onPress: press }]}
        always={[{ label: 'Giải lao', onPress: press }]}
      />
    ),
    'the next step is being carried out': () => (
      <NextStepBar
        label="Bước đang làm"
        next={{ label: 'Khóa biểu quyết', onPress: press, isPending: true, pendingLabel: 'Đang khóa' }}
      />
    ),
    'asking once more': () => (
      <ConfirmPanel
        title="Khóa biểu quyết khi còn 6 máy mất kết nối?"
        confirmLabel="Khóa biểu quyết"
        cancelLabel="Quay lại"
        onConfirm={press}
        onCancel={press}
      >
        Đã nhận 8/14 phiếu. Phiếu của 6 máy này nếu có sẽ đến sau khi khóa, được ghi là đến muộn và không tự
        được tính.
      </ConfirmPanel>
    ),
    rail: Rail,
  },
} satisfies StorySet;
