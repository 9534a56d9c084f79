import { expectationOf } from '../../src/shared/policy/setting-kinds.ts';
import { settingKeys, settingOf } from '../../src/shared/policy/settings.ts';

const begin = '<!-- settings: written by build/policy/write-templates.ts -->';
const end = '<!-- end of settings -->';

/** The table of all settings, for `docs/policy.md`. */
export function settingsTable(): string {
  const readers = {
    terminal: 'máy đại biểu / terminal',
    hub: 'máy chủ / hub',
    both: 'cả hai / both',
  } as const;
  const rows = settingKeys.map((key) => {
    const { by, about, initial, flag } = settingOf(key);
    const usual = initial === null ? '–' : `\`${JSON.stringify(initial)}\``;
    const value = expectationOf(settingOf(key));
    return `| \`${key}\` | ${readers[by]} | ${cell(value.vi)}<br>${cell(value.en)} | ${usual} | ${flag === undefined ? '' : `\`${flag}\``} | ${cell(about.vi)}<br>${cell(about.en)} |`;
  });
  return [
    '| Cài đặt / Setting | Dùng ở / Read by | Giá trị / Value | Mặc định / Default | Dòng lệnh / Flag | Ý nghĩa / Meaning |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** A document with the table of today between its marks. Throws where the marks are missing. */
export function withSettingsTable(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/policy.md has lost the marks around its table');
  return `${document.slice(0, from + begin.length)}\n\n${settingsTable()}\n\n${document.slice(to)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
