import { administrativeTemplate, templateLanguages, templateTexts } from './administrative-template.ts';
import { settingsSchema } from './settings-schema.ts';

/** Every file of `templates/` by its path there, as it should be today. */
export function templateFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['NghiSu.admx', administrativeTemplate()],
    ...Object.entries(templateLanguages).map(([folder, language]): [string, string] => [
      `${folder}/NghiSu.adml`,
      templateTexts(language),
    ]),
    ['nghisu-settings.schema.json', settingsSchema()],
  ]);
}
