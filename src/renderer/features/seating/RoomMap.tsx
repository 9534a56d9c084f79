import { useRecords } from '../../data/records.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { Messages } from '../../i18n/messages.vi.ts';
import { SeatLegend, type LegendEntry } from '../../ui/room/SeatLegend.tsx';
import { SeatMap } from '../../ui/room/SeatMap.tsx';
import { nameplateOf } from '../../data/select/nameplate.ts';
import type { SeatSign, SeatState } from '../../ui/room/SeatTile.tsx';
import { situateSeats, type RoomNow, type SeatSituation, type SituatedSeat } from './seat-places.ts';

const faces: Readonly<Record<SeatSituation, SeatState>> = {
  empty: 'unmanned',
  unmanned: 'unmanned',
  present: 'present',
  waited: 'present',
  received: 'received',
  disconnected: 'disconnected',
  absent: 'absent',
  invited: 'invited',
  invitedPresent: 'invited',
};

/** The room as it is: who is here, linked, has the papers, asks for the floor and has answered; with a legend. */
export function RoomMap({ room }: { readonly room: RoomNow }) {
  const { chair, attendance } = useMessages();
  const speeches = useRecords('speech');
  const situated = situateSeats({ ...room, speeches });
  const seats = situated.map((one) => ({
    id: one.seat,
    code: one.spare === null ? one.seat : `${one.seat} → ${one.spare}`,
    column: one.column,
    row: one.row,
    state: faces[one.situation],
    signs: signsOf(one),
    word: wordOf(one, chair),
    ...(one.delegate?.person ? { name: nameplateOf(one.delegate, attendance) } : {}),
  }));
  return (
    <>
      <SeatMap label={chair.seatMap} seats={seats} />
      <SeatLegend label={chair.legend} entries={legendOf(situated, chair)} />
    </>
  );
}

function signsOf({ signs: { isSpeaking, asksAt, lacksPapers } }: SituatedSeat): readonly SeatSign[] {
  return [
    ...(isSpeaking ? (['speaking'] as const) : []),
    ...(asksAt === null ? [] : (['asking'] as const)),
    ...(lacksPapers ? (['papers'] as const) : []),
  ];
}

/** The most pressing thing in a word: a lost link and a vote go before the floor, the floor before the papers. */
function wordOf({ situation, signs }: SituatedSeat, words: Messages['chair']): string {
  const isCalm = situation === 'present' || situation === 'invitedPresent';
  if (isCalm && signs.isSpeaking) return words.signWords.speaking;
  if (isCalm && signs.asksAt !== null) return words.signWords.asksAt(signs.asksAt);
  if ((isCalm || situation === 'unmanned') && signs.lacksPapers) return words.signWords.papers;
  return words.seatWords[situation];
}

const situations: readonly SeatSituation[] = [
  'present',
  'received',
  'waited',
  'disconnected',
  'absent',
  'unmanned',
  'empty',
  'invitedPresent',
  'invited',
];

/** What the marks on the map mean, with how many seats show each; what is nowhere is not explained. */
function legendOf(seats: readonly SituatedSeat[], words: Messages['chair']): readonly LegendEntry[] {
  const { speaking, asking, papers } = words.signWords;
  const entry = (
    id: string,
    mark: LegendEntry['mark'],
    word: string,
    is: (seat: SituatedSeat) => boolean,
  ): LegendEntry => ({ id, mark, word, count: seats.filter(is).length });
  return [
    ...situations.map((state) =>
      entry(state, faces[state], words.seatWords[state], ({ situation }) => situation === state),
    ),
    entry('speaking', 'speaking', speaking, ({ signs }) => signs.isSpeaking),
    entry('asking', 'asking', asking, ({ signs }) => signs.asksAt !== null),
    entry('papers', 'papers', papers, ({ signs }) => signs.lacksPapers),
  ].filter(({ count }) => count > 0);
}
