import { useLanguage } from '../i18n/LanguageProvider.tsx';

/** Words of sample data in the language in use; the product's own words come from `useMessages`. */
export function useSay(): (vi: string, en: string) => string {
  const language = useLanguage();
  return (vi, en) => (language === 'vi' ? vi : en);
}
