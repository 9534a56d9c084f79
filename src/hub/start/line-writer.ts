/** Where whole lines go, such as standard error. */
export interface LineWriter {
  write(line: string): void;
  /** Writes at once what waits. */
  flush(): void;
}

/**
 * Gathers the lines of one turn of the event loop into one write: when all seats of a room come back at once, a write
 * per line would cost more than greeting them.
 */
export function createLineWriter(
  write: (text: string) => void,
  endOfTurn: (then: () => void) => void,
): LineWriter {
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    const text = `${waiting.join('\n')}\n`;
    waiting = [];
    write(text);
  };
  return {
    write(line) {
      if (waiting.length === 0) endOfTurn(flush);
      waiting.push(line);
    },
    flush,
  };
}
