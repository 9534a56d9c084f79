import { createContext, use, useMemo, type ReactNode } from 'react';
import { createFormat, type Format } from './format.ts';
import type { Language } from './language.ts';
import { en } from './messages.en.ts';
import { vi, type Messages } from './messages.vi.ts';

interface Speech {
  readonly language: Language;
  readonly messages: Messages;
  readonly format: Format;
}

const SpeechContext = createContext<Speech | null>(null);

interface LanguageProviderProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Gives everything below it the words and formats of one language; changing the language needs no reload. */
export function LanguageProvider({ language, children }: LanguageProviderProps) {
  const speech = useMemo<Speech>(
    () => ({ language, messages: language === 'vi' ? vi : en, format: createFormat(language) }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The words of the language in use: `const { general } = useMessages()`. */
export function useMessages(): Messages {
  return useSpeech().messages;
}

/** Dates, times and numbers as the language in use writes them. */
export function useFormat(): Format {
  return useSpeech().format;
}

/** The language in use, for the few places that need its name. */
export function useLanguage(): Language {
  return useSpeech().language;
}

function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (speech === null) throw new Error('LanguageProvider is missing above this component');
  return speech;
}
