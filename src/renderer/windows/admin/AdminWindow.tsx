import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useAdminLink, useAdminState } from '../../data/admin/AdminProvider.tsx';
import { RoomSetup } from '../../features/room-setup/RoomSetup.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Tabs } from '../../ui/controls/Tabs.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { Settings } from '../frame/Settings.tsx';
import { useAdminTabs, type AdminView } from './admin-tabs.tsx';
import { AdminSignIn } from './AdminSignIn.tsx';
import styles from './AdminWindow.module.css';

/** IT's page: signing in, then the parts of the administration, one at a time. */
export function AdminWindow() {
  const { admin } = useMessages();
  const link = useAdminLink();
  const state = useAdminState();
  const end = (
    <>
      {state === 'signed-in' && (
        <Button label={admin.signOut} variant="quiet" icon={LogOut} onPress={() => void link.signOut()} />
      )}
      <Settings />
    </>
  );
  return (
    <SurfaceLayout top={<TopBar title={admin.title} subtitle={admin.subtitle} end={end} />}>
      {state === 'signed-in' ? (
        <AdminDesk />
      ) : (
        <RoomSetup>
          <AdminSignIn hasEnded={state === 'ended'} />
        </RoomSetup>
      )}
    </SurfaceLayout>
  );
}

function AdminDesk() {
  const { admin } = useMessages();
  const [view, setView] = useState<AdminView>('health');
  return (
    <div className={styles.desk}>
      <Tabs<AdminView> label={admin.parts} selectedId={view} onSelect={setView} tabs={useAdminTabs()} />
    </div>
  );
}
