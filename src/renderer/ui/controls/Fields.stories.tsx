import { useState } from 'react';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { Select } from './Select.tsx';
import { TextField } from './TextField.tsx';

const rules = [
  { id: 'half', label: 'Quá nửa' },
  { id: 'two-thirds', label: 'Ít nhất hai phần ba' },
] as const;

function Title({ error }: { readonly error?: string }) {
  const [value, setValue] = useState('Thông qua Nghị quyết về chuyển đổi số');
  return (
    <TextField
      label="Nội dung biểu quyết"
      hint="Hiện trên màn hình phòng họp"
      value={value}
      onChange={setValue}
      {...(error === undefined ? {} : { error })}
    />
  );
}

function Remark() {
  const [value, setValue] = useState('');
  return <TextField label="Lý do" lines={3} value={value} onChange={setValue} />;
}

function Rule({ isDisabled = false }: { readonly isDisabled?: boolean }) {
  const [selectedId, setSelectedId] = useState<'half' | 'two-thirds' | null>(null);
  return (
    <Select
      label="Tỷ lệ thông qua"
      placeholder="Chọn tỷ lệ"
      hint="Theo quy chế làm việc"
      options={rules}
      selectedId={selectedId}
      onSelect={setSelectedId}
      isDisabled={isDisabled}
    />
  );
}

export default {
  title: 'TextField and Select',
  group: 'controls',
  stories: {
    text: () => (
      <Shelf as="column">
        <Title />
        <Title error="Nội dung dài quá 200 ký tự" />
        <Remark />
      </Shelf>
    ),
    select: () => (
      <Shelf as="column">
        <Rule />
        <Rule isDisabled />
      </Shelf>
    ),
  },
} satisfies StorySet;
