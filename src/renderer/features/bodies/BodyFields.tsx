import { voteBase, voteThreshold, type Body, type VotingRules } from '../../../shared/records/meeting.ts';
import { votingRulesOf } from '../../../shared/domain/body-rules.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { bodyOf, presenceName, presenceNames, presenceOf, type BodyDraft } from './body-draft.ts';
import styles from './BodyPanel.module.css';

interface BodyFieldsProps {
  readonly draft: BodyDraft;
  readonly onChange: (draft: BodyDraft) => void;
}

/** The rules of a body, field by field. */
export function BodyFields({ draft, onChange }: BodyFieldsProps) {
  const { bodies: words } = useMessages();
  const { rules } = draft;
  const change = (part: Partial<Body>): void => onChange({ ...draft, rules: { ...rules, ...part } });
  const isWrong = (field: 'inOffice' | 'speechMinutes'): boolean =>
    bodyOf({ ...draftWithout(draft, field), [field]: draft[field] }) === null;
  return (
    <div className={styles.fields}>
      <TextField
        label={words.name}
        value={rules.name}
        onChange={(name) => change({ name })}
        maxLength={200}
      />
      <TextField
        label={words.inOffice}
        value={draft.inOffice}
        onChange={(inOffice) => onChange({ ...draft, inOffice })}
        {...(isWrong('inOffice') ? { error: words.wrongNumber } : {})}
      />
      <Select
        label={words.presence}
        placeholder=""
        options={presenceNames.map((id) => ({ id, label: words.presences[id] }))}
        selectedId={presenceName(rules.presence)}
        onSelect={(name) => change({ presence: presenceOf(name) })}
      />
      <DecisionFields rules={rules} onChange={change} />
      <TextField
        label={words.speech}
        value={draft.speechMinutes}
        onChange={(speechMinutes) => onChange({ ...draft, speechMinutes })}
        {...(isWrong('speechMinutes') ? { error: words.wrongNumber } : {})}
      />
      <VotingFields voting={votingRulesOf(rules)} onChange={(voting) => change({ voting })} />
      <div className={styles.wide}>
        <TextField
          label={words.source}
          value={rules.source}
          onChange={(source) => change({ source })}
          maxLength={500}
          lines={2}
        />
      </div>
    </div>
  );
}

/** The draft with the other number made right, so that one wrong number does not mark both. */
function draftWithout(draft: BodyDraft, field: 'inOffice' | 'speechMinutes'): BodyDraft {
  return field === 'inOffice' ? { ...draft, speechMinutes: '' } : { ...draft, inOffice: '1' };
}

interface DecisionFieldsProps {
  readonly rules: Body;
  readonly onChange: (part: Partial<Body>) => void;
}

function DecisionFields({ rules, onChange }: DecisionFieldsProps) {
  const { bodies: words, votes } = useMessages();
  /** The ordinary decision may stand among the kinds under a name of its own. */
  const decide = (decision: Body['decision']): void => {
    const { decisions } = rules;
    const kinds = decisions?.map((kind) => (kind.id === 'ordinary' ? { ...kind, rule: decision } : kind));
    onChange({ decision, ...(kinds === undefined ? {} : { decisions: kinds }) });
  };
  return (
    <>
      <Select
        label={words.base}
        placeholder=""
        options={voteBase.options.map((id) => ({ id, label: votes.bases[id] }))}
        selectedId={rules.decision.base}
        onSelect={(base) => decide({ ...rules.decision, base })}
      />
      <Select
        label={words.threshold}
        placeholder=""
        options={voteThreshold.options.map((id) => ({ id, label: votes.thresholds[id] }))}
        selectedId={rules.decision.threshold}
        onSelect={(threshold) => decide({ ...rules.decision, threshold })}
      />
    </>
  );
}

interface VotingFieldsProps {
  readonly voting: VotingRules;
  readonly onChange: (voting: VotingRules) => void;
}

const votingNames = ['mayChange', 'substituteVotes', 'otherOpinion'] as const;

function VotingFields({ voting, onChange }: VotingFieldsProps) {
  const { bodies: words } = useMessages();
  return votingNames.map((name) => (
    <Switcher
      key={name}
      label={words[name]}
      options={[
        { id: 'yes', label: words.yes },
        { id: 'no', label: words.no },
      ]}
      selectedId={voting[name] ? 'yes' : 'no'}
      onSelect={(chosen) => onChange({ ...voting, [name]: chosen === 'yes' })}
    />
  ));
}
