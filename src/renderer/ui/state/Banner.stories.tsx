import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../controls/Button.tsx';
import { Banner } from './Banner.tsx';

function Tones() {
  const { general } = useMessages();
  return (
    <Shelf as="column">
      <Banner
        tone="waiting"
        title={general.delivery.saved}
        detail={general.delivery.savedDetail('lúc 09:04:51')}
      />
      <Banner tone="info" title="Bản thay thế" detail="2 trang thay đổi: 12, 13" />
      <Banner tone="refused" title="Không được ghi nhận" detail="Phiên biểu quyết đã khóa." />
      <Banner tone="good" title="Đã ghi nhận lúc 09:08:32" />
    </Shelf>
  );
}

export default {
  title: 'Banner',
  group: 'state',
  stories: {
    'every tone': Tones,
    'with an action': () => (
      <Banner
        tone="info"
        title="Đang xem riêng"
        detail="Người trình bày đang ở trang 14."
        action={<Button label="Theo trang trình bày" onPress={() => {}} />}
      />
    ),
  },
} satisfies StorySet;
