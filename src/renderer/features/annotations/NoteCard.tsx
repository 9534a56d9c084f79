import { ArrowLeft, ArrowRight, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  maxTypedText,
  type Annotation,
  type AnnotationAnchor,
  type AnnotationColor,
} from '../../../shared/domain/annotations/annotation.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { markerColors, penColors } from './create-pen-store.ts';
import { cssColor } from './live-ink.ts';
import styles from './NotesSide.module.css';
import type { PlacedNote } from './page-notes.ts';

interface NoteCardProps {
  readonly note: PlacedNote;
  readonly onWrite: (text: string) => void;
  readonly onColor: (color: AnnotationColor) => void;
  readonly onRemove: () => void;
  readonly onGoTo: (page: number) => void;
  readonly onOpenOld: (anchor: AnnotationAnchor) => void;
  readonly onBack: () => void;
}

/** One note with its words. What is typed is kept when a pause is made, and when the card is left. */
export function NoteCard(props: NoteCardProps) {
  const { note, onWrite, onColor, onRemove, onGoTo, onOpenOld, onBack } = props;
  const { annotations: words } = useMessages();
  const { annotation, page, standing } = note;
  const [typed, setTyped] = useKept(annotation.text, onWrite);
  return (
    <div className={styles.card}>
      <p className={styles.cardTitle}>
        {words.page(page)} · {words.kinds[annotation.kind]}
        {standing === 'review' && <Chip tone="waiting" size="small" label={words.review} />}
      </p>
      {annotation.kind === 'highlight' && <blockquote>{annotation.excerpt}</blockquote>}
      <TextField
        label={annotation.kind === 'note' ? words.text : words.remark}
        value={typed}
        onChange={setTyped}
        lines={6}
        maxLength={Math.max(maxTypedText, annotation.text.length)}
        autoFocus={annotation.kind === 'note'}
      />
      {annotation.kind !== 'bookmark' && <ColorChoice annotation={annotation} onColor={onColor} />}
      {annotation.kind === 'note' && <p className={styles.hint}>{words.movable}</p>}
      <Button label={words.goTo(page)} icon={ArrowRight} size="seat" isWide onPress={() => onGoTo(page)} />
      {standing === 'review' && (
        <Button
          label={words.openOld(annotation.anchor.page)}
          icon={RotateCcw}
          size="seat"
          isWide
          onPress={() => onOpenOld(annotation.anchor)}
        />
      )}
      <Button label={words.remove} icon={Trash2} size="seat" isWide onPress={onRemove} />
      <Button label={words.back} icon={ArrowLeft} variant="quiet" size="seat" isWide onPress={onBack} />
    </div>
  );
}

interface ColorChoiceProps {
  readonly annotation: Annotation;
  readonly onColor: (color: AnnotationColor) => void;
}

/** The colours that the tool has which made it. */
function ColorChoice({ annotation, onColor }: ColorChoiceProps) {
  const { annotations: words } = useMessages();
  const isPen = annotation.kind === 'ink' && annotation.tool === 'pen';
  return (
    <div className={styles.colors} role="group" aria-label={words.color}>
      {(isPen ? penColors : markerColors).map((each) => (
        <button
          key={each}
          type="button"
          className={styles.color}
          aria-label={`${words.color}: ${words.colors[each]}`}
          aria-pressed={each === annotation.color}
          onClick={() => onColor(each)}
        >
          <span style={{ background: cssColor(each) }} aria-hidden />
        </button>
      ))}
    </div>
  );
}

/** A pause in typing, after which what stands in the field is kept. */
const pauseMs = 800;

/** What is typed, given to `keep` after a pause and at the end. What comes from elsewhere meanwhile shows when idle. */
function useKept(kept: string, keep: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, kept, keep });
  useEffect(() => {
    latest.current = { typed, kept, keep };
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = window.setTimeout(() => {
      if (typed.normalize('NFC') !== latest.current.kept) latest.current.keep(typed.normalize('NFC'));
      setTyped(null);
    }, pauseMs);
    return () => window.clearTimeout(timer);
  }, [typed]);
  useEffect(
    () => () => {
      const { current } = latest;
      const text = current.typed?.normalize('NFC');
      if (text !== undefined && text !== current.kept) current.keep(text);
    },
    [],
  );
  return [typed ?? kept, setTyped];
}
