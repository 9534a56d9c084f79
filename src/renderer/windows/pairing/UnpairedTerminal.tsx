import { CircleCheck, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { PairingWindowScreen, PairingStep } from '../../../shared/bridge/pairing-ipc.ts';
import type { TerminalPlace } from '../../../shared/terminal/terminal-place.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ChoosingRoom } from './ChoosingRoom.tsx';
import styles from './Pairing.module.css';

export interface UnpairedActions {
  readonly onPlace: (place: TerminalPlace) => void;
  readonly onBegin: (address: string) => void;
  readonly onTicket: (id: string) => void;
  readonly onChooseTicket: () => void;
  readonly onStop: () => void;
}

interface UnpairedTerminalProps extends UnpairedActions {
  readonly screen: PairingWindowScreen;
}

/** A machine that belongs to no room: choosing one, comparing the code, and what came of it. */
export function UnpairedTerminal(props: UnpairedTerminalProps) {
  const { step } = props.screen;
  // Kept over an attempt, so that nobody types it twice.
  const [address, setAddress] = useState('');
  switch (step.is) {
    case 'choosing':
      return <ChoosingRoom {...props} step={step} address={address} onAddress={setAddress} />;
    case 'reaching':
      return <Reaching step={step} onStop={props.onStop} />;
    case 'comparing':
      return <Comparing step={step} onStop={props.onStop} />;
    case 'accepted':
      return <Accepted step={step} />;
  }
}

type Step<Is extends PairingStep['is']> = Extract<PairingStep, { readonly is: Is }>;

interface StoppableProps<Is extends PairingStep['is']> {
  readonly step: Step<Is>;
  readonly onStop: () => void;
}

function Reaching({ step, onStop }: StoppableProps<'reaching'>) {
  const { unpaired: words } = useMessages();
  return (
    <section className={styles.centre}>
      <div className={styles.moment} role="status">
        <Hourglass className={styles.icon} aria-hidden />
        <h2 className={styles.title}>{words.reaching}</h2>
        <p className={styles.detail}>{words.reachingDetail(step.target)}</p>
      </div>
      <Button label={words.stop} size="seat" onPress={onStop} autoFocus />
    </section>
  );
}

function Comparing({ step, onStop }: StoppableProps<'comparing'>) {
  const { unpaired } = useMessages();
  const words = unpaired.comparing;
  const groups = [step.code.slice(0, 3), step.code.slice(3)];
  return (
    <section className={styles.centre}>
      <div className={styles.moment}>
        <h2 className={styles.title}>{words.title}</h2>
        <p className={styles.code} role="img" aria-label={words.code(groups.join(' '))}>
          {groups.map((group, at) => (
            // The two groups never change places.
            <span key={at}>{group}</span>
          ))}
        </p>
        <p className={styles.detail}>{step.byTicket ? words.byTicket : words.detail}</p>
        <p className={styles.waiting} role="status">
          <Hourglass aria-hidden /> {words.waiting} · {words.target(step.target)}
        </p>
      </div>
      <Button label={unpaired.stop} size="seat" onPress={onStop} />
    </section>
  );
}

function Accepted({ step: { roomName, surface, seat } }: { readonly step: Step<'accepted'> }) {
  const { unpaired } = useMessages();
  const { accepted: words, place } = unpaired;
  const what = seat === null ? place.surface[surface] : `${place.surface[surface]} ${seat}`;
  return (
    <section className={styles.centre}>
      <div className={styles.moment} role="status">
        <CircleCheck className={styles.good} aria-hidden />
        <h2 className={styles.title}>{words.title}</h2>
        <p className={styles.place}>{words.detail(roomName, what)}</p>
        <p className={styles.detail}>{words.opening}</p>
      </div>
    </section>
  );
}
