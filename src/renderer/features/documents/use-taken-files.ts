import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { useIntakeFacts } from './use-intake-facts.ts';

const withoutOffice = '.pdf,.png,.jpg,.jpeg,.webp';
const withOffice = `${withoutOffice},.docx,.xlsx,.pptx,.odt,.ods,.odp,.rtf`;

/** What files the hub makes papers of. */
export interface TakenFiles {
  /** Endings, for a chooser of files. */
  readonly accept: string;
  /** The same in words. */
  readonly detail: string;
}

/** Everything until the hub has said what it lacks: it refuses with the reason. */
export function useTakenFiles(): TakenFiles {
  const { intake } = useMessages();
  const takesOffice = useIntakeFacts()?.office ?? true;
  return {
    accept: takesOffice ? withOffice : withoutOffice,
    detail: takesOffice ? intake.takesAll : intake.takesPdf,
  };
}
