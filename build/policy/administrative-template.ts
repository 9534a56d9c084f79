import { policyRegistryKey } from '../../src/shared/policy/registry-output.ts';
import { expectationOf, type Setting } from '../../src/shared/policy/setting-kinds.ts';
import { settingKeys, settingOf, type SettingKey } from '../../src/shared/policy/settings.ts';
import type { Sentence } from '../../src/shared/refusals/refusal.ts';
import { element, xmlDocument, type Element } from './xml.ts';

/** The languages that group policy shows the texts in, by the names of their folders. */
export const templateLanguages = { 'vi-VN': 'vi', 'en-US': 'en' } as const;
type Language = (typeof templateLanguages)[keyof typeof templateLanguages];

const schema = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const revision = { revision: '1.0', schemaVersion: '1.0' } as const;
const registryKey = policyRegistryKey.slice(policyRegistryKey.indexOf('\\') + 1);

const categories = {
  product: { vi: 'Nghị Sự', en: 'Nghị Sự' },
  terminal: { vi: 'Máy đại biểu', en: 'Terminals' },
  hub: { vi: 'Máy chủ phòng họp', en: 'Room server' },
} as const satisfies Record<string, Sentence>;

const supported: Sentence = { vi: 'Nghị Sự 0.1 trở lên', en: 'Nghị Sự 0.1 or later' };

/**
 * The template of group policy (ADMX): one policy for each setting, whose values have the types that the product reads
 * from the registry.
 */
export function administrativeTemplate(): string {
  const policies = settingKeys.map((key) => policyOf(key, settingOf(key)));
  return xmlDocument(
    element('policyDefinitions', { ...revision, xmlns: schema }, [
      element('policyNamespaces', {}, [
        element('target', { prefix: 'nghisu', namespace: 'NghiSu.Policies.NghiSu' }),
        element('using', { prefix: 'windows', namespace: 'Microsoft.Policies.Windows' }),
      ]),
      element('resources', { minRequiredRevision: '1.0' }),
      element('supportedOn', {}, [
        element('definitions', {}, [
          element('definition', { name: 'SUPPORTED_NghiSu', displayName: '$(string.SUPPORTED_NghiSu)' }),
        ]),
      ]),
      element('categories', {}, [
        category('product', null),
        category('terminal', 'product'),
        category('hub', 'product'),
      ]),
      element('policies', {}, policies),
    ]),
  );
}

/** The texts of the template (ADML) in one language. */
export function templateTexts(language: Language): string {
  const strings = [
    text('SUPPORTED_NghiSu', supported[language]),
    ...Object.entries(categories).map(([name, title]) => text(`category_${name}`, title[language])),
    ...settingKeys.flatMap((key) => stringsOf(key, settingOf(key), language)),
  ];
  return xmlDocument(
    element('policyDefinitionResources', { ...revision, xmlns: schema }, [
      element('displayName', {}, 'Nghị Sự'),
      element('description', {}, language === 'vi' ? 'Cài đặt của Nghị Sự' : 'Settings of Nghị Sự'),
      element('resources', {}, [
        element('stringTable', {}, strings),
        element(
          'presentationTable',
          {},
          settingKeys.flatMap((key) => presentationOf(key, settingOf(key), language)),
        ),
      ]),
    ]),
  );
}

function category(name: keyof typeof categories, parent: keyof typeof categories | null): Element {
  return element(
    'category',
    { name: `category_${name}`, displayName: `$(string.category_${name})` },
    parent === null ? [] : [element('parentCategory', { ref: `category_${parent}` })],
  );
}

/** Names of a template have no dots. */
function nameOf(key: SettingKey): string {
  return key.replaceAll('.', '_');
}

function policyOf(key: SettingKey, setting: Setting): Element {
  const name = nameOf(key);
  const isToggle = setting.kind === 'toggle';
  return element(
    'policy',
    {
      name,
      class: 'Machine',
      displayName: `$(string.${name})`,
      explainText: `$(string.${name}_explain)`,
      key: registryKey,
      ...(isToggle ? { valueName: key } : { presentation: `$(presentation.${name})` }),
    },
    [
      element('parentCategory', { ref: `category_${setting.by === 'hub' ? 'hub' : 'terminal'}` }),
      element('supportedOn', { ref: 'SUPPORTED_NghiSu' }),
      ...(isToggle
        ? [
            element('enabledValue', {}, [element('decimal', { value: '1' })]),
            element('disabledValue', {}, [element('decimal', { value: '0' })]),
          ]
        : [element('elements', {}, [elementOf(key, setting)])]),
    ],
  );
}

function elementOf(key: SettingKey, setting: Exclude<Setting, { readonly kind: 'toggle' }>): Element {
  const common = { id: nameOf(key), valueName: key };
  switch (setting.kind) {
    case 'count':
      return element('decimal', {
        ...common,
        required: 'true',
        minValue: String(setting.least),
        maxValue: String(setting.most),
      });
    case 'choice':
      return element(
        'enum',
        { ...common, required: 'true' },
        setting.choices.map(({ value }) =>
          element('item', { displayName: `$(string.${nameOf(key)}_${value})` }, [
            element('value', {}, [element('string', {}, value)]),
          ]),
        ),
      );
    case 'text':
      return element('text', {
        ...common,
        required: 'true',
        maxLength: String(setting.form.mostCharacters),
      });
    case 'list':
      return element('multiText', {
        ...common,
        maxLength: String(setting.form.mostCharacters),
        maxStrings: String(setting.most),
      });
  }
}

function stringsOf(key: SettingKey, setting: Setting, language: Language): readonly Element[] {
  const name = nameOf(key);
  return [
    text(name, setting.title[language]),
    text(`${name}_explain`, explanationOf(key, setting, language)),
    ...(setting.kind === 'choice'
      ? setting.choices.map((choice) => text(`${name}_${choice.value}`, choice[language]))
      : []),
  ];
}

function explanationOf(key: SettingKey, setting: Setting, language: Language): string {
  const { vi, en } = expectationOf(setting);
  const usual = JSON.stringify(setting.initial);
  const facts =
    language === 'vi'
      ? [`Tên cài đặt: ${key}`, `Giá trị: ${vi}`, `Mặc định: ${usual}`]
      : [`Setting: ${key}`, `Value: ${en}`, `Default: ${usual}`];
  const about = setting.about[language];
  return [about, '', ...facts.map((fact) => `${fact}.`)].join('\n');
}

function presentationOf(key: SettingKey, setting: Setting, language: Language): readonly Element[] {
  const refId = nameOf(key);
  const title = setting.title[language];
  const shown = (content: Element): readonly Element[] => [element('presentation', { id: refId }, [content])];
  switch (setting.kind) {
    case 'toggle':
      return [];
    case 'count':
      return shown(element('decimalTextBox', { refId, defaultValue: String(setting.initial) }, title));
    case 'choice':
      return shown(
        element(
          'dropdownList',
          {
            refId,
            noSort: 'true',
            defaultItem: String(setting.choices.findIndex(({ value }) => value === setting.initial)),
          },
          title,
        ),
      );
    case 'text':
      return shown(element('textBox', { refId }, [element('label', {}, title)]));
    case 'list':
      return shown(element('multiTextBox', { refId }, title));
  }
}

function text(id: string, content: string): Element {
  return element('string', { id }, content);
}
