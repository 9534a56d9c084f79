import type { Sentence } from '../refusals/refusal.ts';
import type { Place, PolicyFault } from './policy-source.ts';
import type { SettingKey, SettingValues } from './settings.ts';

type Origins = Readonly<Record<SettingKey, Place | null>>;

interface Contradiction {
  /** The settings that do not go together; the fault stands where the first of them that somebody has set is. */
  readonly keys: readonly [SettingKey, ...SettingKey[]];
  readonly sentence: Sentence;
}

/** Settings that are right each by itself and cannot hold together. */
export function contradictionsOf(values: SettingValues, origins: Origins): readonly PolicyFault[] {
  const found = [
    ...updatesWithoutFolder(values),
    ...samePorts(values),
    ...unfinishedBackup(values),
    ...crowdedDisplays(values),
  ];
  return found.map(({ keys, sentence }) => faultAt(keys, sentence, origins));
}

function faultAt(keys: Contradiction['keys'], sentence: Sentence, origins: Origins): PolicyFault {
  const set = keys.filter((key) => origins[key] !== null);
  const key = set[0] ?? keys[0];
  const place = origins[key] ?? { source: 'machine-file', where: '-', line: null, column: null };
  return { code: 'policy/contradiction', place, key, sentence };
}

function updatesWithoutFolder(values: SettingValues): readonly Contradiction[] {
  if (values['updates.source'] !== 'folder' || values['updates.folder'] !== null) return [];
  return [
    {
      keys: ['updates.source'],
      sentence: {
        vi: '"updates.source" là "folder" thì phải có "updates.folder"',
        en: '"updates.source" is "folder", so "updates.folder" is needed',
      },
    },
  ];
}

const ports = ['hub.port', 'hub.terminalPort', 'hub.pairingPort', 'hub.browserPort'] as const;

function samePorts(values: SettingValues): readonly Contradiction[] {
  return ports.flatMap((key, at) =>
    ports
      .slice(at + 1)
      .filter((other) => values[key] !== 0 && values[key] === values[other])
      .map((other) => ({
        keys: [key, other] as const,
        sentence: {
          vi: `"${key}" và "${other}" không được cùng là cổng ${values[key]}`,
          en: `"${key}" and "${other}" cannot both be port ${values[key]}`,
        },
      })),
  );
}

function unfinishedBackup(values: SettingValues): readonly Contradiction[] {
  const { 'hub.backup.folder': folder, 'hub.backup.times': times, 'hub.data': data } = values;
  if (folder === null && times.length > 0) {
    return [
      {
        keys: ['hub.backup.times'],
        sentence: {
          vi: '"hub.backup.times" đặt giờ sao lưu thì phải có "hub.backup.folder"',
          en: '"hub.backup.times" plans backups, so "hub.backup.folder" is needed',
        },
      },
    ];
  }
  if (folder === null || data === null || !isInside(folder, data)) return [];
  return [
    {
      keys: ['hub.backup.folder', 'hub.data'],
      sentence: {
        vi: '"hub.backup.folder" không được nằm trong "hub.data"',
        en: '"hub.backup.folder" cannot lie inside "hub.data"',
      },
    },
  ];
}

function isInside(folder: string, parent: string): boolean {
  const plain = (path: string): string => `${path.replace(/[\\/]+/g, '/').replace(/\/$/, '')}/`;
  return plain(folder).startsWith(plain(parent));
}

function crowdedDisplays(values: SettingValues): readonly Contradiction[] {
  const texts = values['terminal.surfaces'];
  const names = texts.map((text) => text.split('@')[0] ?? '');
  const displays = texts.flatMap((text) => text.split('@').slice(1));
  const twice = (list: readonly string[]): readonly string[] => [
    ...new Set(list.filter((item, at) => list.indexOf(item) !== at)),
  ];
  const about = (sentence: Sentence): Contradiction => ({ keys: ['terminal.surfaces'], sentence });
  return [
    ...twice(names).map((name) =>
      about({
        vi: `"terminal.surfaces" nêu ${name} hai lần`,
        en: `"terminal.surfaces" names ${name} twice`,
      }),
    ),
    // In a kiosk each fills its display, so that the lower one could never be reached.
    ...twice(values['terminal.kiosk'] ? displays : []).map((display) =>
      about({
        vi: `"terminal.surfaces" đặt hai màn hình làm việc lên màn hình ${display} trong chế độ khóa`,
        en: `"terminal.surfaces" puts two terminals of a kiosk on display ${display}`,
      }),
    ),
  ];
}
