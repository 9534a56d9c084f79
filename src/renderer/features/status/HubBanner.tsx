import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useHindrance } from '../../data/commands.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

/** Said while the hub is there but cannot take what waits, because its disk is full for example; reading goes on. */
export function HubBanner() {
  const code = useHindrance();
  const language = useLanguage();
  return code === null ? null : <Banner tone="waiting" title={sentenceOf(code, language)} />;
}
