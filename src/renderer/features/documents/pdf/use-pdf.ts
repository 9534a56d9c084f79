import { useEffect, useState } from 'react';
import { useWatchable } from '../../../data/use-watchable.ts';
import { opening, PdfReader, type PdfState } from './pdf-reader.ts';
import type { PdfSource } from './pdf-source.ts';

/** Opens a document, and closes it when the source changes or the component goes. */
export function usePdf(source: PdfSource): PdfState {
  const [reader] = useState(() => new PdfReader());
  useEffect(() => reader.run(), [reader]);
  useEffect(() => reader.open(source), [reader, source]);
  const state = useWatchable(reader.state);
  // Until the effect has run, the state is that of the former source.
  return state.phase === 'open' && state.source !== source ? opening : state;
}
