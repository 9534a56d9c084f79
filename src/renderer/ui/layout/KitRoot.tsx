import { useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LanguageProvider } from '../../i18n/LanguageProvider.tsx';
import { localeTags } from '../../i18n/language.ts';
import { applyAppearance, type Appearance } from '../../styles/appearance.ts';

interface KitRootProps {
  readonly appearance: Appearance;
  readonly children: ReactNode;
}

/**
 * The root of every window: language, theme and text size for everything below.
 * The hidden element has the id of the style tag that the control library would otherwise inject,
 * which a `style-src 'self'` policy refuses; its one rule is in base.css.
 */
export function KitRoot({ appearance, children }: KitRootProps) {
  const systemIsDark = useSyncExternalStore(watchSystemTheme, readSystemTheme, () => false);
  useLayoutEffect(
    () => applyAppearance(document.documentElement, appearance, systemIsDark),
    [appearance, systemIsDark],
  );
  return (
    <I18nProvider locale={localeTags[appearance.language]}>
      <LanguageProvider language={appearance.language}>
        <span hidden id="react-aria-pressable-style" />
        {children}
      </LanguageProvider>
    </I18nProvider>
  );
}

const darkQuery = '(prefers-color-scheme: dark)';

function readSystemTheme(): boolean {
  return window.matchMedia(darkQuery).matches;
}

function watchSystemTheme(onChange: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
