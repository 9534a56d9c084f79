import { useState } from 'react';
import { useSampleSeats } from '../../gallery/sample-room.ts';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { SeatMap } from './SeatMap.tsx';
import { SeatTile, type SeatState } from './SeatTile.tsx';

const states: ReadonlyArray<[SeatState, string]> = [
  ['unmanned', 'chưa vào'],
  ['present', 'có mặt'],
  ['received', 'đã nhận'],
  ['disconnected', 'mất kết nối'],
  ['absent', 'vắng'],
  ['invited', 'mời'],
];

function Selectable() {
  const seats = useSampleSeats();
  const [selectedId, setSelectedId] = useState('A10');
  return (
    <SeatMap
      label="Sơ đồ chỗ ngồi"
      frontLabel="Bàn chủ trì"
      seats={seats}
      selectedId={selectedId}
      onSelect={setSelectedId}
    />
  );
}

export default {
  title: 'SeatTile and SeatMap',
  group: 'room',
  stories: {
    'every state': () => (
      <SeatMap
        label="Các trạng thái"
        seats={states.map(([state, word], column) => ({
          id: state,
          code: `A0${column + 1}`,
          state,
          word,
          column,
          row: 0,
        }))}
      />
    ),
    'one seat': () => (
      <Shelf as="column">
        <SeatTile code="A07" name="Nguyễn Thị Hòa" state="present" word="có mặt" onPress={() => {}} />
      </Shelf>
    ),
    'a room whose seats can be pressed': Selectable,
  },
} satisfies StorySet;
