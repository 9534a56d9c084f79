/** One line of the log, and its number since the hub started. */
export interface RecentLine {
  readonly number: number;
  readonly text: string;
}

/** The last lines of the log, in memory: what IT looks at when something is wrong, without a shell on the hub. */
export interface RecentLines {
  write(text: string): void;
  /** The lines after a number, the oldest first. */
  after(number: number): readonly RecentLine[];
}

/** Enough for a long meeting: an hour of sixty seats coming and going is some hundred lines. */
const kept = 5_000;

export function createRecentLines(most = kept): RecentLines {
  let lines: RecentLine[] = [];
  let last = 0;
  return {
    write(text) {
      last += 1;
      lines.push({ number: last, text });
      // Cut now and then, not with every line.
      if (lines.length > most + Math.ceil(most / 4)) lines = lines.slice(-most);
    },
    after: (number) => lines.slice(-most).filter((line) => line.number > number),
  };
}
