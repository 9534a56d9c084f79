import { useState } from 'react';
import type { SeatLabel } from '../../../shared/records/ids.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import type { FreePlace } from './roll-marks.ts';
import styles from './RollCall.module.css';

interface MoveFormProps {
  readonly name: string;
  readonly seat: string;
  readonly places: readonly FreePlace[];
  readonly onMove: (seat: SeatLabel) => void;
  readonly onCancel: () => void;
}

/** Where somebody is to sit from now on; a spare terminal that is on comes first and is chosen already. */
export function MoveForm({ name, seat, places, onMove, onCancel }: MoveFormProps) {
  const { attendance: words, general } = useMessages();
  const [chosen, choose] = useState<SeatLabel | null>(places.find(({ isSpare }) => isSpare)?.seat ?? null);
  const options = places.map((place) => ({
    id: place.seat,
    label: place.isSpare ? words.moveSpare(place.seat) : words.moveFree(place.seat),
  }));
  const isThere = places.some((place) => place.seat === chosen);
  const title = words.moveTitle(name, seat);
  return (
    <section
      className={styles.form}
      role="group"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h2>{title}</h2>
      <p>{options.length === 0 ? words.moveNone : words.moveDetail}</p>
      <div className={styles.fields}>
        {options.length > 0 && (
          <Select
            label={words.moveTo}
            placeholder={words.moveChoose}
            options={options}
            selectedId={chosen}
            onSelect={choose}
          />
        )}
        <Button label={general.action.cancel} variant="quiet" autoFocus onPress={onCancel} />
        <Button
          label={words.moveConfirm}
          isDisabled={!isThere}
          onPress={() => {
            if (chosen !== null) onMove(chosen);
          }}
        />
      </div>
    </section>
  );
}
