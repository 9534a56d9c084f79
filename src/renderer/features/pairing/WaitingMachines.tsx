import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import type { ListedMachine, PairingOverview } from '../../../shared/protocol/admin/pairing.ts';
import type { Surface } from '../../../shared/records/audience.ts';
import { seatLabel } from '../../../shared/records/ids.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import styles from './PairingAdmin.module.css';
import { StepProblem } from './StepProblem.tsx';

const surfaces = ['seat', 'chair', 'clerk', 'screen'] as const satisfies readonly Surface[];

/** So many that have been decided about stay in sight. */
const mostDecided = 5;

interface WaitingMachinesProps {
  readonly overview: Pick<PairingOverview, 'machines' | 'closesAt'>;
  readonly onDone: () => void;
}

/** The machines at the pairing door, each with its code: IT compares and decides. */
export function WaitingMachines({ overview, onDone }: WaitingMachinesProps) {
  const { waiting: words } = useMessages().pairing;
  const { machines, closesAt } = overview;
  const waiting = machines.filter(({ standing }) => standing === 'waiting');
  const decided = machines.filter(({ standing }) => standing !== 'waiting').slice(-mostDecided);
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      {waiting.length > 0 && <Banner tone="info" title={words.compare} />}
      {machines.length === 0 && (
        <EmptyState
          icon={MonitorSmartphone}
          title={words.none}
          detail={closesAt === null ? words.noneClosed : words.noneOpen}
        />
      )}
      {machines.length > 0 && waiting.length === 0 && <p className={styles.detail}>{words.none}</p>}
      <ul className={styles.machines}>
        {waiting.map((machine) => (
          <WaitingMachine key={machine.number} machine={machine} onDone={onDone} />
        ))}
        {decided.map((machine) => (
          <DecidedMachine key={machine.number} machine={machine} />
        ))}
      </ul>
    </section>
  );
}

interface MachineProps {
  readonly machine: ListedMachine;
}

function WaitingMachine({ machine, onDone }: MachineProps & { readonly onDone: () => void }) {
  const { pairing } = useMessages();
  const { waiting: words } = pairing;
  const step = useAdminStep();
  const [surface, setSurface] = useState(machine.surface);
  const [typed, setTyped] = useState<string>(machine.seat ?? '');
  const parsed = seatLabel.safeParse(typed.trim().toUpperCase());
  const isPlaced = surface !== 'seat' || parsed.success;
  const at = `/v1/admin/pairing/machines/${machine.number}`;
  const decide = async (path: string, body?: unknown): Promise<void> => {
    if ((await step.take('POST', `${at}/${path}`, body)) !== null) onDone();
  };
  return (
    <li className={styles.machine}>
      <div className={styles.about}>
        <Code code={machine.code} />
        <div>
          <p className={styles.name}>{machine.machineName}</p>
          <p className={styles.detail}>{words.from(machine.address, machine.macs.join(', '))}</p>
          {machine.hasTicket && <Chip tone="waiting" label={words.hasTicket} />}
        </div>
      </div>
      <div className={styles.place}>
        <Select
          label={words.as}
          placeholder={words.as}
          options={surfaces.map((id) => ({ id, label: pairing.surface[id] }))}
          selectedId={surface}
          onSelect={setSurface}
        />
        {surface === 'seat' && (
          <TextField
            label={words.seat}
            value={typed}
            onChange={setTyped}
            maxLength={4}
            {...(typed.trim() === '' || parsed.success ? {} : { error: words.seatWrong })}
          />
        )}
      </div>
      <div className={styles.buttons}>
        <Button label={words.refuse} isPending={step.isPending} onPress={() => void decide('refuse')} />
        <Button
          label={words.accept}
          variant="filled"
          isDisabled={machine.code === null || !isPlaced}
          isPending={step.isPending}
          onPress={() =>
            void decide('accept', {
              surface,
              seat: surface === 'seat' && parsed.success ? parsed.data : null,
            })
          }
        />
      </div>
      <StepProblem step={step} />
    </li>
  );
}

function Code({ code }: Pick<ListedMachine, 'code'>) {
  const { waiting: words } = useMessages().pairing;
  if (code === null) return <p className={styles.detail}>{words.coming}</p>;
  const groups = [code.slice(0, 3), code.slice(3)];
  return (
    <p className={styles.code} role="img" aria-label={words.code(groups.join(' '))}>
      {groups.map((group, at) => (
        // The two groups never change places.
        <span key={at}>{group}</span>
      ))}
    </p>
  );
}

function DecidedMachine({ machine: { standing, isFetched, machineName, surface, seat } }: MachineProps) {
  const { pairing } = useMessages();
  const { waiting: words } = pairing;
  const isAccepted = standing === 'accepted';
  const said = isAccepted ? (isFetched ? words.fetched : words.accepted) : words.refused;
  return (
    <li className={styles.decided}>
      <span className={styles.name}>{machineName}</span>
      <span className={styles.detail}>{[pairing.surface[surface], seat].filter(Boolean).join(' ')}</span>
      <Chip tone={isAccepted ? 'good' : 'neutral'} label={said} />
    </li>
  );
}
