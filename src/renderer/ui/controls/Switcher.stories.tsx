import { useState } from 'react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { defaultAppearance } from '../../styles/appearance.ts';
import { AppearanceSwitchers, SettingsPopover } from './SettingsPopover.tsx';

function Settings({ isOpen = false }: { readonly isOpen?: boolean }) {
  const { general } = useMessages();
  const [appearance, setAppearance] = useState(defaultAppearance);
  const Shown = isOpen ? AppearanceSwitchers : SettingsPopover;
  return (
    <Shelf as="column">
      <Shown words={general.settings} appearance={appearance} onChange={setAppearance} />
    </Shelf>
  );
}

export default {
  title: 'Switcher and SettingsPopover',
  group: 'controls',
  stories: {
    'behind a button': () => <Settings />,
    'on a page': () => <Settings isOpen />,
  },
} satisfies StorySet;
