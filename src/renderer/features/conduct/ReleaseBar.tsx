import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useRecords } from '../../data/records.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import { NextStepBar } from '../../ui/layout/NextStepBar.tsx';
import { useAsk } from '../../data/use-ask.ts';

interface ReleaseBarProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
}

/** The secretary's one step while the meeting is a draft: to release it to the room. */
export function ReleaseBar({ meeting, items }: ReleaseBarProps) {
  const { clerk, chair, general } = useMessages();
  const language = useLanguage();
  const asking = useAsk();
  const [isSure, setIsSure] = useState(false);
  const count = useRecords('document').filter(({ meetingId }) => meetingId === meeting.id).length;
  if (isSure) {
    return (
      <ConfirmPanel
        title={clerk.releaseTitle}
        confirmLabel={clerk.releaseConfirm}
        cancelLabel={general.action.cancel}
        onCancel={() => setIsSure(false)}
        onConfirm={() => {
          setIsSure(false);
          asking.ask('meeting/release', { meetingId: meeting.id });
        }}
      >
        {clerk.releaseDetail(items.length, count)}
      </ConfirmPanel>
    );
  }
  return (
    <NextStepBar
      label={chair.nextStep}
      hint={
        asking.refusal === null
          ? clerk.releaseDetail(items.length, count)
          : sentenceOf(asking.refusal.code, language)
      }
      next={{
        label: clerk.release,
        onPress: () => setIsSure(true),
        isPending: asking.isPending,
        pendingLabel: chair.steps.pending,
      }}
    />
  );
}
