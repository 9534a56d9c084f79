import { FileX2 } from 'lucide-react';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';

/** Stands where the page was, after a recall. */
export function RecalledNotice({ at }: { readonly at: number }) {
  const { guard: words } = useMessages();
  const format = useFormat();
  return (
    <EmptyState icon={FileX2} title={words.recalledTitle} detail={words.recalledDetail(format.time(at))} />
  );
}
