import type { Meeting } from '../../../shared/records/meeting.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { replacementsOf } from '../../data/select/versions.ts';
import { ReplacementReach } from '../../features/versions/ReplacementReach.tsx';

/** Who holds the replacements of this meeting, for the chairperson before a text is put to the vote. */
export function ChairReplacements({ meeting }: { readonly meeting: Meeting }) {
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  return <ReplacementReach replacements={replacementsOf(documents, meeting, versions)} />;
}
