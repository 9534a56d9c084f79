import { Coffee, Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { NextStepBar } from '../../ui/layout/NextStepBar.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { AgendaRow } from '../../ui/room/AgendaRow.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { SeatMap } from '../../ui/room/SeatMap.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { sampleNowMs, useSampleSeats } from '../sample-room.ts';
import type { StorySet } from '../story.ts';
import { useSay } from '../use-say.ts';
import styles from './ChairInVote.module.css';

const press = () => {};

function Chair() {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <SurfaceLayout
      top={<ChairTop />}
      startLabel={say('Chương trình', 'Agenda')}
      start={<Agenda />}
      endLabel={say('Phát biểu', 'Floor')}
      end={<Floor />}
      bottom={
        isAsking ? (
          <LockQuestion onDone={() => setIsAsking(false)} />
        ) : (
          <Steps onLock={() => setIsAsking(true)} />
        )
      }
    >
      <Room />
    </SurfaceLayout>
  );
}

function ChairTop() {
  const say = useSay();
  const { general } = useMessages();
  return (
    <TopBar
      title={general.surface.chair}
      subtitle={say('Hội nghị Ban Thường vụ · khai mạc 08:00', 'Standing committee · opened 08:00')}
      chips={
        <>
          <Chip tone="good" label={general.link.hubGood} />
          <Chip tone="waiting" label={general.link.disconnectedTerminals(6)} />
          <Chip
            tone="info"
            label={say('Có mặt 14/15 · đủ điều kiện họp', 'Present 14/15 · enough to meet')}
          />
        </>
      }
      clock={<Clock timeMs={sampleNowMs} />}
    />
  );
}

function Agenda() {
  const say = useSay();
  return (
    <Panel title={say('Chương trình', 'Agenda')}>
      <AgendaRow
        number={1}
        title={say('Kinh tế – xã hội 9 tháng', 'Economy, nine months')}
        detail={say('20 phút · thực 27 phút · xong', '20 min · took 27 · done')}
        state="past"
        onPress={press}
      />
      <AgendaRow
        number={2}
        title={say('Nghị quyết chuyển đổi số', 'Resolution on digital change')}
        detail={say('40 phút · đã 25 phút · đang biểu quyết', '40 min · 25 used · vote is open')}
        state="current"
        onPress={press}
      />
      <AgendaRow
        number={3}
        title={say('Đầu tư công', 'Public investment')}
        detail={say('40 phút · biểu quyết giơ tay', '40 min · show of hands')}
        state="coming"
        onPress={press}
      />
      <AgendaRow
        number={4}
        title={say('Tài liệu mật', 'Secret papers')}
        detail={say('15 phút · bản giấy', '15 min · on paper')}
        state="coming"
        onPress={press}
      />
      <AgendaRow
        number={5}
        title={say('Công tác cán bộ', 'Personnel')}
        detail={say('30 phút · bỏ phiếu kín', '30 min · secret ballot')}
        state="coming"
        onPress={press}
      />
      <AgendaRow
        number={6}
        title={say('Kết luận', 'Conclusion')}
        detail={say('10 phút', '10 min')}
        state="coming"
        onPress={press}
      />
    </Panel>
  );
}

function Room() {
  const say = useSay();
  const seats = useSampleSeats();
  return (
    <div className={styles.room}>
      <div className={styles.matter}>
        <h2 className={styles.title}>
          {say('Thông qua Nghị quyết về chuyển đổi số', 'Adopt the resolution on digital change')}
        </h2>
        <Chip tone="accent" label={say('Đang biểu quyết', 'Vote is open')} />
      </div>
      <FigureRow>
        <Figure value="8" of="14" label={say('phiếu đã nhận', 'ballots received')} />
        <Figure
          value="6"
          tone="waiting"
          label={say(
            'máy mất kết nối, phiếu có thể đang chờ gửi',
            'terminals without link, ballots may be waiting',
          )}
        />
        <Figure
          value="8"
          label={say('cần để thông qua, trên 15 đương nhiệm', 'needed to pass, of 15 incumbents')}
        />
      </FigureRow>
      <SeatMap label={say('Sơ đồ chỗ ngồi', 'Seat plan')} seats={seats} />
    </div>
  );
}

function Floor() {
  const say = useSay();
  const invite = <Button label={say('Mời', 'Invite')} onPress={press} />;
  const at = say('đăng ký · 09:04', 'asked · 09:04');
  return (
    <Panel title={say('Phát biểu', 'Floor')}>
      <ListRow
        title="A07 · Nguyễn Thị Hòa"
        detail={say('đang phát biểu', 'speaking')}
        tone="info"
        trail={<span className={styles.left}>2:10</span>}
      />
      <ListRow
        lead="1"
        title="A01 · Trần Văn Minh"
        detail={say('trả lời · 09:03', 'reply · 09:03')}
        trail={invite}
      />
      <ListRow lead="2" title="A10 · Phạm Quốc Bảo" detail={at} trail={invite} />
      <ListRow lead="3" title={say('B04 · Sở Khoa học', 'B04 · Science')} detail={at} trail={invite} />
    </Panel>
  );
}

function Steps({ onLock }: { readonly onLock: () => void }) {
  const say = useSay();
  return (
    <NextStepBar
      label={say('Bước tiếp theo', 'Next step')}
      hint={say(
        'Có máy mất kết nối: giữ phiên để không bỏ sót phiếu',
        'Terminals without link: hold, so that no ballot is missed',
      )}
      next={{ label: say('Giữ phiên biểu quyết', 'Hold the vote'), onPress: press }}
      others={[{ label: say('Khóa biểu quyết…', 'Lock the vote…'), onPress: onLock }]}
      always={[
        { label: say('Thông báo', 'Announce'), icon: Megaphone, onPress: press },
        { label: say('Giải lao', 'Break'), icon: Coffee, onPress: press },
      ]}
    />
  );
}

function LockQuestion({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  return (
    <ConfirmPanel
      title={say('Khóa biểu quyết khi còn 6 máy mất kết nối?', 'Lock while 6 terminals have no link?')}
      confirmLabel={say('Khóa biểu quyết', 'Lock the vote')}
      cancelLabel={say('Quay lại', 'Go back')}
      onConfirm={onDone}
      onCancel={onDone}
    >
      {say(
        'Đã nhận 8/14 phiếu. Phiếu đến sau khi khóa được ghi là đến muộn và không tự được tính.',
        '8 of 14 ballots received. Ballots that come after the lock are kept as late and not counted by themselves.',
      )}
    </ConfirmPanel>
  );
}

export default {
  title: 'Chair, in vote',
  group: 'pages',
  stories: { 'six terminals without link': Chair },
} satisfies StorySet;
