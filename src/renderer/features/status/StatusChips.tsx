import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useReplicaState } from '../../data/records.ts';
import { useLinkStatus, useRoomFacts, useVaultProgress } from '../../data/room.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { linkSituation } from './link-situation.ts';
import { packStateOf } from './pack-state.ts';

interface LinkChipProps {
  /** The room's time. */
  readonly nowMs: number;
  /** On consoles the chip speaks of the server, on a seat of this terminal. */
  readonly isConsole?: boolean;
}

/** Linked, or working offline and since when; never a colour alone, never red. */
export function LinkChip({ nowMs, isConsole = false }: LinkChipProps) {
  const { general, status } = useMessages();
  const format = useFormat();
  const language = useLanguage();
  const link = useLinkStatus();
  const situation = linkSituation(link, useRoomFacts());
  const { wholeAt } = useReplicaState();
  const ownTime = useOwnTime();
  switch (situation) {
    case 'live':
      return <Chip tone="good" label={isConsole ? general.link.hubGood : general.link.connected} />;
    case 'unregistered':
    case 'connecting':
      return <Chip tone="neutral" label={general.link.connecting} />;
    case 'rejected':
      return (
        <Chip
          tone="waiting"
          label={link.code === null ? general.link.offline : status.rejected(sentenceOf(link.code, language))}
        />
      );
    case 'cold':
      if (wholeAt !== null) {
        return <Chip tone="waiting" label={general.pack.offlineSince(format.at(ownTime(wholeAt), nowMs))} />;
      }
      return <Chip tone="waiting" label={general.link.offline} />;
    case 'lost':
      return (
        <Chip
          tone="waiting"
          label={status.linkSince(general.link.offline, format.time(ownTime(link.since)))}
        />
      );
  }
}

/** How much of the pack is on this terminal, and as of when. */
export function PackChip({ nowMs }: { readonly nowMs: number }) {
  const { general, status } = useMessages();
  const format = useFormat();
  const { state, have, total } = packStateOf(useVaultProgress());
  const { wholeAt } = useReplicaState();
  const ownTime = useOwnTime();
  switch (state) {
    case 'none':
      return <Chip tone="neutral" label={status.packNone} />;
    case 'whole':
      return (
        <Chip
          tone="info"
          label={general.pack.complete(
            have,
            total,
            format.at(wholeAt === null ? nowMs : ownTime(wholeAt), nowMs),
          )}
        />
      );
    case 'fetching':
      return <Chip tone="waiting" label={general.pack.incomplete(have, total)} />;
    case 'refetching':
      return <Chip tone="waiting" label={status.packRefetching(have, total)} />;
    case 'disk-full':
      return <Chip tone="waiting" label={status.packDiskFull(have, total)} />;
  }
}
