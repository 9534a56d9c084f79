import type { SeatPlace } from '../ui/room/SeatMap.tsx';
import type { SeatState } from '../ui/room/SeatTile.tsx';
import { useSay } from './use-say.ts';

/** 5 September 2026, four minutes into the vote, link of the second switch lost. */
export const sampleNowMs = Date.parse('2026-09-05T09:05:00+07:00');

/** The acceptance room: eight and seven members, nine invited. */
export function useSampleSeats(): readonly SeatPlace[] {
  const say = useSay();
  const words: Readonly<Record<SeatState, string>> = {
    unmanned: say('chưa vào', 'not in'),
    present: say('có mặt', 'present'),
    received: say('đã nhận', 'received'),
    disconnected: say('mất kết nối', 'no link'),
    absent: say('vắng', 'absent'),
    invited: say('mời', 'invited'),
  };
  const seat = (code: string, column: number, row: number, state: SeatState): SeatPlace => ({
    id: code,
    code,
    column,
    row,
    state,
    word: words[state],
  });
  const members = Array.from({ length: 15 }, (_, index) => {
    const isFront = index < 8;
    const code = `A${String(index + 1).padStart(2, '0')}`;
    const state = code === 'A13' ? 'absent' : isFront ? 'received' : 'disconnected';
    return seat(code, isFront ? index + 0.5 : index - 7, isFront ? 0 : 1, state);
  });
  const guests = Array.from({ length: 9 }, (_, index) => seat(`B0${index + 1}`, index, 2.5, 'invited'));
  return [...members, ...guests];
}
