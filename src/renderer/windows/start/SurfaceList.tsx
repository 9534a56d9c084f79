import { useState } from 'react';
import { seatLabel } from '../../../shared/records/ids.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { Settings } from '../frame/Settings.tsx';
import styles from './Start.module.css';

const consoles = ['chair', 'clerk', 'screen'] as const;

/** The page at `/`: the surfaces and their addresses. A code of the room in the address is passed on. */
export function SurfaceList({ hash }: { readonly hash: string }) {
  const { general, start } = useMessages();
  const [seat, setSeat] = useState('A01');
  const parsed = seatLabel.safeParse(seat.trim().toUpperCase());
  const open = (): void => {
    if (parsed.success) location.assign(`/seat/${parsed.data}${hash}`);
  };
  return (
    <SurfaceLayout top={<TopBar title={general.productName} subtitle={general.room} end={<Settings />} />}>
      <div className={styles.centre}>
        <div className={styles.card}>
          <h2>{start.listTitle}</h2>
          <p className={styles.detail}>{start.listDetail}</p>
          <ul className={styles.links}>
            {consoles.map((surface) => (
              <li key={surface}>
                <a className={styles.link} href={`/${surface}${hash}`}>
                  <span>{general.surface[surface]}</span>
                  <span className={styles.address}>/{surface}</span>
                </a>
              </li>
            ))}
          </ul>
          <form
            className={styles.seat}
            onSubmit={(event) => {
              event.preventDefault();
              open();
            }}
          >
            <TextField
              label={start.seatField}
              value={seat}
              onChange={setSeat}
              {...(parsed.success ? {} : { error: start.seatWrong })}
            />
            <Button
              label={start.openSeat}
              variant="filled"
              size="seat"
              isWide
              isDisabled={!parsed.success}
              onPress={open}
            />
          </form>
        </div>
      </div>
    </SurfaceLayout>
  );
}
