import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkImport, zoneOf } from './check-import.ts';
import { checkName, checkSource, listSources } from './check-sources.ts';
import { zones } from './zones.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Per zone: imports that must be refused with the reason of that zone. */
const refused: Readonly<Record<string, readonly (readonly [file: string, specifier: string])[]>> = {
  'build/policy': [
    ['build/policy/settings-table.ts', '../../src/shared/protocol/http.ts'],
    ['build/policy/settings-table.ts', '../../src/hub/start/options.ts'],
  ],
  'src/shared/std': [
    ['src/shared/std/a.ts', '../records/ids.ts'],
    ['src/shared/std/a.ts', 'zod'],
    ['src/shared/std/a.ts', 'node:crypto'],
  ],
  'src/shared/records': [
    ['src/shared/records/vote.ts', '../domain/majority.ts'],
    ['src/shared/records/vote.ts', '../protocol/up.ts'],
    ['src/shared/records/vote.ts', '../refusals/refusal-table.ts'],
  ],
  'src/shared/refusals': [
    ['src/shared/refusals/refusal-table.ts', '../records/vote.ts'],
    ['src/shared/refusals/refusal-table.ts', '../protocol/down.ts'],
  ],
  'src/shared/domain': [
    ['src/shared/domain/majority.ts', '../protocol/command.ts'],
    ['src/shared/domain/majority.ts', '../link/outbox.ts'],
    ['src/shared/domain/majority.ts', 'node:assert'],
  ],
  'src/shared/protocol': [
    ['src/shared/protocol/commands/vote-open.ts', '../../domain/majority.ts'],
    ['src/shared/protocol/up.ts', '../bridge/bridge.ts'],
    ['src/shared/protocol/up.ts', 'ws'],
  ],
  'src/shared/bridge': [
    ['src/shared/bridge/bridge.ts', '../domain/majority.ts'],
    ['src/shared/bridge/bridge.ts', '../../renderer/data/room.ts'],
  ],
  'src/shared/link': [
    ['src/shared/link/link.ts', '../../hub/room/decide.ts'],
    ['src/shared/link/link.ts', 'ws'],
    ['src/shared/link/link.ts', 'fs'],
  ],
  'src/shared/vault/testing': [
    ['src/shared/vault/testing/damage-suite.ts', 'node:fs'],
    ['src/shared/vault/testing/damage-suite.ts', '../../protocol/http.ts'],
  ],
  'src/shared/vault': [
    ['src/shared/vault/vault.ts', '../protocol/http.ts'],
    ['src/shared/vault/vault.ts', '../../renderer/vault/opfs-disk.ts'],
    ['src/shared/vault/vault.ts', 'node:fs'],
  ],
  'src/shared/private-layer': [
    ['src/shared/private-layer/stretch-pin.ts', '../bridge/bridge.ts'],
    ['src/shared/private-layer/key-ring.ts', '../../hub/store/credentials.ts'],
    ['src/shared/private-layer/sealed-bytes.ts', 'node:crypto'],
  ],
  'src/shared/policy': [
    ['src/shared/policy/settings.ts', '../protocol/http.ts'],
    ['src/shared/policy/it-password.ts', 'node:crypto'],
    ['src/shared/policy/settings.ts', '../../hub/start/options.ts'],
  ],
  'src/shared/health': [
    ['src/shared/health/checks.ts', '../protocol/http.ts'],
    ['src/shared/health/checks.ts', 'node:os'],
    ['src/shared/health/checks.ts', '../../main/doctor/gather-facts.ts'],
  ],
  'src/shared/update': [
    ['src/shared/update/check-release.ts', 'node:crypto'],
    ['src/shared/update/check-release.ts', '../protocol/http.ts'],
  ],
  'src/shared/terminal': [
    ['src/shared/terminal/device.ts', '../vault/vault.ts'],
    ['src/shared/terminal/device.ts', '../../main/disk/device-storage.ts'],
    ['src/shared/terminal/device.ts', 'node:crypto'],
  ],
  'src/shared': [
    ['src/shared/stray.ts', './std/result.ts'],
    ['src/shared/stray.ts', 'zod'],
  ],
  'src/machine': [
    ['src/machine/policy/read-settings.ts', '../../main/disk/durable-file.ts'],
    ['src/machine/policy/read-settings.ts', '../../shared/protocol/http.ts'],
    ['src/machine/doctor/gather-machine.ts', 'ws'],
  ],
  'src/verifier': [
    ['src/verifier/recount.ts', '../shared/domain/majority.ts'],
    ['src/verifier/recount.ts', '../hub/room/decide.ts'],
    ['src/verifier/recount.ts', 'zod'],
  ],
  'src/hub/audit': [['src/hub/audit/kill-loop.ts', '../../renderer/data/room.ts']],
  'src/hub/room': [
    ['src/hub/room/decide.ts', 'node:fs'],
    ['src/hub/room/decide.ts', 'crypto'],
    ['src/hub/room/decide.ts', '../store/log.ts'],
    ['src/hub/room/votes/decide-vote.ts', '../../transport/http.ts'],
    ['src/hub/room/decide.ts', '../../shared/link/outbox.ts'],
    ['src/hub/room/decide.ts', 'fastify'],
  ],
  'src/hub/simulation': [
    ['src/hub/simulation/fuzz.ts', '../../renderer/data/room.ts'],
    ['src/hub/simulation/fuzz.ts', '../../main/start/main.ts'],
  ],
  'src/hub': [
    ['src/hub/transport/http.ts', '../../shared/link/link.ts'],
    ['src/hub/start/main.ts', '../../main/start/main.ts'],
    ['src/hub/start/main.ts', '../../renderer/i18n/language.ts'],
    ['src/hub/start/main.test.ts', '../../renderer/i18n/language.ts'],
  ],
  'src/main': [
    ['src/main/hub-process/start-hub.ts', '../../hub/start/main.ts'],
    ['src/main/windows/chair.ts', '../../renderer/main.tsx'],
    ['src/main/windows/chair.ts', '../../preload/console.ts'],
  ],
  'src/preload': [
    ['src/preload/console.ts', '../main/bridge/handle.ts'],
    ['src/preload/console.ts', '../shared/link/link.ts'],
    ['src/preload/console.ts', 'zod'],
    ['src/preload/console.ts', 'node:path'],
  ],
  'src/renderer/ui': [
    ['src/renderer/ui/controls/Button.tsx', '../../data/room.ts'],
    ['src/renderer/ui/controls/Button.tsx', '../../features/votes/VotePanel.tsx'],
    ['src/renderer/ui/controls/Button.tsx', '../../bridge/browser/link.ts'],
    ['src/renderer/ui/controls/Button.tsx', '../../../shared/bridge/bridge.ts'],
  ],
  'src/renderer/i18n': [
    ['src/renderer/i18n/format.ts', '../data/room.ts'],
    ['src/renderer/i18n/format.ts', '../ui/tone.ts'],
  ],
  'src/renderer/styles': [['src/renderer/styles/appearance.ts', '../ui/tone.ts']],
  'src/renderer/view': [
    ['src/renderer/view/pages.ts', '../data/room.ts'],
    ['src/renderer/view/pages.ts', '../ui/tone.ts'],
  ],
  'src/renderer/bridge': [
    ['src/renderer/bridge/browser/link.ts', '../../data/room.ts'],
    ['src/renderer/bridge/browser/link.ts', '../../features/votes/VotePanel.tsx'],
  ],
  'src/renderer/data': [
    ['src/renderer/data/room.ts', '../features/votes/VotePanel.tsx'],
    ['src/renderer/data/room.ts', '../bridge/browser/link.ts'],
    ['src/renderer/data/room.ts', '../ui/tone.ts'],
  ],
  'src/renderer/features': [
    ['src/renderer/features/votes/VotePanel.tsx', '../agenda/AgendaList.tsx'],
    ['src/renderer/features/votes/VotePanel.tsx', '../../bridge/browser/link.ts'],
    ['src/renderer/features/votes/VotePanel.tsx', '../../windows/seat/Seat.tsx'],
    ['src/renderer/features/votes/parts/Count.tsx', '../../agenda/AgendaList.tsx'],
    ['src/renderer/features/votes/VotePanel.tsx', '../../../shared/link/link.ts'],
  ],
  'src/renderer/gallery': [
    ['src/renderer/gallery/Gallery.tsx', '../data/room.ts'],
    ['src/renderer/gallery/Gallery.tsx', '../features/votes/VotePanel.tsx'],
  ],
  'src/renderer': [
    ['src/renderer/windows/seat/Seat.tsx', '../../../main/windows/chair.ts'],
    ['src/renderer/windows/seat/Seat.tsx', '../../../hub/room/decide.ts'],
    ['src/renderer/windows/seat/Seat.tsx', '../../../preload/seat.ts'],
    ['src/renderer/windows/seat/Seat.tsx', 'node:path'],
  ],
  e2e: [
    ['e2e/specs/vote.spec.ts', '../../src/hub/room/decide.ts'],
    ['e2e/specs/vote.spec.ts', '../../src/renderer/data/room.ts'],
    ['e2e/specs/vote.spec.ts', '../../src/main/start/main.ts'],
  ],
  bench: [
    ['bench/main.ts', '../src/renderer/data/room.ts'],
    ['bench/main.ts', '../src/main/vault/open.ts'],
  ],
  'bench/pages': [
    ['bench/pages/page.ts', 'node:path'],
    ['bench/pages/page.ts', '../../src/hub/room/decide.ts'],
  ],
  resources: [['resources/sample-meeting/make-documents.ts', '../../src/hub/documents/sample-meeting.ts']],
  build: [
    ['build/run/start.mjs', '../../src/hub/start/main.ts'],
    ['build/lint/check-zones.ts', '../../src/shared/std/result.ts'],
  ],
};

