import type { ReactNode } from 'react';
import { BackupsPanel } from '../../features/backups/BackupsPanel.tsx';
import { RoomHealthPanel } from '../../features/room-health/RoomHealthPanel.tsx';
import { TechLogPanel } from '../../features/tech-log/TechLogPanel.tsx';
import { UpdatesPanel } from '../../features/updates/UpdatesPanel.tsx';
import { PairingAdmin } from '../../features/pairing/PairingAdmin.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { TabItem } from '../../ui/controls/Tabs.tsx';

/** The parts of the administration. */
export type AdminView = 'health' | 'pairing' | 'updates' | 'backups' | 'log';

/** The tabs of IT's page, what is looked at most first. A part is one line here and a feature. */
export function useAdminTabs(): readonly TabItem<AdminView>[] {
  const { tabs: words } = useMessages().admin;
  return [
    tab('health', words.health, <RoomHealthPanel />),
    tab('pairing', words.pairing, <PairingAdmin />),
    tab('updates', words.updates, <UpdatesPanel />),
    tab('backups', words.backups, <BackupsPanel />),
    tab('log', words.log, <TechLogPanel />),
  ];
}

function tab(id: AdminView, label: string, content: ReactNode): TabItem<AdminView> {
  return { id, label, content };
}
