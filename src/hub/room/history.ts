import type { Checkpoint } from '../../shared/records/wire-record.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { present } from '../../shared/std/must.ts';
import { genesisHash } from './log-entry.ts';
import type { LogPort } from './ports.ts';

/** The room's log as a chain that others can compare theirs with. */
export interface History {
  /** The end of this log, and the check code of the entry there. */
  end(): { readonly head: number; readonly check: string };
  /**
   * Sets the end that somebody was told beside this log. `another`: there is another entry, so both have grown from a
   * common beginning, and each by itself. `beyond`: this log does not reach so far. `unsaid`: it is of another epoch,
   * or has no code.
   */
  compare(place: Checkpoint): 'same' | 'another' | 'beyond' | 'unsaid';
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
    end() {
      const { seq, head: hash } = head();
      return { head: seq, check: checkCode(hash) };
    },
    compare(place) {
      if (place.check === undefined || place.epoch !== epoch) return 'unsaid';
      const told = place.head ?? place.seq;
      if (told > head().seq) return 'beyond';
      return checkAt(told) === place.check ? 'same' : 'another';
    },
  };
}
