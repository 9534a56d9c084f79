import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test; `remove` takes it away with everything in it. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** Makes an empty folder under the system's temporary one. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'nghi-su-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
