import type { StorySet } from '../../gallery/story.ts';
import { FigureRow } from '../layout/FigureRow.tsx';
import { Figure } from './Figure.tsx';

export default {
  title: 'Figure',
  group: 'state',
  stories: {
    'on a console': () => (
      <FigureRow>
        <Figure value="8" of="14" label="phiếu đã nhận" />
        <Figure value="6" tone="waiting" label="máy mất kết nối, phiếu có thể đang chờ gửi" />
        <Figure value="14" tone="good" label="đã nhận đủ" />
        <Figure value="1" tone="muted" label="vắng" />
      </FigureRow>
    ),
  },
} satisfies StorySet;
