import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zones } from './zones.ts';

const guide = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/** Zones that the guide speaks of within the row of their parent folder. */
const withinParent = ['src/shared', 'src/hub/simulation'];

it.each(zones.map((zone) => zone.folder).filter((folder) => !withinParent.includes(folder)))(
  'CONTRIBUTING.md speaks of the zone %s',
  (folder) => {
    expect(guide).toContain(`\`${folder}\``);
  },
);

it.each(Object.keys(scripts).filter((name) => name !== 'build'))(
  'CONTRIBUTING.md speaks of npm run %s',
  (name) => {
    expect(guide).toMatch(new RegExp(`npm (?:run )?${name}\\b`));
  },
);
