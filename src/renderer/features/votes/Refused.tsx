import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import type { Asking } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

/** Why the room refused the last step of a panel; nothing when it did not. */
export function Refused({ asking: { refusal, dismiss } }: { readonly asking: Asking }) {
  const { chair, status, general } = useMessages();
  const language = useLanguage();
  if (refusal === null) return null;
  return (
    <Banner
      tone="refused"
      title={chair.refused(status.commands[refusal.command])}
      detail={sentenceOf(refusal.code, language)}
      action={<Button label={general.action.close} onPress={dismiss} />}
    />
  );
}
