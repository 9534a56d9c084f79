import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../controls/Button.tsx';
import { ConfirmedBallot, type BallotStatus } from './ConfirmedBallot.tsx';

const details: Readonly<Record<BallotStatus, string>> = {
  received: 'Phòng họp đã nhận phiếu lúc 09:04:51. Đồng chí đổi được ý kiến đến khi khóa.',
  saved: 'Phiếu của đồng chí lưu lúc 09:04:51 và sẽ tự gửi khi có kết nối. Đồng chí không cần làm gì thêm.',
  refused: 'Phiên biểu quyết đã khóa.',
  late: 'Phiếu đến sau khi khóa. Chủ trì xem xét; phiếu không tự được tính.',
};

function Ballot({
  status,
  canChange = false,
}: {
  readonly status: BallotStatus;
  readonly canChange?: boolean;
}) {
  const { general } = useMessages();
  return (
    <Shelf as="column">
      <ConfirmedBallot
        title="Đồng chí đã biểu quyết"
        status={status}
        statusLabel={general.delivery[status]}
        detail={details[status]}
        {...(canChange ? { action: <Button label="Đổi ý kiến" size="seat" onPress={() => {}} /> } : {})}
      />
    </Shelf>
  );
}

export default {
  title: 'ConfirmedBallot',
  group: 'state',
  stories: {
    received: () => <Ballot status="received" canChange />,
    saved: () => <Ballot status="saved" canChange />,
    refused: () => <Ballot status="refused" />,
    late: () => <Ballot status="late" />,
  },
} satisfies StorySet;
