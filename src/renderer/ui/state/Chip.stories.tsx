import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Chip } from './Chip.tsx';

function Tones({ size }: { readonly size: 'normal' | 'small' }) {
  const { general } = useMessages();
  return (
    <Shelf>
      <Chip size={size} tone="good" label={general.link.hubGood} />
      <Chip size={size} tone="waiting" label={general.link.offline} />
      <Chip size={size} tone="info" label={general.pack.complete(11, 11, 'lúc 08:58')} />
      <Chip size={size} tone="accent" label="Đang biểu quyết" />
      <Chip size={size} tone="neutral" label="Chưa biểu quyết" />
    </Shelf>
  );
}

export default {
  title: 'Chip',
  group: 'state',
  stories: {
    'every tone': () => <Tones size="normal" />,
    'small, for rows': () => <Tones size="small" />,
    'without a dot': () => (
      <Chip tone="accent" label="Bản thay thế · 2 trang thay đổi: 12, 13" hasDot={false} />
    ),
  },
} satisfies StorySet;
