import { papersInTime, releaseDeadline } from '../../../shared/domain/calendar/working-days.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { versionInForce } from '../../data/select/documents.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Chip } from '../../ui/state/Chip.tsx';

/** When the papers were released, and how many of them, if any, in time; before the release, until when that would be. */
export function PreparationLine({ meeting }: { readonly meeting: Meeting }) {
  const { intake } = useMessages();
  const format = useFormat();
  const versions = useRecordMap('document-version');
  const papers = useRecords('document').filter(({ meetingId }) => meetingId === meeting.id);
  const { releasedAt, plannedAt } = meeting;
  if (releasedAt === null) {
    return <Chip tone="neutral" label={intake.releaseBy(format.date(releaseDeadline(plannedAt)))} />;
  }
  // A text that came in the place of another counts from its own day: the members had to read it anew.
  const added = papers.flatMap((paper) => versionInForce(paper, versions)?.addedAt ?? []);
  const inTime = papersInTime(meeting, added);
  return (
    <>
      <Chip
        tone="neutral"
        label={intake.releasedAt(`${format.time(releasedAt)} ${format.date(releasedAt)}`)}
      />
      {papers.length > 0 && (
        <Chip
          tone={inTime === papers.length ? 'good' : 'waiting'}
          label={intake.inTime(inTime, papers.length)}
        />
      )}
    </>
  );
}
