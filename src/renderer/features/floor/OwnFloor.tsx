import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useDismiss } from '../../data/commands.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useLinkStatus } from '../../data/room.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import type { OwnRequest } from './own-request.ts';
import styles from './OwnFloor.module.css';
import { SpeechClock } from './SpeechClock.tsx';

/** What a delegate's own request has come to, in words; the own timer, huge, while speaking. */
export function OwnFloor({ own }: { readonly own: OwnRequest }) {
  const { floor, general } = useMessages();
  const language = useLanguage();
  const dismiss = useDismiss();
  if (own.kind === 'speaking') {
    return (
      <div className={styles.speaking} role="group" aria-label={floor.speaking}>
        <p className={styles.title}>{floor.speaking}</p>
        <SpeechClock speech={own.speech} size="seat" />
      </div>
    );
  }
  if (own.kind === 'refused') {
    return (
      <div className={styles.own} role="status">
        <p>
          <b>{floor.refused}.</b> {sentenceOf(own.code, language)}
        </p>
        <Button label={general.action.close} size="seat" onPress={() => void dismiss(own.entryId)} />
      </div>
    );
  }
  return <OwnPlace own={own} />;
}

function OwnPlace({ own }: { readonly own: Exclude<OwnRequest, { kind: 'speaking' | 'refused' }> }) {
  const { floor, general, status } = useMessages();
  const format = useFormat();
  const ownTime = useOwnTime();
  const isLive = useLinkStatus().state === 'live';
  switch (own.kind) {
    case 'none':
      return <p className={styles.hint}>{floor.hint}</p>;
    case 'unsent':
      return (
        <div className={styles.own} role="status">
          {isLive ? (
            <p>{floor.sending}</p>
          ) : (
            <Chip tone="waiting" label={floor.waitingToSend(format.time(ownTime(own.at)))} />
          )}
        </div>
      );
    case 'withdrawing':
      return (
        <div className={styles.own} role="status">
          <Chip tone="waiting" label={`${status.commands['floor/withdraw']} · ${general.delivery.saved}`} />
        </div>
      );
    case 'waiting':
      return (
        <p className={styles.own} role="status">
          {placeWords(own.place, own.of, floor)}
        </p>
      );
  }
}

function placeWords(place: number, of: number, floor: ReturnType<typeof useMessages>['floor']): string {
  if (place === 0) return floor.received;
  return place === 1 ? floor.next : floor.place(place, of);
}
