import { useEffect, useRef, useState } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import { useBridge } from '../../data/data-context.ts';
import { saveFile } from './hand-over.ts';

/** How far the export of the log is. `away`: the hub could not be heard to the end. */
export type LogExportState =
  | { readonly phase: 'idle' | 'working' | 'away' | 'failed' }
  | { readonly phase: 'done'; readonly fileName: string }
  | { readonly phase: 'refused'; readonly code: RefusalCode };

export interface LogExport {
  readonly state: LogExportState;
  /** @param fileName for a log up to the entry `seq` */
  start(fileName: (seq: number) => string): void;
}

/** Exports the log, one at a time. Nothing is saved unless it is whole, nor after the panel has gone. */
export function useLogExport(): LogExport {
  const { hub } = useBridge();
  const [state, setState] = useState<LogExportState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const give = async (nameOf: (seq: number) => string, isGone: () => boolean): Promise<LogExportState> => {
    const answer = await hub.exportLog();
    if (!answer.ok) return { phase: 'refused', code: answer.reason.code };
    const fileName = nameOf(answer.value.seq);
    if (!isGone()) saveFile(fileName, [answer.value.text], 'application/x-ndjson');
    return { phase: 'done', fileName };
  };
  const run = async (nameOf: (seq: number) => string, { signal }: AbortController): Promise<void> => {
    const next = await give(nameOf, () => signal.aborted).catch((reason: unknown): LogExportState => {
      if (reason instanceof LinkDown) return { phase: 'away' };
      console.error('export:', reason);
      return { phase: 'failed' };
    });
    if (!signal.aborted) setState(next);
  };
  const start: LogExport['start'] = (nameOf) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setState({ phase: 'working' });
    void run(nameOf, control);
  };
  return { state, start };
}
