import { Download, Printer } from 'lucide-react';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { MeetingId } from '../../../shared/records/ids.ts';
import type { CopyPolicy } from '../../../shared/records/meeting.ts';
import { useBridge } from '../../data/data-context.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { Progress } from '../../ui/state/Progress.tsx';
import type { OpenCopy } from './drawn-copy.ts';
import styles from './ExportPanel.module.css';
import type { PlacedNote } from './placed-note.ts';
import { safeFileName } from './safe-file-name.ts';
import { useDocumentExport, type DocumentExport } from './use-document-export.ts';

interface ExportPanelProps {
  readonly meetingId: MeetingId;
  readonly version: DocumentVersion;
  /** Of the document. */
  readonly title: string;
  /** The person's own notes where they stand in this version; null while they are locked. */
  readonly notes: readonly PlacedNote[] | null;
  readonly fullName: string;
  /** The seat's label; empty where there is none. */
  readonly seat: string;
  /** What the rules of the body that meets let a person take along. */
  readonly policy: CopyPolicy;
  /** The room's time, for the watermark. */
  readonly nowMs: number;
  /** Draws a copy where the host prints pictures; the same function at every render. */
  readonly openCopy: OpenCopy;
}

/** Takes the open document along: as a PDF with one's notes, or on paper with one's name on it. */
export function ExportPanel(props: ExportPanelProps) {
  const { exporting: words } = useMessages();
  const { host } = useBridge();
  const copies = useDocumentExport(props.openCopy);
  const { notes, policy } = props;
  if (!policy.save && !policy.print) return null;
  // A window to choose a place for a file leads out of a terminal that shows nothing else.
  const possible = { save: policy.save && !host.kiosk, print: policy.print && host.prints };
  return (
    <Panel title={words.title}>
      <li className={styles.body}>
        <p className={styles.detail}>{notes === null ? words.locked : words.notes(notes.length)}</p>
        <CopyButtons {...props} policy={possible} copies={copies} />
        {policy.save && !possible.save && <p className={styles.detail}>{words.noSaving}</p>}
        {policy.print && !possible.print && <p className={styles.detail}>{words.noPrinting}</p>}
        <div key={copies.state.phase} ref={bringIntoSight} className={styles.state}>
          <CopyState copies={copies} />
        </div>
      </li>
    </Panel>
  );
}

function CopyButtons(props: ExportPanelProps & { readonly copies: DocumentExport }) {
  const { exporting: words } = useMessages();
  const format = useFormat();
  const { meetingId, version, title, notes, fullName, seat, policy, nowMs, copies } = props;
  const isMaking = copies.state.phase === 'making';
  const copy = {
    meetingId,
    view: version.view,
    notes: notes ?? [],
    words: {
      author: fullName === '' ? words.author : fullName,
      bookmark: words.bookmark,
      review: words.review,
    },
    fileName: safeFileName(title, ` (${words.withNotes}).pdf`),
  };
  const watermark = [fullName, seat, `${format.time(nowMs)} ${format.date(nowMs)}`]
    .filter((part) => part !== '')
    .join(' – ');
  return (
    <>
      <div className={styles.buttons}>
        {policy.save && (
          <Button
            label={words.save}
            icon={Download}
            size="seat"
            isDisabled={isMaking}
            onPress={() => copies.save(copy)}
          />
        )}
        {policy.print && (
          <Button
            label={words.print}
            icon={Printer}
            size="seat"
            isDisabled={isMaking}
            onPress={() => copies.print(copy, watermark)}
          />
        )}
      </div>
      {policy.print && <p className={styles.detail}>{words.printNote}</p>}
    </>
  );
}

/** The panel is long on a small display, and what came of a touch stands at its end. */
function bringIntoSight(element: HTMLElement | null): void {
  if (element?.hasChildNodes() === true) element.scrollIntoView({ block: 'nearest' });
}

function CopyState({ copies }: { readonly copies: DocumentExport }) {
  const { exporting: words } = useMessages();
  const { state } = copies;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'making':
      return (
        <>
          <Progress
            label={state.kind === 'print' ? words.makingPrint : words.making}
            share={state.share}
            valueText={words.share(Math.round(state.share * 100))}
          />
          <Button label={words.stop} variant="quiet" size="seat" onPress={copies.stop} />
        </>
      );
    case 'choosing':
      return <p role="status">{words.choosing}</p>;
    case 'saved':
      return <p role="status">{words.saved(state.fileName)}</p>;
    case 'handed':
      return <p role="status">{words.printing}</p>;
    case 'printed':
      return <p role="status">{words.printed}</p>;
    case 'not-printed':
      return <p role="alert">{words.notPrinted[state.why]}</p>;
    case 'failed':
      return <p role="status">{words.failed}</p>;
    case 'not-here':
      return <p role="status">{words.notHere}</p>;
  }
}
