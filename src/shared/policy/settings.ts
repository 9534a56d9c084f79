import { z } from 'zod';
import { hubSettings } from './hub-settings.ts';
import { schemaOf, type Setting, type ValueOf } from './setting-kinds.ts';
import { sharedSettings } from './shared-settings.ts';
import { terminalSettings } from './terminal-settings.ts';

/** Everything that may be set, by the name it has in files, in the registry and in print. */
export const settings = { ...terminalSettings, ...sharedSettings, ...hubSettings } as const;

/** The name of a setting. */
export type SettingKey = keyof typeof settings;

/** A value for every setting. */
export type SettingValues = { readonly [Key in SettingKey]: ValueOf<(typeof settings)[Key]> };

/** The names, in the order of the documentation. */
export const settingKeys = Object.keys(settings) as readonly SettingKey[];

/** A setting as one of its kinds, whatever its name. */
export function settingOf(key: SettingKey): Setting {
  return settings[key];
}

/** Whether a text is the name of a setting. */
export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(settings, text);
}

/** A key that editors write to find the schema; it sets nothing. */
export const schemaKey = '$schema';

/** A whole settings file, once it has been read. */
export const settingsFile = z.strictObject({
  [schemaKey]: z.string().max(500).optional(),
  ...Object.fromEntries(settingKeys.map((key) => [key, schemaOf(settings[key]).optional()])),
});

/** What holds where nobody has set anything. */
export const initialValues = Object.fromEntries(
  settingKeys.map((key) => [key, settings[key].initial]),
) as unknown as SettingValues;
