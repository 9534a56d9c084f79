import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import type { AdminStep } from '../../data/admin/use-admin-step.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

/** Why the last step of IT was not done; nothing while there is no reason. */
export function StepProblem({ step: { problem } }: { readonly step: AdminStep }) {
  const { pairing: words } = useMessages();
  const language = useLanguage();
  if (problem === null) return null;
  return (
    <Banner
      tone="refused"
      title={words.problem}
      detail={problem === 'away' ? words.away : sentenceOf(problem.code, language)}
    />
  );
}