const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ['src/shared/std/base32.ts', './must.ts'],
  ['src/shared/records/vote.ts', '../std/result.ts'],
  ['src/shared/records/vote.ts', 'zod'],
  ['src/shared/domain/majority.ts', '../records/vote.ts'],
  ['src/shared/domain/permissions.ts', '../protocol/commands/command-schemas.ts'],
  ['src/shared/domain/majority.test.ts', 'fast-check'],
  ['src/shared/domain/majority.test.ts', 'node:fs'],
  ['src/shared/link/outbox.ts', '../protocol/answer.ts'],
  ['src/shared/terminal/device.ts', '../link/link-ports.ts'],
  ['src/hub/room/decide.ts', '../../shared/domain/majority.ts'],
  ['src/hub/store/log.ts', 'node:sqlite'],
  ['src/hub/start/main.ts', '../room/decide.ts'],
  ['src/hub/simulation/fuzz.ts', '../../shared/link/link.ts'],
  ['src/main/start/main.ts', 'electron'],
  ['src/main/hub-link/connect.ts', '../../shared/link/link.ts'],
  ['src/preload/console.ts', '../shared/bridge/ipc-channels.ts'],
  ['src/renderer/ui/controls/Button.tsx', 'react-aria-components'],
  ['src/renderer/ui/controls/Button.tsx', './Button.module.css'],
  ['src/renderer/ui/controls/Button.stories.tsx', '../../gallery/story.ts'],
  ['src/renderer/data/replica.ts', 'rxdb/plugins/storage-dexie'],
  ['src/renderer/features/votes/VotePanel.tsx', './parts/Count.tsx'],
  ['src/renderer/features/votes/VotePanel.tsx', '../../data/room.ts'],
  ['src/renderer/windows/seat/Seat.tsx', '../../features/votes/VotePanel.tsx'],
  ['e2e/specs/vote.spec.ts', '../fixtures/hub.ts'],
  ['bench/main.ts', '../src/hub/store/log.ts'],
];

