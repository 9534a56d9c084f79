import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { ScreenLayout } from '../../ui/layout/ScreenLayout.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { VerdictBand } from '../../ui/state/VerdictBand.tsx';
import { sampleNowMs } from '../sample-room.ts';
import type { StorySet } from '../story.ts';
import { useSay } from '../use-say.ts';

function Result() {
  const say = useSay();
  return (
    <ScreenLayout
      eyebrow={say('Hội nghị Ban Thường vụ · Nội dung 2', 'Standing committee · Item 2')}
      title={say(
        'Thông qua Nghị quyết về chuyển đổi số giai đoạn 2026–2030',
        'Adopt the resolution on digital change 2026–2030',
      )}
      clock={<Clock timeMs={sampleNowMs + 4 * 60_000} />}
      footer={say(
        'Có mặt 14/15 · Tiếp theo: Nội dung 3 – Đầu tư công',
        'Present 14/15 · Next: item 3 – Public investment',
      )}
    >
      <FigureRow size="screen">
        <Figure size="screen" value="12" tone="good" label={say('Tán thành', 'Approve')} />
        <Figure size="screen" value="1" label={say('Không tán thành', 'Do not approve')} />
        <Figure size="screen" value="1" label={say('Không biểu quyết', 'Abstain')} />
        <Figure size="screen" value="1" tone="muted" label={say('Vắng', 'Absent')} />
      </FigureRow>
      <VerdictBand
        verdict="passed"
        title={say('Thông qua', 'Passed')}
        rule={say(
          '12/15 ủy viên đương nhiệm · cần 8 (quá nửa)',
          '12/15 incumbents · 8 needed (more than half)',
        )}
        note={say('Mã kiểm tra 4K7Q-M2XD', 'Check code 4K7Q-M2XD')}
      />
    </ScreenLayout>
  );
}

export default { title: 'Screen, result', group: 'pages', stories: { passed: Result } } satisfies StorySet;
