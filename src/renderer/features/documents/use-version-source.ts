import { useMemo } from 'react';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { useBridge } from '../../data/data-context.ts';
import type { PdfSource } from './pdf/pdf-source.ts';

/** The bytes of a version that this terminal holds; null while there is no version. */
export function useVersionSource(version: DocumentVersion | null): PdfSource | null {
  const { vault } = useBridge();
  const sha256 = version?.view.sha256 ?? null;
  const bytes = version?.view.bytes ?? 0;
  return useMemo(
    () => (sha256 === null ? null : { bytes, read: (begin, end) => vault.read(sha256, begin, end) }),
    [vault, sha256, bytes],
  );
}