describe('import zones', () => {
  it.each(zones.map((zone) => [zone.folder] as const))('%s has bad imports to be tried on it', (folder) => {
    expect(refused[folder]?.length ?? 0).toBeGreaterThan(0);
  });

  const bad = Object.entries(refused).flatMap(([zone, cases]) => cases.map((one) => [zone, ...one] as const));
  it.each(bad)('%s: %s may not import %s', (folder, file, specifier) => {
    const complaint = checkImport(file, specifier);
    expect(complaint).toMatchObject({ file, zone: folder });
    expect(complaint?.reason).toBe(zoneOf(file)?.reason);
  });

  it.each(allowed)('%s may import %s', (file, specifier) => {
    expect(checkImport(file, specifier)).toBeUndefined();
  });

  it.each([
    ['src/hub/start/main.ts', 'electron', /without it/],
    ['src/renderer/windows/seat/Seat.tsx', 'electron', /without it/],
    ['src/renderer/features/votes/VotePanel.tsx', 'rxdb', /behind data/],
    ['src/hub/transport/http.ts', 'react', /Only windows/],
    ['src/renderer/features/votes/VotePanel.tsx', 'react-aria-components', /wrapped once/],
  ])('%s may not import the package %s', (file, specifier, reason) => {
    expect(checkImport(file, specifier)?.reason).toMatch(reason);
  });

  it.each([
    ['src/hub/room/decide.ts', './evolve.test.ts', /imported by nobody/],
    ['src/renderer/data/room.ts', './index.ts', /No barrels/],
    ['src/renderer/data/room.ts', '../../shared/std/result', /extension/],
    ['src/renderer/ui/controls/Button.tsx', './Tabs.stories.tsx', /gallery alone/],
  ])('anywhere: %s may not import %s', (file, specifier, reason) => {
    expect(checkImport(file, specifier)).toMatchObject({ zone: 'everywhere' });
    expect(checkImport(file, specifier)?.reason).toMatch(reason);
  });
});

