import { useState } from 'react';
import { deviceList, doorState } from '../../../shared/protocol/admin/devices.ts';
import { pairingOverview } from '../../../shared/protocol/admin/pairing.ts';
import { useAdminValue } from '../../data/admin/use-admin-value.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Skeleton } from '../../ui/state/Skeleton.tsx';
import { BrowserDoor } from './BrowserDoor.tsx';
import { DevicesPanel } from './DevicesPanel.tsx';
import styles from './PairingAdmin.module.css';
import { PairingWindowPanel } from './PairingWindowPanel.tsx';
import { SeatListProgress } from './SeatListProgress.tsx';
import { WaitingMachines } from './WaitingMachines.tsx';

/** Machines that wait are looked for this often, in milliseconds; the rest changes more slowly. */
const waitingMs = 1_000;
const devicesMs = 3_000;

/** IT's desk of pairings: the window, the machines that wait, and the machines of the room. */
export function PairingAdmin() {
  const { admin, pairing: words } = useMessages();
  const [turn, setTurn] = useState(0);
  const onDone = (): void => setTurn((before) => before + 1);
  const { value: overview, isAway } = useAdminValue('/v1/admin/pairing', pairingOverview, waitingMs, turn);
  const { value: devices } = useAdminValue('/v1/admin/devices', deviceList, devicesMs, turn);
  const { value: doors } = useAdminValue('/v1/admin/doors', doorState, devicesMs, turn);
  if (overview === null) {
    return isAway ? <Banner tone="waiting" title={admin.away} /> : <Skeleton label={admin.loading} />;
  }
  return (
    <div className={styles.desk}>
      {isAway && <Banner tone="waiting" title={admin.away} />}
      {doors?.plainOnLan === true && <Banner tone="refused" title={words.browsers.plainOnLan} />}
      {overview.hasDoors ? (
        <>
          <PairingWindowPanel overview={overview} onDone={onDone} />
          <SeatListProgress seats={overview.seats} />
          <WaitingMachines overview={overview} onDone={onDone} />
        </>
      ) : (
        <Banner tone="info" title={words.noDoors.title} detail={words.noDoors.detail} />
      )}
      {devices !== null && <DevicesPanel list={devices} onDone={onDone} />}
      {doors !== null && overview.hasDoors && <BrowserDoor doors={doors} onDone={onDone} />}
    </div>
  );
}
