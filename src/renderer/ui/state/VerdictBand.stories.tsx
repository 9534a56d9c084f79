import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { VerdictBand } from './VerdictBand.tsx';

export default {
  title: 'VerdictBand',
  group: 'state',
  stories: {
    passed: () => (
      <Shelf as="screen">
        <VerdictBand
          verdict="passed"
          title="Thông qua"
          rule="12/15 ủy viên đương nhiệm · cần 8 (quá nửa)"
          note="Mã kiểm tra 4K7Q-M2XD"
        />
      </Shelf>
    ),
    'not passed': () => (
      <Shelf as="screen">
        <VerdictBand verdict="not-passed" title="Không thông qua" rule="7/15 ủy viên đương nhiệm · cần 8" />
      </Shelf>
    ),
    neutral: () => (
      <Shelf as="screen">
        <VerdictBand verdict="neutral" title="Đang biểu quyết" rule="Cần 8/15 ủy viên đương nhiệm" />
      </Shelf>
    ),
  },
} satisfies StorySet;
