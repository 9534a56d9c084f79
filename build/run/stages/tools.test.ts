import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { missingTools, testTools } from './tools.mjs';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

it('names the programs that no folder of the path holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nghi-su-tools-'));
  folders.push(folder);
  expect(missingTools(folder)).toEqual([...testTools.keys()]);
  writeFileSync(join(folder, 'qpdf'), '');
  expect(missingTools(['/nowhere', folder].join(delimiter))).not.toContain('qpdf');
});
