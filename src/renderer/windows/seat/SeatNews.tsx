import { VersionBanner } from '../../features/versions/VersionBanner.tsx';
import type { SeatView } from './use-seat.ts';
import { useSeatVersions } from './use-seat-versions.ts';

/** Notices at a time; more of them would hide the page. */
const mostAtOnce = 2;

/** What came into force while this seat read, over the page. */
export function SeatNews({ seat }: { readonly seat: SeatView }) {
  const { news, openNew, compareWith } = useSeatVersions(seat);
  const { choices } = seat;
  if (choices.comparing !== null) return null;
  return news
    .slice(0, mostAtOnce)
    .map((one) => (
      <VersionBanner
        key={one.version.id}
        title={one.document.title}
        reason={one.version.replaces.reason}
        changes={one.changes}
        isReadingOld={one.isReadingOld}
        isHere={one.isHere}
        onOpen={() => openNew(one)}
        onCompare={() => compareWith(one)}
        {...(one.isReadingOld ? {} : { onNoted: () => choices.markNoted(one.version.id) })}
      />
    ));
}
