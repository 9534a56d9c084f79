import { FileX2 } from 'lucide-react';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { useMinute } from '../../view/use-now.ts';

/** Stands where the page was, after a recall. */
export function RecalledNotice({ at }: { readonly at: number }) {
  const { guard: words } = useMessages();
  const format = useFormat();
  const nowMs = useMinute(0);
  return (
    <EmptyState
      icon={FileX2}
      title={words.recalledTitle}
      detail={words.recalledDetail(format.at(at, nowMs))}
    />
  );
}
