import { Megaphone, Settings } from 'lucide-react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { Button } from './Button.tsx';

const press = () => {};

export default {
  title: 'Button',
  group: 'controls',
  stories: {
    'console size': () => (
      <Shelf>
        <Button label="Mở biểu quyết" variant="filled" onPress={press} />
        <Button label="Khóa biểu quyết…" onPress={press} />
        <Button label="Xem lại" variant="quiet" onPress={press} />
        <Button label="Thông báo" icon={Megaphone} onPress={press} />
        <Button label="Cài đặt" icon={Settings} isIconOnly variant="quiet" onPress={press} />
      </Shelf>
    ),
    'seat size': () => (
      <Shelf>
        <Button label="Xác nhận" variant="filled" size="seat" onPress={press} />
        <Button label="Đổi ý kiến" size="seat" onPress={press} />
        <Button label="Xem riêng" variant="quiet" size="seat" onPress={press} />
      </Shelf>
    ),
    'pending and disabled': () => (
      <Shelf>
        <Button label="Khóa" pendingLabel="Đang khóa" isPending variant="filled" onPress={press} />
        <Button label="Gửi" pendingLabel="Đang gửi" isPending onPress={press} />
        <Button label="Mở biểu quyết" variant="filled" isDisabled onPress={press} />
        <Button label="Giải lao" isDisabled onPress={press} />
      </Shelf>
    ),
    wide: () => (
      <Shelf as="column">
        <Button label="Xác nhận" variant="filled" size="seat" isWide onPress={press} />
      </Shelf>
    ),
  },
} satisfies StorySet;
