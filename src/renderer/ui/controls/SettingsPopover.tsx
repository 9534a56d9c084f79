import { SlidersHorizontal } from 'lucide-react';
import { languages, type Language } from '../../i18n/language.ts';
import { textSizes, themes, type Appearance, type TextSize, type Theme } from '../../styles/appearance.ts';
import { PopoverButton } from './PopoverButton.tsx';
import { Switcher } from './Switcher.tsx';
import styles from './SettingsPopover.module.css';

/** The words of the popover; `useMessages().general.settings` has this shape. */
export interface SettingsWords {
  readonly title: string;
  readonly language: string;
  readonly theme: string;
  readonly text: string;
  readonly languageNames: Readonly<Record<Language, string>>;
  readonly themeNames: Readonly<Record<Theme, string>>;
  readonly textNames: Readonly<Record<TextSize, string>>;
}

interface SettingsPopoverProps {
  readonly words: SettingsWords;
  readonly appearance: Appearance;
  readonly onChange: (appearance: Appearance) => void;
}

/** The button in the top bar behind which language, theme and text size are chosen; each takes effect at once. */
export function SettingsPopover({ words, appearance, onChange }: SettingsPopoverProps) {
  return (
    <PopoverButton label={words.title} icon={SlidersHorizontal}>
      <AppearanceSwitchers words={words} appearance={appearance} onChange={onChange} />
    </PopoverButton>
  );
}

/** The three switches by themselves, for a settings page or a first run. */
export function AppearanceSwitchers({ words, appearance, onChange }: SettingsPopoverProps) {
  return (
    <div className={styles.switchers}>
      <Switcher
        label={words.language}
        options={languages.map((id) => ({ id, label: words.languageNames[id] }))}
        selectedId={appearance.language}
        onSelect={(language) => onChange({ ...appearance, language })}
      />
      <Switcher
        label={words.theme}
        options={themes.map((id) => ({ id, label: words.themeNames[id] }))}
        selectedId={appearance.theme}
        onSelect={(theme) => onChange({ ...appearance, theme })}
      />
      <Switcher
        label={words.text}
        options={textSizes.map((size) => ({ id: `${size}`, label: words.textNames[size] }))}
        selectedId={`${appearance.text}`}
        onSelect={(id) =>
          onChange({ ...appearance, text: textSizes.find((size) => `${size}` === id) ?? 100 })
        }
      />
    </div>
  );
}
