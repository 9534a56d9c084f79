import {
  ChevronLeft,
  ChevronRight,
  CircleQuestionMark,
  FileText,
  List,
  Maximize,
  Vote,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { defaultAppearance } from '../../styles/appearance.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup.tsx';
import { SettingsPopover } from '../../ui/controls/SettingsPopover.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';
import { ToolDivider, Toolbar, ToolbarPlace, ToolText } from '../../ui/controls/Toolbar.tsx';
import { NavRail } from '../../ui/layout/NavRail.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { DocumentRow } from '../../ui/room/DocumentRow.tsx';
import { QuestionPanel } from '../../ui/room/QuestionPanel.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import { ConfirmedBallot } from '../../ui/state/ConfirmedBallot.tsx';
import { sampleNowMs } from '../sample-room.ts';
import type { StorySet } from '../story.ts';
import { useSay } from '../use-say.ts';
import styles from './SeatInVote.module.css';

const press = () => {};

type Place = 'agenda' | 'documents' | 'vote' | 'help';

function Seat({ hasVoted }: { readonly hasVoted: boolean }) {
  const say = useSay();
  const [place, setPlace] = useState<Place>(hasVoted ? 'documents' : 'vote');
  return (
    <SurfaceLayout
      top={<SeatTop />}
      keep={place === 'vote' ? 'end' : 'start'}
      rail={
        <NavRail
          label={say('Các phần', 'Parts')}
          selectedId={place}
          onSelect={setPlace}
          items={[
            { id: 'agenda', label: say('Chương trình', 'Agenda'), icon: List },
            { id: 'documents', label: say('Tài liệu', 'Documents'), icon: FileText },
            { id: 'vote', label: say('Biểu quyết', 'Vote'), icon: Vote, badge: say('mở', 'open') },
          ]}
          footer={[{ id: 'help', label: say('Trợ giúp', 'Help'), icon: CircleQuestionMark }]}
        />
      }
      startLabel={say('Tài liệu', 'Documents')}
      start={<Documents />}
      endLabel={say('Biểu quyết', 'Vote')}
      endWidth="wide"
      end={<VotePanel hasVoted={hasVoted} />}
    >
      <Paper />
      <Tools />
    </SurfaceLayout>
  );
}

function SeatTop() {
  const say = useSay();
  const { general } = useMessages();
  return (
    <TopBar
      title={say('Hội nghị Ban Thường vụ', 'Standing committee')}
      subtitle={say(
        'Nội dung 2 · Dự thảo Nghị quyết về chuyển đổi số',
        'Item 2 · Draft resolution on digital change',
      )}
      chips={
        <>
          <Chip tone="waiting" label={general.link.offline} />
          <Chip tone="info" label={general.pack.complete(11, 11, say('lúc 08:58', 'at 08:58'))} />
        </>
      }
      clock={<Clock timeMs={sampleNowMs} />}
      end={<SettingsPopover words={general.settings} appearance={defaultAppearance} onChange={press} />}
    />
  );
}

function Documents() {
  const say = useSay();
  return (
    <Panel title={say('Nội dung 2 · 3 tài liệu', 'Item 2 · 3 documents')}>
      <DocumentRow
        title={say('Dự thảo Nghị quyết', 'Draft resolution')}
        detail={say('60 trang · tài liệu chính', '60 pages · main document')}
        badge={{
          tone: 'accent',
          label: say('Bản thay thế · 2 trang thay đổi: 12, 13', 'Replaced · pages 12, 13'),
        }}
        isSelected
        onPress={press}
      />
      <DocumentRow
        title={say('Tờ trình của Ban Tổ chức', 'Submission')}
        detail={say('14 trang · tài liệu chính', '14 pages · main document')}
        isSelected={false}
        onPress={press}
      />
      <DocumentRow
        title={say('Báo cáo tổng hợp ý kiến', 'Summary of opinions')}
        detail={say('38 trang · tham khảo', '38 pages · reference')}
        isSelected={false}
        onPress={press}
      />
    </Panel>
  );
}

type Answer = 'approve' | 'reject' | 'abstain';

function VotePanel({ hasVoted }: { readonly hasVoted: boolean }) {
  const say = useSay();
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <QuestionPanel
      state={
        <>
          <Chip tone="accent" label={say('Đang biểu quyết', 'Vote is open')} />
          <span>{say('công khai', 'open vote')}</span>
        </>
      }
      question={say(
        'Thông qua Nghị quyết về chuyển đổi số giai đoạn 2026–2030',
        'Adopt the resolution on digital change 2026–2030',
      )}
      rule={say(
        'Cần quá nửa tổng số ủy viên đương nhiệm (8/15). Đồng chí đổi được ý kiến đến khi khóa.',
        'More than half of all incumbents (8/15). You may change your answer until the lock.',
      )}
    >
      {hasVoted ? (
        <SavedBallot />
      ) : (
        <>
          <ChoiceGroup<Answer>
            label={say('Ý kiến của đồng chí', 'Your answer')}
            choices={[
              { id: 'approve', label: say('Tán thành', 'Approve') },
              { id: 'reject', label: say('Không tán thành', 'Do not approve') },
              { id: 'abstain', label: say('Không biểu quyết', 'Abstain') },
            ]}
            selectedIds={answer === null ? [] : [answer]}
            onChoose={setAnswer}
          />
          <Button
            label={say('Xác nhận', 'Confirm')}
            variant="filled"
            size="seat"
            isWide
            isDisabled={answer === null}
            onPress={press}
          />
        </>
      )}
    </QuestionPanel>
  );
}

