import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

interface RecalledBannerProps {
  /** When the papers were recalled. */
  readonly at: number;
}

/** Tells a console that its meeting's papers were recalled; everything else of the meeting goes on. */
export function RecalledBanner({ at }: RecalledBannerProps) {
  const { guard: words } = useMessages();
  const format = useFormat();
  return (
    <Banner
      tone="info"
      title={words.recalledAt(format.time(at), format.date(at))}
      detail={words.recalledConsole}
    />
  );
}