describe('reading sources', () => {
  it.each([
    ["import { readFileSync } from 'node:fs';"],
    ["import type { Stats } from 'node:fs';"],
    ["import 'node:fs';"],
    ["export * from 'node:fs';"],
    ["export { readFileSync } from 'node:fs';"],
    ["export const later = import('node:fs');"],
    ["export let stats: import('node:fs').Stats;"],
  ])('sees the import in: %s', (text) => {
    expect(checkSource('src/hub/room/decide.ts', text)).toMatchObject([{ zone: 'src/hub/room' }]);
  });

  it('sees a read of the clock in pure code, and only there', () => {
    const text = 'export const now = () => new Date();';
    expect(checkSource('src/hub/room/decide.ts', text)).toHaveLength(1);
    expect(checkSource('src/shared/link/link.ts', text)).toHaveLength(1);
    expect(checkSource('src/hub/start/main.ts', text)).toEqual([]);
    expect(checkSource('src/hub/room/decide.ts', 'export const day = (ms: number) => new Date(ms);')).toEqual(
      [],
    );
  });

  it('reads components too', () => {
    const text = "import { x } from '../../data/room.ts';\nexport const A = () => <b>{x}</b>;";
    expect(checkSource('src/renderer/ui/A.tsx', text)).toHaveLength(1);
  });

  it('refuses a file that cannot be read', () => {
    expect(() => checkSource('src/hub/room/decide.ts', 'import { from;')).toThrow('src/hub/room/decide.ts');
  });
});

describe('names of files', () => {
  it.each([
    'src/hub/room/index.ts',
    'src/shared/std/utils.ts',
    'src/shared/helpers/dates.ts',
    'src/renderer/features/votes/vote-manager.ts',
    'src/renderer/i18n/messages/vi/common.ts',
    'src/hub/store/types.ts',
    'src/hub/misc/a.ts',
  ])('refuses %s', (file) => {
    expect(checkName(file)).toMatchObject({ file, zone: 'everywhere' });
  });

  it.each(['src/hub/room/decide.ts', 'src/shared/records/common-seal.ts', 'e2e/fixtures/types.ts'])(
    'lets %s stand',
    (file) => {
      expect(checkName(file)).toBeUndefined();
    },
  );
});

describe('this repository', () => {
  const files = listSources(root);

  it('has no barrels and no drawers', () => {
    expect(files.flatMap((file) => checkName(file) ?? [])).toEqual([]);
  });

  it.each(['src/shared', 'src/hub', 'src/renderer', 'e2e', 'build'])('is read by the zones: %s', (area) => {
    expect(files.some((file) => file.startsWith(`${area}/`))).toBe(true);
  });
});
