import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { ScreenLayout } from '../../ui/layout/ScreenLayout.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { VerdictBand } from '../../ui/state/VerdictBand.tsx';
import { sampleNowMs } from '../sample-room.ts';
import type { StorySet } from '../story.ts';
import { useSay } from '../use-say.ts';

function Counting() {
  const say = useSay();
  return (
    <ScreenLayout
      eyebrow={say('Hội nghị Ban Thường vụ · Nội dung 2', 'Standing committee · Item 2')}
      title={say('Thông qua Nghị quyết về chuyển đổi số', 'Adopt the resolution on digital change')}
      clock={<Clock timeMs={sampleNowMs} />}
      footer={say('Có mặt 14/15', 'Present 14/15')}
      notice={say('Màn hình giữ hình lúc 09:05', 'Picture held since 09:05')}
    >
      <FigureRow size="screen">
        <Figure size="screen" value="8" of="14" label={say('phiếu đã nhận', 'ballots received')} />
      </FigureRow>
      <VerdictBand
        verdict="neutral"
        title={say('Đang biểu quyết', 'Vote is open')}
        rule={say('Cần 8/15 ủy viên đương nhiệm (quá nửa)', '8 of 15 incumbents needed (more than half)')}
      />
    </ScreenLayout>
  );
}

export default {
  title: 'Screen, vote open',
  group: 'pages',
  stories: { 'source lost': Counting },
} satisfies StorySet;
