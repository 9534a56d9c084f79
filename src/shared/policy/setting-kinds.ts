import { z } from 'zod';
import type { Sentence } from '../refusals/refusal.ts';

/** What stands in every setting. */
interface Described {
  /** Which program reads it. */
  readonly by: 'terminal' | 'hub' | 'both';
  /** Its name for people. */
  readonly title: Sentence;
  /** What it does and what it is good for. */
  readonly about: Sentence;
  /** How it is given on the command line, with its dashes; there is no other way than a file where this is missing. */
  readonly flag?: string;
  /** A person may set it in his or her own file; everything else belongs to the machine. */
  readonly personal?: true;
  /** Shown only as set or not set: it helps to guess a password. */
  readonly secret?: true;
}

/** On or off: `true` and `false` in a file, 1 and 0 in the registry. */
export interface Toggle extends Described {
  readonly kind: 'toggle';
  readonly initial: boolean;
}

/** A whole number within bounds. */
export interface Count extends Described {
  readonly kind: 'count';
  readonly initial: number;
  readonly least: number;
  readonly most: number;
}

/** One of a few words. */
export interface Choice extends Described {
  readonly kind: 'choice';
  readonly initial: string;
  readonly choices: readonly ({ readonly value: string } & Sentence)[];
}

/** A text of a certain form, or nothing (null) where it is not set. */
export interface Text extends Described {
  readonly kind: 'text';
  readonly initial: string | null;
  readonly form: TextForm;
}

/** Texts of a certain form, all different; empty where it is not set. */
export interface List extends Described {
  readonly kind: 'list';
  readonly initial: readonly string[];
  readonly most: number;
  readonly form: TextForm;
}

/** What a text looks like. */
export interface TextForm {
  readonly pattern: RegExp;
  readonly mostCharacters: number;
  /** Said when it does not look like that: "a folder, as a full path". */
  readonly expects: Sentence;
  /** A well-formed text, for the documentation. */
  readonly example: string;
  /** What no pattern can say. */
  accepts?(text: string): boolean;
}

export type Setting = Toggle | Count | Choice | Text | List;

/** What a setting is when it has been read. */
export type ValueOf<Of extends Setting> = Of extends { readonly kind: 'toggle' }
  ? boolean
  : Of extends { readonly kind: 'count' }
    ? number
    : Of extends { readonly kind: 'choice'; readonly choices: readonly { readonly value: infer Value }[] }
      ? Value
      : Of extends { readonly kind: 'text'; readonly initial: infer Initial }
        ? string | (Initial extends null ? null : never)
        : readonly string[];

/** Any value that a setting may have in a file; null is not written but left out. */
export type SettingValue = boolean | number | string | readonly string[];

/** The schema of one setting's value. */
export function schemaOf(setting: Setting): z.ZodType<SettingValue> {
  switch (setting.kind) {
    case 'toggle':
      return z.boolean();
    case 'count':
      return z.int().min(setting.least).max(setting.most);
    case 'choice':
      return z.enum(setting.choices.map(({ value }) => value));
    case 'text':
      return textSchema(setting.form);
    case 'list':
      return z
        .array(textSchema(setting.form))
        .max(setting.most)
        .refine((texts) => new Set(texts).size === texts.length);
  }
}

function textSchema({ pattern, mostCharacters, accepts }: TextForm): z.ZodString {
  const schema = z.string().min(1).max(mostCharacters).regex(pattern);
  return accepts === undefined ? schema : schema.refine((text) => accepts(text));
}

/** What a setting takes, in words: for refusals and for the documentation. */
export function expectationOf(setting: Setting): Sentence {
  switch (setting.kind) {
    case 'toggle':
      return { vi: 'true hoặc false', en: 'true or false' };
    case 'count':
      return {
        vi: `số nguyên từ ${setting.least} đến ${setting.most}`,
        en: `a whole number from ${setting.least} to ${setting.most}`,
      };
    case 'choice': {
      const words = setting.choices.map(({ value }) => `"${value}"`);
      return { vi: `một trong ${words.join(', ')}`, en: `one of ${words.join(', ')}` };
    }
    case 'text':
      return setting.form.expects;
    case 'list':
      return {
        vi: `danh sách tối đa ${setting.most} mục không trùng nhau, mỗi mục là ${setting.form.expects.vi}`,
        en: `a list of at most ${setting.most} different items, each ${setting.form.expects.en}`,
      };
  }
}
