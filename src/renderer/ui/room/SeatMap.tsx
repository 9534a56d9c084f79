import { SeatTile, type SeatFace } from './SeatTile.tsx';
import styles from './SeatMap.module.css';

export interface SeatPlace extends SeatFace {
  readonly id: string;
  /** Column of the seat's left edge, in seat widths from the left of the room; halves are allowed. */
  readonly column: number;
  /** Row of the seat's top edge, in seat heights from the front of the room; halves are allowed. */
  readonly row: number;
}

interface SeatMapProps {
  readonly label: string;
  readonly seats: readonly SeatPlace[];
  /** What stands at the front of the room, for orientation. */
  readonly frontLabel?: string;
  readonly selectedId?: string | null;
  /** Left out, the seats cannot be pressed. */
  readonly onSelect?: (id: string) => void;
}

/** The room as a map: every seat where it stands. Scrolls sideways rather than making words unreadable. */
export function SeatMap({ label, seats, frontLabel, selectedId = null, onSelect }: SeatMapProps) {
  const columns = Math.max(1, ...seats.map((seat) => seat.column + 1));
  return (
    <div className={styles.scroller}>
      {frontLabel !== undefined && <p className={styles.front}>{frontLabel}</p>}
      <ul
        className={styles.map}
        aria-label={label}
        style={{
          gridTemplateColumns: `repeat(${columns * 2}, minmax(1.75rem, 1fr))`,
          maxInlineSize: `calc(${columns} * var(--seat-width, 6rem))`,
        }}
      >
        {seats.map((seat) => (
          <li key={seat.id} className={styles.place} style={placeOnGrid(seat)}>
            <SeatTile
              code={seat.code}
              state={seat.state}
              word={seat.word}
              isSelected={seat.id === selectedId}
              {...(seat.name === undefined ? {} : { name: seat.name })}
              {...(seat.signs === undefined ? {} : { signs: seat.signs })}
              {...(onSelect ? { onPress: () => onSelect(seat.id) } : {})}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Two grid lines to a seat, so that a row may stand half a seat aside. */
function placeOnGrid({ column, row }: SeatPlace) {
  return {
    gridColumn: `${Math.round(column * 2) + 1} / span 2`,
    gridRow: `${Math.round(row * 2) + 1} / span 2`,
  };
}
