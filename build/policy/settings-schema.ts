import { z } from 'zod';
import { expectationOf, schemaOf } from '../../src/shared/policy/setting-kinds.ts';
import { schemaKey, settingKeys, settingOf } from '../../src/shared/policy/settings.ts';

/** The schema of a settings file for editors (JSON Schema 2020-12), as they show it while one types. */
export function settingsSchema(): string {
  const properties = Object.fromEntries(
    settingKeys.map((key) => {
      const setting = settingOf(key);
      const { $schema: _, ...schema } = z.toJSONSchema(schemaOf(setting), { io: 'input' });
      const { vi, en } = expectationOf(setting);
      const described = {
        title: `${setting.title.vi} / ${setting.title.en}`,
        description: `${setting.about.vi} (${vi}) / ${setting.about.en} (${en})`,
        ...(setting.initial === null ? {} : { default: setting.initial }),
        ...('form' in setting && setting.secret !== true ? { examples: [exampleOf(setting)] } : {}),
      };
      return [key, { ...described, ...schema }];
    }),
  );
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Nghị Sự – cài đặt / settings',
    type: 'object',
    additionalProperties: false,
    properties: { [schemaKey]: { type: 'string' }, ...properties },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function exampleOf(setting: { readonly kind: string; readonly form: { readonly example: string } }): unknown {
  return setting.kind === 'list' ? [setting.form.example] : setting.form.example;
}
