import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { SettingsPopover } from '../../ui/controls/SettingsPopover.tsx';
import { useLook } from './appearance.tsx';

/** Language, theme and text size; on every surface. */
export function Settings() {
  const { general } = useMessages();
  const { appearance, change } = useLook();
  return <SettingsPopover words={general.settings} appearance={appearance} onChange={change} />;
}
