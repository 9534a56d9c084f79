import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { vi as vietnamese } from '../../i18n/messages.vi.ts';
import { parseAppearance, type Appearance } from '../../styles/appearance.ts';
import { AppearanceSwitchers } from './SettingsPopover.tsx';

/** The labels of the options that are marked as chosen, in the order of the page. */
function chosenIn(appearance: Appearance): string[] {
  const words = vietnamese.general.settings;
  const markup = renderToStaticMarkup(
    <AppearanceSwitchers words={words} appearance={appearance} onChange={() => {}} />,
  );
  return [...markup.matchAll(/<button[^>]*aria-checked="true"[^>]*>([^<]*)</g)].map(
    ([, label = '']) => label,
  );
}

describe('AppearanceSwitchers', () => {
  it('marks the one chosen option of each of the three switches', () => {
    expect(chosenIn({ language: 'vi', theme: 'light', text: 100 })).toEqual(['Tiếng Việt', 'Sáng', 'Thường']);
    expect(chosenIn({ language: 'en', theme: 'system', text: 150 })).toEqual([
      'English',
      'Theo máy',
      'Rất lớn',
    ]);
  });
});

describe('parseAppearance', () => {
  it('keeps what it understands and replaces the rest by the default', () => {
    expect(parseAppearance({ language: 'en', theme: 'sepia', text: 125 })).toEqual({
      language: 'en',
      theme: 'light',
      text: 125,
    });
    expect(parseAppearance('broken')).toEqual({ language: 'vi', theme: 'light', text: 100 });
    expect(parseAppearance(null)).toEqual(parseAppearance({}));
  });
});
