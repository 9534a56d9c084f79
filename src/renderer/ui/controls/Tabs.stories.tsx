import { useState } from 'react';
import type { StorySet } from '../../gallery/story.ts';
import { Tabs } from './Tabs.tsx';

function ClerkTabs() {
  const [selectedId, setSelectedId] = useState<'documents' | 'people' | 'record'>('documents');
  return (
    <Tabs
      label="Phần việc"
      selectedId={selectedId}
      onSelect={setSelectedId}
      tabs={[
        { id: 'documents', label: 'Tài liệu', count: '11', content: <p>Danh sách tài liệu</p> },
        { id: 'people', label: 'Điểm danh', count: '14/15', content: <p>Danh sách đại biểu</p> },
        { id: 'record', label: 'Diễn biến', content: <p>Diễn biến cuộc họp</p> },
      ]}
    />
  );
}

export default { title: 'Tabs', group: 'controls', stories: { 'three views': ClerkTabs } } satisfies StorySet;
