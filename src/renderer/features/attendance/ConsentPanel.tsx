import type { ParticipantId } from '../../../shared/records/ids.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useRecords } from '../../data/records.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import styles from './ConsentPanel.module.css';
import { openRequests } from './open-requests.ts';

/** Absences and substitutes that wait for the chairperson's word; nothing where none does. */
export function ConsentPanel({ delegates }: { readonly delegates: readonly Delegate[] }) {
  const { attendance: words } = useMessages();
  const requests = openRequests(delegates, useRecords('substitution'));
  const asking = useAsk();
  const language = useLanguage();
  if (requests.length === 0) return null;
  return (
    <Panel title={words.requests}>
      {requests.map((request) => {
        const title =
          request.kind === 'absence'
            ? words.requestAbsence(request.name)
            : words.requestSubstitute(request.name, request.substitute);
        const decide = (consent: boolean): void =>
          asking.ask(request.kind === 'absence' ? 'absence/decide' : 'substitution/decide', {
            participantId: request.participantId,
            consent,
          });
        return (
          <Request
            key={`${request.kind}-${request.participantId}`}
            participantId={request.participantId}
            title={title}
            detail={[request.seat, request.detail].filter((part) => part !== '').join(' · ')}
            isPending={asking.isPending}
            onDecide={decide}
          />
        );
      })}
      {asking.refusal !== null && (
        <li className={styles.refusal} role="alert">
          {sentenceOf(asking.refusal.code, language)}
        </li>
      )}
    </Panel>
  );
}

interface RequestProps {
  readonly participantId: ParticipantId;
  readonly title: string;
  readonly detail: string;
  readonly isPending: boolean;
  readonly onDecide: (consent: boolean) => void;
}

function Request({ title, detail, isPending, onDecide }: RequestProps) {
  const { attendance: words } = useMessages();
  return (
    <ListRow
      title={title}
      detail={detail}
      badge={
        <span className={styles.buttons} role="group" aria-label={title}>
          <Button label={words.consent} isDisabled={isPending} onPress={() => onDecide(true)} />
          <Button
            label={words.decline}
            variant="quiet"
            isDisabled={isPending}
            onPress={() => onDecide(false)}
          />
        </span>
      }
    />
  );
}
