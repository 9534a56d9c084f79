import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { useRoster } from '../../data/room.ts';
import type { Replaced } from '../../data/select/versions.ts';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { reachOf } from './reach.ts';

/** Seats named before the rest is only counted. */
const mostNamed = 8;

/** How many seats hold each replacement in force, and which do not; for the consoles. */
export function ReplacementReach({ replacements }: { readonly replacements: readonly Replaced[] }) {
  const { versions: words } = useMessages();
  const roster = useRoster();
  if (replacements.length === 0) return null;
  return (
    <Panel title={words.reach}>
      {replacements.map(({ document, version }) => (
        <ReachRow key={version.id} title={document.title} versionId={version.id} roster={roster} />
      ))}
    </Panel>
  );
}

interface ReachRowProps {
  readonly title: string;
  readonly versionId: DocumentVersionId;
  readonly roster: readonly RosterDevice[];
}

function ReachRow({ title, versionId, roster }: ReachRowProps) {
  const { versions: words } = useMessages();
  const { seats, lacking } = reachOf(roster, versionId);
  const named = lacking.slice(0, mostNamed).join(', ');
  const rest = lacking.length - mostNamed;
  const detail = rest > 0 ? `${words.lacking(named)} ${words.lackingMore(rest)}` : words.lacking(named);
  return (
    <ListRow
      title={title}
      {...(lacking.length > 0 ? { detail } : {})}
      badge={
        <Chip
          size="small"
          tone={lacking.length === 0 ? 'good' : 'waiting'}
          label={words.received(seats - lacking.length, seats)}
        />
      }
    />
  );
}
