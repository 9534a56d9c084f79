import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommandLineSource } from './command-line-source.ts';
import { effectivePolicy, isFixed } from './effective-policy.ts';
import { sourceNames, type ReadSource, type SourceEntry, type SourceName } from './policy-source.ts';
import { policyAsJson, policyAsTable, sourceTitles } from './print-policy.ts';
import type { Setting, SettingValue } from './setting-kinds.ts';
import { initialValues, settingKeys, settingOf, type SettingKey } from './settings.ts';

function source(name: SourceName, values: Partial<Record<SettingKey, SettingValue>>): ReadSource {
  const entries = new Map<SettingKey, SourceEntry>();
  for (const key of settingKeys) {
    const value = values[key];
    const place = { source: name, where: `${name}.json`, line: entries.size + 2, column: 3 };
    if (value !== undefined) entries.set(key, { value, place });
  }
  return { name, where: `${name}.json`, entries, faults: [] };
}

/** Some value that a setting takes. */
function valueFor(setting: Setting): fc.Arbitrary<SettingValue> {
  switch (setting.kind) {
    case 'toggle':
      return fc.boolean();
    case 'count':
      return fc.integer({ min: setting.least, max: setting.most });
    case 'choice':
      return fc.constantFrom(...setting.choices.map(({ value }) => value));
    case 'text':
      return fc.constant(setting.form.example);
    case 'list':
      return fc.constantFrom<SettingValue>([], [setting.form.example]);
  }
}

const someValues = fc
  .subarray([...settingKeys])
  .chain((keys) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, valueFor(settingOf(key))]))),
  ) as fc.Arbitrary<Partial<Record<SettingKey, SettingValue>>>;

const someSources = fc
  .shuffledSubarray([...sourceNames])
  .chain((names) => fc.tuple(...names.map((name) => someValues.map((values) => source(name, values)))));

describe('precedence', () => {
  it('of any sources the highest that names a setting decides it, and print-policy says so', () => {
    fc.assert(
      fc.property(someSources, (sources) => {
        const policy = effectivePolicy(sources);
        const printed = new Map(policyAsJson(policy).settings.map((row) => [row.key, row]));
        const table = policyAsTable(policy);
        for (const key of settingKeys) {
          const highest = sourceNames.find((name) =>
            sources.some((one) => one.name === name && one.entries.has(key)),
          );
          const entry = sources.find(({ name }) => name === highest)?.entries.get(key);
          expect(policy.values[key]).toEqual(entry?.value ?? initialValues[key]);
          expect(printed.get(key)).toMatchObject({
            source: highest ?? 'default',
            where: entry?.place.where ?? null,
            line: entry?.place.line ?? null,
          });
          expect(table.find((line) => line.startsWith(`${key} `))).toContain(
            sourceTitles[highest ?? 'default'].vi,
          );
          expect(isFixed(policy, key)).toBe(highest?.startsWith('policy') ?? false);
        }
      }),
    );
  });

  it('keeps what the policy fixes from the command line, which wins over the machine', () => {
    const line = readCommandLineSource(
      new Map<SettingKey, string | boolean>([
        ['hub.port', '5000'],
        ['hub.browsers', true],
      ]),
    );
    const policy = effectivePolicy([
      source('machine-file', { 'hub.port': 4000, 'hub.browsers': false }),
      line,
      source('policy-file', { 'hub.browsers': false }),
    ]);
    expect(policy.values).toMatchObject({ 'hub.port': 5000, 'hub.browsers': false });
  });

  it('does not print what helps to guess a password', () => {
    const hash = '$argon2id$v=19$m=65536,t=3,p=1$AAAA$BBBB';
    const policy = effectivePolicy([source('policy-file', { 'terminal.unlockHash': hash })]);
    const text = JSON.stringify(policyAsJson(policy)) + policyAsTable(policy).join('\n');
    expect(text).toContain('đã đặt');
    expect(text).not.toContain('BBBB');
  });
});

describe('settings that contradict each other', () => {
  it.each([
    [{ 'updates.source': 'folder' }, 'updates.source', '"updates.folder"'],
    [{ 'hub.terminalPort': 4860 }, 'hub.terminalPort', '4860'],
    [{ 'hub.backup.times': ['22:00'] }, 'hub.backup.times', '"hub.backup.folder"'],
    [{ 'hub.data': '/srv/room', 'hub.backup.folder': '/srv/room/backups' }, 'hub.backup.folder', 'hub.data'],
    [{ 'hub.data': 'D:\\room', 'hub.backup.folder': 'D:/room' }, 'hub.backup.folder', 'hub.data'],
    [{ 'terminal.surfaces': ['seat:A07@1', 'seat:A07@2'] }, 'terminal.surfaces', 'seat:A07'],
    [
      { 'terminal.kiosk': true, 'terminal.surfaces': ['chair@1', 'screen@1'] },
      'terminal.surfaces',
      'màn hình 1',
    ],
  ] satisfies [Partial<Record<SettingKey, SettingValue>>, SettingKey, string][])(
    '%j is refused where the first of them stands',
    (values, key, sentence) => {
      const { faults } = effectivePolicy([source('machine-file', values)]);
      expect(faults[0]).toMatchObject({
        code: 'policy/contradiction',
        key,
        place: { where: 'machine-file.json' },
        sentence: { vi: expect.stringContaining(sentence) },
      });
    },
  );

  it('may come from two sources', () => {
    const { faults } = effectivePolicy([
      source('policy-file', { 'hub.port': 4871 }),
      source('machine-file', { 'hub.pairingPort': 4871 }),
    ]);
    expect(faults).toMatchObject([{ key: 'hub.port', place: { source: 'policy-file' } }]);
  });

  it('are none in what holds where nobody set anything, nor with two free ports', () => {
    expect(effectivePolicy([]).faults).toEqual([]);
    expect(
      effectivePolicy([source('command-line', { 'hub.port': 0, 'hub.terminalPort': 0 })]).faults,
    ).toEqual([]);
  });
});

describe('the command line', () => {
  it('is read by the kind of each setting', () => {
    const { entries, faults } = readCommandLineSource(
      new Map<SettingKey, string | boolean>([
        ['hub.port', '0'],
        ['terminal.surfaces', 'chair, screen@2'],
        ['terminal.kiosk', true],
        ['hub.microphoneHook', 'http://mic.local/on'],
      ]),
    );
    expect(faults).toEqual([]);
    expect(Array.from(entries.values(), ({ value }) => value)).toEqual([
      0,
      ['chair', 'screen@2'],
      true,
      'http://mic.local/on',
    ]);
  });

  it('is refused with the switch that is wrong', () => {
    expect(readCommandLineSource(new Map([['hub.port', 'many']])).faults).toMatchObject([
      { code: 'policy/wrong-value', place: { where: '--port' } },
    ]);
  });
});
