import { languages, type Language } from '../i18n/language.ts';

/** How one person wants the window to look and read; window-local. */
export interface Appearance {
  readonly language: Language;
  readonly theme: Theme;
  /** Per cent of the normal text size. */
  readonly text: TextSize;
}

export type Theme = 'light' | 'dark' | 'system';
export type TextSize = 100 | 125 | 150;

export const themes: readonly Theme[] = ['light', 'dark', 'system'];
export const textSizes: readonly TextSize[] = [100, 125, 150];

export const defaultAppearance: Appearance = { language: 'vi', theme: 'light', text: 100 };

/** Reads an appearance that was stored somewhere; whatever is not understood falls back to the default. */
export function parseAppearance(stored: unknown): Appearance {
  const given = typeof stored === 'object' && stored !== null ? stored : {};
  const pick = <T>(key: keyof Appearance, allowed: readonly T[], otherwise: T): T =>
    allowed.find((value) => value === Reflect.get(given, key)) ?? otherwise;
  return {
    language: pick('language', languages, defaultAppearance.language),
    theme: pick('theme', themes, defaultAppearance.theme),
    text: pick('text', textSizes, defaultAppearance.text),
  };
}

/** Writes the appearance on the document's root element, where the tokens and screen readers find it. */
export function applyAppearance(root: HTMLElement, appearance: Appearance, systemIsDark: boolean): void {
  const isDark = appearance.theme === 'dark' || (appearance.theme === 'system' && systemIsDark);
  root.dataset['theme'] = isDark ? 'dark' : 'light';
  root.dataset['text'] = String(appearance.text);
  root.lang = appearance.language;
}
