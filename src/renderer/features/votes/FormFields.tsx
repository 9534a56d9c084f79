import type { VoteForm } from '../../../shared/records/vote-form.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { formIn, type FormDraft } from './vote-plan.ts';

interface FormFieldsProps {
  readonly draft: FormDraft;
  /** The body's rules take an opinion in words. */
  readonly mayHaveOther: boolean;
  readonly onChange: (draft: FormDraft) => void;
}

const types: readonly VoteForm['type'][] = ['approval', 'options', 'election'];

/** What the ballot asks. */
export function FormFields({ draft, mayHaveOther, onChange }: FormFieldsProps) {
  const { clerk, counting: words } = useMessages();
  const isElection = draft.type === 'election';
  const isFlawed = draft.lines.trim() !== '' && formIn(draft) === null;
  return (
    <>
      <Select<VoteForm['type']>
        label={words.form}
        options={types.map((id) => ({ id, label: words.forms[id] }))}
        selectedId={draft.type}
        onSelect={(type) => onChange({ ...draft, type })}
        placeholder={clerk.choose}
      />
      {draft.type === 'approval' && mayHaveOther && (
        <Switcher<'no' | 'yes'>
          label={words.otherOpinion}
          options={[
            { id: 'no', label: words.no },
            { id: 'yes', label: words.yes },
          ]}
          selectedId={draft.hasOther ? 'yes' : 'no'}
          onSelect={(id) => onChange({ ...draft, hasOther: id === 'yes' })}
        />
      )}
      {draft.type !== 'approval' && (
        <>
          <TextField
            label={isElection ? words.candidates : words.options}
            value={draft.lines}
            onChange={(lines) => onChange({ ...draft, lines })}
            lines={6}
          />
          <TextField
            label={isElection ? words.seats : words.most}
            value={draft.most}
            onChange={(most) => onChange({ ...draft, most })}
            maxLength={2}
            {...(isFlawed ? { error: words.fewOptions } : {})}
          />
        </>
      )}
    </>
  );
}
