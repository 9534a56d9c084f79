import { useState } from 'react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { Button } from '../controls/Button.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Chip } from '../state/Chip.tsx';
import { AgendaRow } from './AgendaRow.tsx';
import { DocumentRow } from './DocumentRow.tsx';
import { ListRow } from './ListRow.tsx';

function Documents() {
  const [selected, setSelected] = useState('draft');
  const row = (id: string) => ({ isSelected: id === selected, onPress: () => setSelected(id) });
  return (
    <Shelf as="column">
      <Panel title="Nội dung 2 · 3 tài liệu">
        <DocumentRow
          title="Dự thảo Nghị quyết"
          detail="60 trang · tài liệu chính"
          badge={{ tone: 'accent', label: 'Bản thay thế · 2 trang thay đổi: 12, 13' }}
          {...row('draft')}
        />
        <DocumentRow
          title="Tờ trình của Ban Tổ chức"
          detail="14 trang · tài liệu chính"
          {...row('submission')}
        />
        <DocumentRow
          title="Báo cáo tổng hợp ý kiến"
          detail="38 trang · tham khảo"
          badge={{ tone: 'waiting', label: 'Đang tải 40%' }}
          {...row('report')}
        />
      </Panel>
    </Shelf>
  );
}

export default {
  title: 'Panel and rows',
  group: 'room',
  stories: {
    documents: Documents,
    agenda: () => (
      <Shelf as="column">
        <Panel title="Chương trình" aside={<Chip tone="neutral" size="small" hasDot={false} label="6" />}>
          <AgendaRow
            number={1}
            title="Kinh tế – xã hội 9 tháng"
            detail="20 phút · thực 27 phút · xong"
            state="past"
          />
          <AgendaRow
            number={2}
            title="Nghị quyết chuyển đổi số"
            detail="40 phút · đã 25 phút · đang biểu quyết"
            state="current"
            onPress={() => {}}
          />
          <AgendaRow
            number={3}
            title="Đầu tư công"
            detail="40 phút"
            state="coming"
            isSelected
            onPress={() => {}}
          />
          <AgendaRow
            number={4}
            title="Tài liệu mật"
            detail="15 phút · bản giấy"
            state="coming"
            onPress={() => {}}
          />
        </Panel>
      </Shelf>
    ),
    'people with an action': () => (
      <Shelf as="column">
        <Panel title="Đại biểu">
          <ListRow lead="1" title="A07 · Nguyễn Thị Hòa" detail="có mặt" tone="info" />
          <ListRow
            lead="2"
            title="A01 · Trần Văn Minh"
            detail="có mặt · 07:41"
            trail={<Button label="Mời" onPress={() => {}} />}
          />
        </Panel>
      </Shelf>
    ),
  },
} satisfies StorySet;
