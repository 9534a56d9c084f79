import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import type { AdminStep } from '../../data/admin/use-admin-step.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

/** Why a step was not done, in the sentence of its code. */
export function StepProblem({ problem }: Pick<AdminStep, 'problem'>) {
  const { updates: words } = useMessages();
  const language = useLanguage();
  if (problem === null) return null;
  const detail = problem === 'away' ? words.away : sentenceOf(problem.code, language);
  return <Banner tone="refused" title={words.problem} detail={detail} />;
}
