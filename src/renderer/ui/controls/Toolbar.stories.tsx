import { ChevronLeft, ChevronRight, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { ToolButton } from './ToolButton.tsx';
import { ToolDivider, Toolbar, ToolText } from './Toolbar.tsx';

const press = () => {};

export default {
  title: 'Toolbar',
  group: 'controls',
  stories: {
    'tools of a document': () => (
      <Shelf>
        <Toolbar label="Công cụ tài liệu">
          <ToolButton label="Trang trước" icon={ChevronLeft} onPress={press} />
          <ToolText>12 / 60</ToolText>
          <ToolButton label="Trang sau" icon={ChevronRight} onPress={press} />
          <ToolDivider />
          <ToolButton label="Thu nhỏ" icon={ZoomOut} onPress={press} isDisabled />
          <ToolButton label="Phóng to" icon={ZoomIn} onPress={press} />
          <ToolButton label="Vừa trang" icon={Maximize} onPress={press} isOn />
          <ToolDivider />
          <ToolButton label="Theo trang trình bày" hasWord onPress={press} />
        </Toolbar>
      </Shelf>
    ),
  },
} satisfies StorySet;
