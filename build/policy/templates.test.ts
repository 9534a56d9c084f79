import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../src/shared/policy/registry-output.ts';
import { settingKeys, settingOf } from '../../src/shared/policy/settings.ts';
import { administrativeTemplate, templateTexts } from './administrative-template.ts';
import { withSettingsTable } from './settings-table.ts';
import { templateFiles } from './template-files.ts';

const folder = join(import.meta.dirname, 'templates');
const admx = administrativeTemplate();
const again = 'run: node build/run/with-node.mjs build/policy/write-templates.ts';

const found = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, name]) => name ?? '');
const hasXmllint = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((place) => existsSync(join(place, 'xmllint')));

describe('what IT is given', () => {
  it.each([...templateFiles()])('%s is that of today', (path, content) => {
    expect(readFileSync(join(folder, path), 'utf8'), again).toBe(content);
  });

  it('has no file besides', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength(templateFiles().size);
  });

  it('has the table of today in docs/policy.md', () => {
    const document = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
    expect(document, again).toBe(withSettingsTable(document));
  });
});

describe('the template of group policy', () => {
  for (const path of ['NghiSu.admx', 'vi-VN/NghiSu.adml', 'en-US/NghiSu.adml']) {
    it(`is well-formed XML: ${path}`, ({ skip }) => {
      if (!hasXmllint) skip('xmllint is not installed');
      const read = (): unknown => execFileSync('xmllint', ['--noout', join(folder, path)], { stdio: 'pipe' });
      expect(read).not.toThrow();
    });
  }

  it('has one policy for every setting, under a name of its own', () => {
    const names = found(admx, /<policy name="([^"]+)"/g);
    expect(names).toEqual(settingKeys.map((key) => key.replaceAll('.', '_')));
    for (const name of names) expect(name).toMatch(/^[A-Za-z_]+$/);
    expect(new Set(found(admx, / valueName="([^"]+)"/g))).toEqual(new Set(settingKeys));
  });

  it.each(['vi', 'en'] as const)('finds all its texts in %s, and uses all that are there', (language) => {
    const adml = templateTexts(language);
    for (const [wanted, given] of [
      [/\$\(string\.([^)]+)\)/g, /<string id="([^"]+)"/g],
      [/\$\(presentation\.([^)]+)\)/g, /<presentation id="([^"]+)"/g],
    ] as const) {
      const names = found(adml, given);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(found(admx, wanted))).toEqual(new Set(names));
    }
    expect(found(adml, /refId="([^"]+)"/g).toSorted()).toEqual(
      found(admx, /<(?:decimal|enum|text|multiText) id="([^"]+)"/g).toSorted(),
    );
  });

  it('writes types into the registry that the product reads', () => {
    const types = {
      toggle: 'REG_DWORD',
      count: 'REG_DWORD',
      choice: 'REG_SZ',
      text: 'REG_SZ',
      list: 'REG_MULTI_SZ',
    };
    const elements = {
      toggle: 'enabledValue',
      count: 'decimal',
      choice: 'enum',
      text: 'text',
      list: 'multiText',
    };
    // The example of a secret is none that opens anything.
    for (const key of settingKeys.filter((each) => settingOf(each).secret !== true)) {
      const setting = settingOf(key);
      const policy = new RegExp(`<policy name="${key.replaceAll('.', '_')}"[^]*?</policy>`).exec(admx)?.[0];
      expect(policy, key).toContain(`<${elements[setting.kind]}`);
      const data = { toggle: '0x1', count: '', choice: setting.initial, text: '', list: '' }[setting.kind];
      const shown =
        setting.kind === 'count'
          ? `0x${setting.most.toString(16)}`
          : 'form' in setting
            ? setting.form.example
            : data;
      const line = `    ${key}    ${types[setting.kind]}    ${String(shown)}`;
      const { entries, faults } = readRegistry(line);
      expect([faults, entries.has(key)], key).toEqual([[], true]);
    }
  });
});