function SavedBallot() {
  const say = useSay();
  const { general } = useMessages();
  return (
    <ConfirmedBallot
      title={say('Đồng chí đã biểu quyết', 'You have voted')}
      status="saved"
      statusLabel={general.delivery.saved}
      detail={general.delivery.savedDetail(say('lúc 09:04:51', 'at 09:04:51'))}
      action={<Button label={say('Đổi ý kiến', 'Change answer')} size="seat" onPress={press} />}
    />
  );
}

function Paper() {
  return (
    <div className={styles.desk} tabIndex={0} role="region" aria-label="12 / 60">
      <article className={styles.paper} lang="vi">
        <p className={styles.centre}>BAN THƯỜNG VỤ TỈNH ỦY</p>
        <h2 className={styles.centre}>NGHỊ QUYẾT</h2>
        <p className={styles.centre}>về chuyển đổi số giai đoạn 2026–2030</p>
        {Array.from({ length: 9 }, (_, index) => (
          <p key={index}>
            {index + 1}. Đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan Đảng, chính quyền; bảo đảm mọi
            cuộc họp của tỉnh được chuẩn bị, điều hành và lưu trữ trên môi trường điện tử, an toàn và đúng quy
            định.
          </p>
        ))}
      </article>
    </div>
  );
}

function Tools() {
  const say = useSay();
  return (
    <ToolbarPlace>
      <Toolbar label={say('Công cụ tài liệu', 'Document tools')}>
        <ToolButton label={say('Trang trước', 'Previous page')} icon={ChevronLeft} onPress={press} />
        <ToolText>12 / 60</ToolText>
        <ToolButton label={say('Trang sau', 'Next page')} icon={ChevronRight} onPress={press} />
        <ToolDivider />
        <ToolButton label={say('Thu nhỏ', 'Smaller')} icon={ZoomOut} onPress={press} />
        <ToolButton label={say('Phóng to', 'Larger')} icon={ZoomIn} onPress={press} />
        <ToolButton label={say('Vừa trang', 'Fit page')} icon={Maximize} isOn onPress={press} />
        <ToolDivider />
        <ToolButton label={say('Theo trình bày', 'Follow')} hasWord onPress={press} />
      </Toolbar>
    </ToolbarPlace>
  );
}

export default {
  title: 'Seat, in vote',
  group: 'pages',
  stories: { 'nothing chosen': () => <Seat hasVoted={false} /> },
} satisfies StorySet;

export { Seat };
