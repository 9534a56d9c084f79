import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSettingsTable } from './settings-table.ts';
import { templateFiles } from './template-files.ts';

const folder = join(import.meta.dirname, 'templates');
for (const [path, content] of templateFiles()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
const document = join(import.meta.dirname, '..', '..', 'docs', 'policy.md');
writeFileSync(document, withSettingsTable(readFileSync(document, 'utf8')));
