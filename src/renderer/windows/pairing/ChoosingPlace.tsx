import { useState } from 'react';
import type { PairingScreen } from '../../../shared/bridge/pairing-ipc.ts';
import type { Surface } from '../../../shared/records/audience.ts';
import { seatLabel } from '../../../shared/records/ids.ts';
import type { TerminalPlace } from '../../../shared/terminal/terminal-place.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import styles from './Pairing.module.css';

const surfaces = ['seat', 'chair', 'clerk', 'screen'] as const satisfies readonly Surface[];

interface ChoosingPlaceProps {
  readonly screen: PairingScreen;
  readonly onPlace: (place: TerminalPlace) => void;
}

/** What this machine is to be in the room; IT confirms it there. */
export function ChoosingPlace({ screen, onPlace }: ChoosingPlaceProps) {
  const { place: words } = useMessages().unpaired;
  const { surface, seat, placeIsFixed } = screen;
  const [typed, setTyped] = useState(seat ?? '');
  const parsed = seatLabel.safeParse(typed.trim().toUpperCase());
  const isWrong = typed.trim() !== '' && !parsed.success;
  if (placeIsFixed) {
    return (
      <section className={styles.panel} aria-label={words.title}>
        <h3 className={styles.heading}>{words.title}</h3>
        <p className={styles.place}>{[words.surface[surface], seat].filter(Boolean).join(' ')}</p>
        <p className={styles.detail}>{words.fixed}</p>
      </section>
    );
  }
  return (
    <section className={styles.panel} aria-label={words.title}>
      <Select
        label={words.title}
        placeholder={words.title}
        options={surfaces.map((id) => ({ id, label: words.surface[id] }))}
        selectedId={surface}
        onSelect={(next) => onPlace({ surface: next, seat: null })}
      />
      {surface === 'seat' && (
        <TextField
          label={words.seat}
          value={typed}
          maxLength={4}
          hint={words.seatHint}
          onChange={(text) => {
            setTyped(text);
            const next = seatLabel.safeParse(text.trim().toUpperCase());
            onPlace({ surface: 'seat', seat: next.success ? next.data : null });
          }}
          {...(isWrong ? { error: words.seatWrong } : {})}
        />
      )}
    </section>
  );
}
