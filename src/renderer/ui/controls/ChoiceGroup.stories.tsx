import { useState } from 'react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';

const choices = [
  { id: 'approve', label: 'Tán thành' },
  { id: 'reject', label: 'Không tán thành' },
  { id: 'abstain', label: 'Không biểu quyết' },
] as const;

type Answer = (typeof choices)[number]['id'];

function Choosing({
  first,
  isDisabled = false,
}: {
  readonly first: Answer | null;
  readonly isDisabled?: boolean;
}) {
  const [selectedId, setSelectedId] = useState<Answer | null>(first);
  return (
    <Shelf as="column">
      <ChoiceGroup
        label="Thông qua Nghị quyết"
        choices={choices}
        selectedIds={selectedId === null ? [] : [selectedId]}
        onChoose={setSelectedId}
        isDisabled={isDisabled}
      />
    </Shelf>
  );
}

export default {
  title: 'ChoiceGroup',
  group: 'controls',
  stories: {
    'nothing chosen': () => <Choosing first={null} />,
    'one chosen': () => <Choosing first="reject" />,
    disabled: () => <Choosing first={null} isDisabled />,
  },
} satisfies StorySet;
