import type { Checkpoint } from '../../shared/records/wire-record.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { present } from '../../shared/std/must.ts';
import { genesisHash } from './log-entry.ts';
import type { LogPort } from './ports.ts';

/** The room's log as a chain that others can compare theirs with. */
export interface History {
  /** The check code of the entry at a sequence of this log; 0 is the place before the first. */
  checkAt(seq: number): string;
  /**
   * True when this log has another entry at that place: both have grown from a common beginning, and each by itself.
   * What is behind the end of this log, of another epoch, or without a code is not known to be another.
   */
  isAnother(place: Checkpoint | null | undefined): boolean;
}

export interface HistoryPorts {
  readonly epoch: number;
  readonly log: Pick<LogPort, 'hashAt'>;
  /** The end of the committed log. */
  head(): { readonly seq: number; readonly head: string };
}

/** Makes the history of a room. Each question costs one look into the log, most often none. */
export function createHistory({ epoch, log, head }: HistoryPorts): History {
  const checkAt = (seq: number): string => {
    const end = head();
    if (seq === end.seq) return checkCode(end.head);
    return checkCode(seq === 0 ? genesisHash : present(log.hashAt(seq), `entry ${seq}`));
  };
  return {
    checkAt,
    isAnother(place) {
      if (!place?.check || place.epoch !== epoch || place.seq > head().seq) return false;
      return checkAt(place.seq) !== place.check;
    },
  };
}
