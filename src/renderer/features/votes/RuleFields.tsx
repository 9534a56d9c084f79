import {
  voteBase,
  voteThreshold,
  type DecisionKind,
  type VoteBase,
  type VoteRule,
  type VoteThreshold,
} from '../../../shared/records/meeting.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Select } from '../../ui/controls/Select.tsx';

interface RuleFieldsProps {
  /** The kinds of decision that the body's rules know. */
  readonly decisions: readonly DecisionKind[];
  readonly rule: VoteRule;
  readonly onChange: (rule: VoteRule) => void;
}

const own = 'own';

/** The majority that a vote needs: a kind of decision of the body, or one put together here. */
export function RuleFields({ decisions, rule, onChange }: RuleFieldsProps) {
  const { clerk, counting, votes: words } = useMessages();
  const known = decisions.find((one) => one.rule.base === rule.base && one.rule.threshold === rule.threshold);
  return (
    <>
      <Select
        label={counting.decision}
        options={[
          ...decisions.map(({ id, name }) => ({ id, label: name })),
          { id: own, label: counting.own },
        ]}
        selectedId={known?.id ?? own}
        onSelect={(id) => {
          const decision = decisions.find((one) => one.id === id);
          if (decision !== undefined) onChange(decision.rule);
        }}
        placeholder={clerk.choose}
      />
      <Select<VoteBase>
        label={clerk.base}
        options={voteBase.options.map((id) => ({ id, label: words.bases[id] }))}
        selectedId={rule.base}
        onSelect={(base) => onChange({ ...rule, base })}
        placeholder={clerk.choose}
      />
      <Select<VoteThreshold>
        label={clerk.threshold}
        options={voteThreshold.options.map((id) => ({ id, label: words.thresholds[id] }))}
        selectedId={rule.threshold}
        onSelect={(threshold) => onChange({ ...rule, threshold })}
        placeholder={clerk.choose}
      />
    </>
  );
}
