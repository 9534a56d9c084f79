import { useRef, useState, type ReactNode } from 'react';
import { FileUp, GitCompare } from 'lucide-react';
import { changesOf } from '../../../shared/domain/versions/version-changes.ts';
import type { Replaced } from '../../../shared/protocol/http.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { changeSentence } from './change-words.ts';
import styles from './ReplacePanel.module.css';
import { useReplacement, type Replacement } from './use-replacement.ts';

interface ReplacePanelProps {
  /** What the document is called. */
  readonly title: string;
  /** The version in force. */
  readonly version: DocumentVersion;
  /** Prepared votes on that version. */
  readonly votes: number;
  /** The two texts side by side, once they have been compared. */
  readonly sideBySide: (result: Replaced) => ReactNode;
  /** What files can be chosen: endings for the chooser, and in words. */
  readonly takes: { readonly accept: string; readonly detail: string };
  readonly onClose: () => void;
}

/** Puts a text in the place of the one in force: file, reason, what changes, and only then the step without return. */
export function ReplacePanel({ title, version, votes, sideBySide, takes, onClose }: ReplacePanelProps) {
  const { versions: words } = useMessages();
  const replacement = useReplacement(version);
  const [isAsked, setAsked] = useState(false);
  const { state, reason, publish } = replacement;
  if (state.kind === 'published') return <Published {...{ title, onClose }} result={state.result} />;
  const compared = state.kind === 'compared' ? state.result : null;
  const isPublishing = state.kind === 'sending' && state.publish;
  const send = async (): Promise<void> => {
    await publish();
    setAsked(false);
  };
  return (
    <section className={styles.panel} aria-label={words.replaceTitle(title)}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{words.replaceTitle(title)}</h2>
          <p className={styles.detail}>
            {words.inForce(version.number, version.pages)} · {version.fileName}
          </p>
        </div>
        <Button label={words.back} onPress={onClose} isDisabled={isPublishing} />
      </header>
      <ReplaceForm replacement={replacement} takes={takes} />
      <ReplaceState replacement={replacement} />
      {compared !== null && (
        <>
          <Preview result={compared} votes={votes} />
          {!isAsked && (
            <div className={styles.row}>
              <Button
                label={`${words.publish}…`}
                variant="filled"
                isDisabled={reason.trim() === ''}
                onPress={() => setAsked(true)}
              />
            </div>
          )}
        </>
      )}
      {isAsked && (compared !== null || isPublishing) && (
        <ConfirmPanel
          title={words.publishQuestion}
          confirmLabel={words.publish}
          cancelLabel={words.back}
          onConfirm={() => void send()}
          onCancel={() => setAsked(false)}
          isPending={isPublishing}
          pendingLabel={words.publishing}
        >
          <p>{words.noUndo}</p>
        </ConfirmPanel>
      )}
      {compared !== null && !isAsked && sideBySide(compared)}
    </section>
  );
}

interface ReplaceFormProps extends Pick<ReplacePanelProps, 'takes'> {
  readonly replacement: Replacement;
}

function ReplaceForm({ replacement, takes }: ReplaceFormProps) {
  const { versions: words } = useMessages();
  const chooser = useRef<HTMLInputElement>(null);
  const { file, reason, state, choose, setReason, compare } = replacement;
  const isSending = state.kind === 'sending';
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <input
          ref={chooser}
          className={styles.chooser}
          type="file"
          accept={takes.accept}
          tabIndex={-1}
          aria-label={words.file}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen !== undefined) choose(chosen);
            event.target.value = '';
          }}
        />
        <Button
          label={words.chooseFile}
          icon={FileUp}
          isDisabled={isSending}
          onPress={() => chooser.current?.click()}
        />
        <span className={styles.file}>{file?.name ?? `${words.noFile} · ${takes.detail}`}</span>
      </div>
      <TextField
        label={words.reasonLabel}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={300}
        lines={2}
        isRequired
        isDisabled={isSending}
      />
      {state.kind !== 'compared' && (
        <div className={styles.row}>
          <Button
            label={words.preview}
            icon={GitCompare}
            variant="filled"
            isDisabled={file === null}
            isPending={isSending}
            pendingLabel={words.previewing}
            onPress={() => void compare()}
          />
        </div>
      )}
    </div>
  );
}

function ReplaceState({ replacement: { state } }: { readonly replacement: Replacement }) {
  const { versions: words } = useMessages();
  const format = useFormat();
  const language = useLanguage();
  if (state.kind === 'refused') return <Banner tone="refused" title={sentenceOf(state.code, language)} />;
  if (state.kind === 'away') return <Banner tone="waiting" title={words.away} />;
  if (state.kind !== 'sending') return null;
  return (
    <p className={styles.progress} role="status">
      {state.share < 1 ? words.sending(format.percent(state.share)) : words.previewing}
    </p>
  );
}

function Preview({ result, votes }: { readonly result: Replaced; readonly votes: number }) {
  const { versions: words } = useMessages();
  const { pages, pagesBefore, isComplete } = result;
  return (
    <Banner
      tone="info"
      title={changeSentence(changesOf(pages, pagesBefore), words)}
      detail={
        <ul className={styles.facts}>
          <li>{words.pagesBeforeAfter(pagesBefore, pages.length)}</li>
          {!isComplete && <li>{words.incomplete}</li>}
          {votes > 0 && <li>{words.votesMove(votes)}</li>}
          <li>{words.notesStay}</li>
          <li>{words.noUndo}</li>
        </ul>
      }
    />
  );
}

interface PublishedProps extends Pick<ReplacePanelProps, 'title' | 'onClose'> {
  readonly result: Replaced;
}

function Published({ title, result, onClose }: PublishedProps) {
  const { versions: words } = useMessages();
  return (
    <section className={styles.panel} aria-label={words.published}>
      <Banner
        tone="good"
        title={`${words.published}: ${title}`}
        detail={changeSentence(changesOf(result.pages, result.pagesBefore), words)}
        action={<Button label={words.back} onPress={onClose} autoFocus />}
      />
    </section>
  );
}
