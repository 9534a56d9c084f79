import type { MeetingId } from '../../../shared/records/ids.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { replacementsOf } from '../../data/select/versions.ts';
import { ReplacementReach } from '../../features/versions/ReplacementReach.tsx';

/** Who holds the replacements of this meeting, for the chairperson before a text is put to the vote. */
export function ChairReplacements({ meetingId }: { readonly meetingId: MeetingId }) {
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  return <ReplacementReach replacements={replacementsOf(documents, meetingId, versions)} />;
}
