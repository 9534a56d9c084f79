import type { Sentence } from '../refusals/refusal.ts';
import { ok, refused, type Result } from '../std/result.ts';
import { nearestKey } from './nearest-key.ts';
import { expectationOf, schemaOf, type SettingValue } from './setting-kinds.ts';
import { settingOf, type SettingKey } from './settings.ts';

/** Takes a value for a setting, or says what it should have been. */
export function judgeValue(key: SettingKey, value: unknown): Result<SettingValue, Sentence> {
  const setting = settingOf(key);
  const read = schemaOf(setting).safeParse(value);
  if (read.success) return ok(read.data);
  const expected = expectationOf(setting);
  const shown = setting.secret === true ? null : shorten(value);
  return refused({
    vi: `"${key}" phải là ${expected.vi}${shown === null ? '' : `, không phải ${shown}`}`,
    en: `"${key}" must be ${expected.en}${shown === null ? '' : `, not ${shown}`}`,
  });
}

/** What is said of a name that is no setting. */
export function unknownKey(name: string): Sentence {
  const nearest = nearestKey(name);
  const shown = shorten(name);
  return {
    vi: `không có cài đặt ${shown}${nearest === null ? '' : `; có phải là "${nearest}"?`}`,
    en: `there is no setting ${shown}${nearest === null ? '' : `; is "${nearest}" meant?`}`,
  };
}

const mostShown = 60;

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
