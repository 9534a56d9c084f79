import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';
import type { SeatView } from './use-seat.ts';
import { useSeatVersions } from './use-seat-versions.ts';

/** Leads to the version before, at the same page; nothing where there is none. */
export function SeatVersionTool({ seat }: { readonly seat: SeatView }) {
  const { versions: words } = useMessages();
  const { before, openBefore } = useSeatVersions(seat);
  return before === null ? null : <ToolButton label={words.openOld} hasWord onPress={openBefore} />;
}
