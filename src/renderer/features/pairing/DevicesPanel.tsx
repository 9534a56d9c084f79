import { useState } from 'react';
import type { DeviceList, ListedDevice } from '../../../shared/protocol/admin/devices.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import { Table, type TableColumn } from '../../ui/layout/Table.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import styles from './PairingAdmin.module.css';
import { StepProblem } from './StepProblem.tsx';

interface DevicesPanelProps {
  readonly list: DeviceList;
  readonly onDone: () => void;
}

/** The machines of the room and how each has joined; turning one out is asked once more. */
export function DevicesPanel({ list, onDone }: DevicesPanelProps) {
  const { devices: words } = useMessages().pairing;
  const placeName = usePlaceName();
  const format = useFormat();
  const step = useAdminStep();
  const [asked, setAsked] = useState<ListedDevice | null>(null);
  const columns = useColumns(setAsked);
  const revoke = async ({ deviceId }: ListedDevice): Promise<void> => {
    const done = await step.take('DELETE', `/v1/admin/devices/${encodeURIComponent(deviceId)}`);
    setAsked(null);
    if (done !== null) onDone();
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      <StepProblem step={step} />
      {asked !== null && (
        <ConfirmPanel
          title={words.revokeTitle(placeName(asked))}
          confirmLabel={words.confirm}
          cancelLabel={words.back}
          onConfirm={() => void revoke(asked)}
          onCancel={() => setAsked(null)}
          isPending={step.isPending}
        >
          {words.revokeDetail}
        </ConfirmPanel>
      )}
      <Table
        label={words.title}
        columns={columns}
        items={list.devices}
        idOf={({ deviceId }) => deviceId}
        empty={words.none}
      />
      {list.revoked.length > 0 && (
        <details>
          <summary>
            {words.revoked} ({list.revoked.length})
          </summary>
          <ul>
            {list.revoked.map((device) => (
              <li key={device.deviceId} className={styles.detail}>
                {words.revokedAt(
                  [placeName(device), device.name].filter(Boolean).join(' · '),
                  `${format.time(device.revokedAt)} ${format.date(device.revokedAt)}`,
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function usePlaceName(): (device: Pick<ListedDevice, 'surface' | 'seat'>) => string {
  const { surface: words } = useMessages().pairing;
  return ({ surface, seat }) => (seat === null ? words[surface] : `${words[surface]} ${seat}`);
}

function useColumns(onRevoke: (device: ListedDevice) => void): ReadonlyArray<TableColumn<ListedDevice>> {
  const { devices: words } = useMessages().pairing;
  const placeName = usePlaceName();
  const format = useFormat();
  return [
    { id: 'place', label: words.place, cell: placeName, names: placeName },
    { id: 'name', label: words.name, cell: ({ name }) => name || '–' },
    { id: 'how', label: words.how, cell: ({ joined }) => words.joined[joined] },
    {
      id: 'at',
      label: words.at,
      cell: ({ joinedAt }) => (joinedAt === 0 ? '–' : `${format.time(joinedAt)} ${format.date(joinedAt)}`),
    },
    {
      id: 'state',
      label: words.state,
      cell: ({ isLinked }) => (
        <Chip tone={isLinked ? 'good' : 'neutral'} label={isLinked ? words.linked : words.away} />
      ),
    },
    {
      id: 'revoke',
      label: '',
      align: 'end',
      cell: (device) => <Button label={words.revoke} onPress={() => onRevoke(device)} />,
    },
  ];
}
