import { useState } from 'react';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import styles from './PageBoxField.module.css';

interface PageBoxFieldProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** The number of the page on the screen, which can be typed over; Enter goes there. */
export function PageBoxField({ page, pages, onPage }: PageBoxFieldProps) {
  const { pdf } = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) onPage(Math.min(pages, wanted));
    setTyped(null);
  };
  return (
    <span className={styles.box}>
      <input
        className={styles.number}
        aria-label={pdf.pageNumber}
        inputMode="numeric"
        autoComplete="off"
        size={String(pages).length}
        value={typed ?? page}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ''))}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          // The keys that turn pages and tools have another meaning while a number is typed.
          event.stopPropagation();
          if (event.key === 'Enter') go();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span>{pdf.ofPages(pages)}</span>
    </span>
  );
}
