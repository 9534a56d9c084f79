import { useState } from 'react';
import type { StorySet } from '../../gallery/story.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { PinPad } from './PinPad.tsx';

interface EntryProps {
  readonly first?: string;
  readonly error?: string;
  readonly isPending?: boolean;
}

function Entry({ first = '', error, isPending = false }: EntryProps) {
  const { general } = useMessages();
  const [value, setValue] = useState(first);
  return (
    <PinPad
      words={general.signIn}
      value={value}
      onChange={setValue}
      onComplete={() => {}}
      isPending={isPending}
      {...(error === undefined ? {} : { error })}
    />
  );
}

export default {
  title: 'PinPad',
  group: 'controls',
  stories: {
    'half entered': () => <Entry first="314" />,
    refused: () => <Entry error="Mã PIN chưa đúng. Đồng chí nhập lại." />,
    checking: () => <Entry first="314159" isPending />,
  },
} satisfies StorySet;
