import { useState } from 'react';
import { decisionsOf } from '../../../shared/domain/body-rules.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { bodyOf, draftOf, type BodyDraft } from './body-draft.ts';
import { bodyPresets } from './body-presets.ts';
import { BodyFields } from './BodyFields.tsx';
import styles from './BodyPanel.module.css';

/** The rules of the body that meets: seen at any time, put right until the opening. */
export function BodyPanel({ meeting }: { readonly meeting: Meeting }) {
  const { bodies: words, votes } = useMessages();
  const canChange = meeting.state === 'draft' || meeting.state === 'released';
  const kinds = decisionsOf(meeting.body, words.ordinary);
  return (
    <section className={styles.panel} aria-label={words.tab}>
      <div>
        <h2 className={styles.title}>{words.title(meeting.body.name)}</h2>
        <p className={styles.detail}>{canChange ? words.detail : words.fixed}</p>
      </div>
      <div>
        <h3 className={styles.said}>{words.kinds}</h3>
        <ul>
          {kinds.map(({ id, name, rule }) => (
            <li key={id} className={styles.detail}>
              {words.kind(name, votes.thresholds[rule.threshold], votes.bases[rule.base])}
            </li>
          ))}
        </ul>
        <p className={styles.detail}>{meeting.body.source}</p>
      </div>
      {canChange && <BodyForm meeting={meeting} />}
    </section>
  );
}

function BodyForm({ meeting }: { readonly meeting: Meeting }) {
  const { bodies: words } = useMessages();
  const [draft, setDraft] = useState<BodyDraft>(() => draftOf(meeting.body));
  const [presetId, setPresetId] = useState<string | null>(null);
  const preset = bodyPresets.find(({ id }) => id === presetId);
  const take = (id: string): void => {
    const chosen = bodyPresets.find((one) => one.id === id);
    if (chosen === undefined) return;
    const { inOffice, copies } = meeting.body;
    setDraft(draftOf({ ...chosen.rules, inOffice, ...(copies === undefined ? {} : { copies }) }));
    setPresetId(id);
  };
  return (
    <>
      <div className={styles.fields}>
        <Select
          label={words.preset}
          placeholder={words.choosePreset}
          options={bodyPresets.map(({ id, rules }) => ({ id, label: rules.name }))}
          selectedId={presetId}
          onSelect={take}
        />
        {preset !== undefined && <p className={styles.detail}>{words.toVerify(preset.toVerify)}</p>}
      </div>
      <BodyFields draft={draft} onChange={setDraft} />
      <SaveBody meeting={meeting} draft={draft} />
    </>
  );
}

function SaveBody({ meeting, draft }: { readonly meeting: Meeting; readonly draft: BodyDraft }) {
  const { bodies: words, attendance } = useMessages();
  const language = useLanguage();
  const asking = useAsk();
  const [hasAsked, setHasAsked] = useState(false);
  const body = bodyOf(draft);
  const said = (): string => {
    if (asking.refusal !== null) return sentenceOf(asking.refusal.code, language);
    if (asking.isPending) return attendance.waiting;
    return hasAsked ? words.saved : '';
  };
  return (
    <div className={styles.end}>
      <Button
        label={words.save}
        isDisabled={body === null}
        onPress={() => {
          if (body === null) return;
          asking.ask('body/change', { meetingId: meeting.id, body });
          setHasAsked(true);
        }}
      />
      <p className={styles.said} role="status">
        {said()}
      </p>
    </div>
  );
}
