import { useState } from 'react';
import { useSampleSeats } from '../../gallery/sample-room.ts';
import { Shelf } from '../../gallery/Shelf.tsx';
import type { StorySet } from '../../gallery/story.ts';
import { SeatMap } from './SeatMap.tsx';
import { SeatTile } from './SeatTile.tsx';

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
      <Shelf>
        <SeatTile code="A01" state="unmanned" word="chưa vào" />
        <SeatTile code="A02" state="present" word="có mặt" />
        <SeatTile code="A03" state="received" word="đã nhận" />
        <SeatTile code="A04" state="disconnected" word="mất kết nối" />
        <SeatTile code="A13" state="absent" word="vắng" />
        <SeatTile code="B01" state="invited" word="mời" />
      </Shelf>
    ),
    'a room whose seats can be pressed': Selectable,
  },
} satisfies StorySet;
