import { Download } from 'lucide-react';
import { useState } from 'react';
import {
  pairingWindowOpened,
  type PairingOverview,
  type SeatListProblem,
} from '../../../shared/protocol/admin/pairing.ts';
import { pairingTicket } from '../../../shared/protocol/pairing.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './PairingAdmin.module.css';
import { saveTicket } from './save-ticket.ts';
import { SeatListChoice, type ChosenList } from './SeatListChoice.tsx';
import { StepProblem } from './StepProblem.tsx';
import { timeLeftText, useSecond } from './time-left.ts';

const lengths = [15, 30, 60, 240] as const;

interface PairingWindowPanelProps {
  readonly overview: PairingOverview;
  readonly onDone: () => void;
}

/** The window of pairing: opened for a while, with a list of seats or without one. */
export function PairingWindowPanel({ overview, onDone }: PairingWindowPanelProps) {
  const { window: words } = useMessages().pairing;
  const [isBeginning, setIsBeginning] = useState(false);
  const { closesAt } = overview;
  if (closesAt === null || isBeginning) {
    return (
      <ClosedWindow
        isReplacing={closesAt !== null}
        onDone={() => {
          setIsBeginning(false);
          onDone();
        }}
      />
    );
  }
  return (
    <section className={styles.panel} aria-label={words.title}>
      <OpenWindow
        overview={overview}
        closesAt={closesAt}
        onDone={onDone}
        onBegin={() => setIsBeginning(true)}
      />
    </section>
  );
}

interface ClosedWindowProps {
  /** A window is open, which the new one replaces. */
  readonly isReplacing: boolean;
  readonly onDone: () => void;
}

function ClosedWindow({ isReplacing, onDone }: ClosedWindowProps) {
  const { pairing } = useMessages();
  const { window: words } = pairing;
  const step = useAdminStep();
  const [minutes, setMinutes] = useState(30);
  const [list, setList] = useState<ChosenList | null>(null);
  const [problems, setProblems] = useState<readonly SeatListProblem[]>([]);
  const open = async (): Promise<void> => {
    const body = { minutes, seatList: list?.text ?? null };
    const done = await step.take('POST', '/v1/admin/pairing/window', body);
    if (done === null) return;
    const opened = pairingWindowOpened.parse(done.answer);
    setProblems(opened.problems);
    if (opened.closesAt !== null) onDone();
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{isReplacing ? words.openAgain : words.closed}</h2>
      <p className={styles.detail}>{words.closedDetail}</p>
      <StepProblem step={step} />
      <div className={styles.line}>
        <Select
          label={words.minutes}
          placeholder={words.minutes}
          options={lengths.map((each) => ({ id: String(each), label: words.minutesOf(each) }))}
          selectedId={String(minutes)}
          onSelect={(id) => setMinutes(Number(id))}
        />
        <SeatListChoice
          list={list}
          problems={problems}
          onChoose={(next) => {
            setList(next);
            setProblems([]);
          }}
        />
      </div>
      <div className={styles.buttons}>
        {isReplacing && <Button label={pairing.devices.back} onPress={onDone} />}
        <Button
          label={words.open}
          variant="filled"
          size="seat"
          isPending={step.isPending}
          isDisabled={list !== null && list.count === null}
          onPress={() => void open()}
        />
      </div>
    </section>
  );
}

interface OpenWindowProps extends PairingWindowPanelProps {
  readonly closesAt: number;
  readonly onBegin: () => void;
}

function OpenWindow({ overview, closesAt, onDone, onBegin }: OpenWindowProps) {
  const { window: words } = useMessages().pairing;
  const step = useAdminStep();
  const now = useSecond();
  const { addresses, pairingPort } = overview;
  const close = async (): Promise<void> => {
    if ((await step.take('DELETE', '/v1/admin/pairing/window')) !== null) onDone();
  };
  const download = async (): Promise<void> => {
    const done = await step.take('GET', '/v1/admin/pairing/ticket');
    if (done !== null) saveTicket(pairingTicket.parse(done.answer));
  };
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.isOpen}</h2>
        <p className={styles.left} role="timer">
          {words.closesIn(timeLeftText(closesAt - now))}
        </p>
      </div>
      <StepProblem step={step} />
      {pairingPort !== null && (
        <p>
          {words.addresses}:{' '}
          <strong>{addresses.map((host) => words.addressOf(host, pairingPort)).join(' · ')}</strong>
        </p>
      )}
      <p className={styles.detail}>{words.ticketDetail}</p>
      <div className={styles.buttons}>
        <Button label={words.ticket} icon={Download} onPress={() => void download()} />
        <Button label={words.openAgain} onPress={onBegin} />
        <Button label={words.close} isPending={step.isPending} onPress={() => void close()} />
      </div>
    </>
  );
}
