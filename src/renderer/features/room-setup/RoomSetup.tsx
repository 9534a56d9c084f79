import { useState, type ReactNode, type SubmitEvent } from 'react';
import {
  recoveryKeyMade,
  setupState,
  type RecoveryKeyMade,
  type SetupState,
} from '../../../shared/protocol/admin/room-setup.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { savePage } from '../../data/admin/save-page.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useAdminValue } from '../../data/admin/use-admin-value.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { PasswordField } from '../../ui/controls/PasswordField.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { PrintedKey } from '../../ui/layout/PrintedKey.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './RoomSetup.module.css';

const setupPath = '/v1/admin/setup';
/** Whether there is a room changes once in its life. */
const everyMs = 30_000;

/** *Lập phòng họp*: at a hub without a room, on its own machine, in the place of `children`. */
export function RoomSetup({ children }: { readonly children: ReactNode }) {
  const { key: words } = useMessages().backups;
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<RecoveryKeyMade | null>(null);
  const { value } = useAdminValue(setupPath, setupState, everyMs, turn);
  if (made !== null) {
    return (
      <div className={styles.centre}>
        <div className={styles.wide}>
          <PrintedKey
            title={words.title}
            detail={words.detail}
            text={made.recoveryKey}
            downloadLabel={words.download}
            onDownload={() => savePage(made.page, 'khoa-khoi-phuc.html')}
            doneLabel={words.kept}
            onDone={() => {
              setMade(null);
              setTurn(turn + 1);
            }}
          />
        </div>
      </div>
    );
  }
  if (value?.isOpen !== true) return children;
  return <SetupForm bodies={value.bodies} onMade={setMade} />;
}

interface SetupFormProps {
  readonly bodies: SetupState['bodies'];
  readonly onMade: (made: RecoveryKeyMade) => void;
}

function SetupForm({ bodies, onMade }: SetupFormProps) {
  const { admin, roomSetup: words, general } = useMessages();
  const language = useLanguage();
  const step = useAdminStep();
  const [name, setName] = useState('');
  const [body, setBody] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isWhole = name.trim() !== '' && body !== null && password !== '' && again === password;
  const make = async (): Promise<void> => {
    if (!isWhole || step.isPending) return;
    const taken = await step.take('POST', setupPath, { name, body, password });
    if (taken !== null) onMade(recoveryKeyMade.parse(taken.answer));
  };
  return (
    <section className={styles.centre}>
      <form
        className={styles.card}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void make();
        }}
      >
        <h2>{words.title}</h2>
        <p className={styles.detail}>{words.detail}</p>
        <TextField label={words.name} value={name} onChange={setName} maxLength={120} autoFocus />
        <Select
          label={words.body}
          placeholder={words.choose}
          hint={words.bodyHint}
          options={bodies.map(({ id, name: label }) => ({ id, label }))}
          selectedId={body}
          onSelect={setBody}
        />
        <TwoPasswords password={password} again={again} onPassword={setPassword} onAgain={setAgain} />
        {step.problem !== null && (
          <Banner
            tone="refused"
            title={step.problem === 'away' ? admin.away : sentenceOf(step.problem.code, language)}
          />
        )}
        <Button
          label={words.make}
          variant="filled"
          size="seat"
          isWide
          isDisabled={!isWhole}
          isPending={step.isPending}
          pendingLabel={general.waiting.sending}
          onPress={() => void make()}
        />
      </form>
    </section>
  );
}

interface TwoPasswordsProps {
  readonly password: string;
  readonly again: string;
  readonly onPassword: (text: string) => void;
  readonly onAgain: (text: string) => void;
}

function TwoPasswords({ password, again, onPassword, onAgain }: TwoPasswordsProps) {
  const { roomSetup: words } = useMessages();
  const differs = again !== '' && again !== password;
  return (
    <>
      <PasswordField label={words.password} showLabel={words.show} value={password} onChange={onPassword} />
      <PasswordField
        label={words.again}
        showLabel={words.show}
        value={again}
        onChange={onAgain}
        {...(differs ? { error: words.differ } : {})}
      />
    </>
  );
}
